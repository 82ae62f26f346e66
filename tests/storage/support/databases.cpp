#include "storage/support/databases.h"

#include "storage/migrate.h"

#include <cstdio>
#include <cstdlib>
#include <unistd.h>

namespace storage::support {

namespace {

using driver::Access;
using driver::Database;
using driver::DatabaseAddress;
using driver::Dialect;
using driver::Transaction;

constexpr auto moment = foundation::from_micros(1'800'000'000'000'000);

char const* postgresql() { return std::getenv("MIJNDUO_TEST_POSTGRESQL"); }

std::string unused_name() {
    static int made = 0;
    return "test_" + std::to_string(getpid()) + "_" + std::to_string(++made);
}

void on_postgresql(std::string const& sql) {
    static auto database = Database{DatabaseAddress::parse(postgresql()).value(), 1};
    auto transaction = Transaction{database, Access::migrating};
    transaction.execute_script(sql);
    transaction.commit();
}

/// On tmpfs where there is one: what these tests prove does not depend on a disk.
std::filesystem::path folder_for(std::string const& name) {
    auto const memory = std::filesystem::path{"/dev/shm"};
    auto const folder =
        (std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path()) /
        name;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    return folder;
}

} // namespace

FreshDatabase::FreshDatabase(Dialect dialect)
    : name_(unused_name()) {
    if (dialect == Dialect::sqlite) {
        folder_ = folder_for(name_);
        address_ = DatabaseAddress::parse("sqlite:" + (folder_ / "test.db").string());
        return;
    }
    on_postgresql("drop schema if exists " + name_ + " cascade; create schema " + name_);
    auto const given = std::string{postgresql()};
    auto const separator = given.find('?') == std::string::npos ? "?" : "&";
    address_ = DatabaseAddress::parse(given + separator + "options=-csearch_path%3D" + name_);
}

FreshDatabase::~FreshDatabase() {
    if (folder_.empty())
        on_postgresql("drop schema " + name_ + " cascade");
    else
        std::filesystem::remove_all(folder_);
}

std::vector<Dialect> databases_at_hand() {
    if (postgresql() != nullptr)
        return {Dialect::sqlite, Dialect::postgresql};
    [[maybe_unused]] static bool const said = [] {
        std::puts("MIJNDUO_TEST_POSTGRESQL is not set: the storage tests run on SQLite only.");
        return true;
    }();
    return {Dialect::sqlite};
}

std::vector<Dialect> only(Dialect dialect) {
    auto dialects = databases_at_hand();
    std::erase_if(dialects, [&](Dialect each) { return each != dialect; });
    return dialects;
}

std::string name_of(testing::TestParamInfo<Dialect> const& dialect) {
    return dialect.param == Dialect::sqlite ? "Sqlite" : "Postgresql";
}

Database& OnBothDatabases::migrated() {
    migrate(database(), moment);
    return database();
}

} // namespace storage::support
