#pragma once
#include "storage/driver/database.h"

#include <filesystem>
#include <gtest/gtest.h>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace storage::support {

/// An empty database for one test, gone with it: an SQLite file in a folder of its own, or a schema
/// of its own in the PostgreSQL that MIJNDUO_TEST_POSTGRESQL names.
class FreshDatabase {
public:
    explicit FreshDatabase(driver::Dialect dialect);
    ~FreshDatabase();
    FreshDatabase(FreshDatabase const&) = delete;
    FreshDatabase& operator=(FreshDatabase const&) = delete;

    driver::DatabaseAddress const& address() const { return *address_; }

private:
    std::string name_;
    std::filesystem::path folder_;
    std::optional<driver::DatabaseAddress> address_;
};

/// SQLite, and PostgreSQL when there is one to test with; says so when there is not.
std::vector<driver::Dialect> databases_at_hand();

/// The one, when it is at hand.
std::vector<driver::Dialect> only(driver::Dialect dialect);

std::string name_of(testing::TestParamInfo<driver::Dialect> const& dialect);

/// A contract that both databases keep:
///     class Accounts : public OnBothDatabases {};
///     ON_BOTH_DATABASES(Accounts);
///     TEST_P(Accounts, come_back_as_they_were) { auto tx = Transaction{database()}; ... }
class OnBothDatabases : public testing::TestWithParam<driver::Dialect> {
protected:
    /// The test's database, empty, with five connections.
    driver::Database& database() {
        // Tests ask for it on several threads at once.
        std::call_once(opened_, [this] { database_ = open(); });
        return *database_;
    }
    /// One more program on the same database.
    std::unique_ptr<driver::Database> open(int connections = 5, driver::Patience patience = {}) {
        return std::make_unique<driver::Database>(fresh_.address(), connections, patience);
    }
    /// The database brought up to the program's migrations.
    driver::Database& migrated();
    driver::DatabaseAddress const& address() const { return fresh_.address(); }

private:
    FreshDatabase fresh_{GetParam()};
    std::once_flag opened_;
    std::unique_ptr<driver::Database> database_;
};

} // namespace storage::support

#define ON_BOTH_DATABASES(suite)                                                                   \
    INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(storage::support::databases_at_hand()),  \
                             storage::support::name_of)

/// For what only one of them can do or suffer.
#define ON_ONE_DATABASE(suite, dialect)                                                            \
    GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(suite);                                          \
    INSTANTIATE_TEST_SUITE_P(On, suite, testing::ValuesIn(storage::support::only(dialect)),        \
                             storage::support::name_of)
