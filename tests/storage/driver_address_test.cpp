#include "storage/driver/database.h"

#include <gtest/gtest.h>

namespace storage::driver {
namespace {

TEST(DatabaseAddress, is_an_sqlite_file_or_a_postgresql_server) {
    auto const file = DatabaseAddress::parse("sqlite:/var/lib/mijnduo/mijnduo.db").value();
    EXPECT_EQ(file.dialect(), Dialect::sqlite);
    EXPECT_EQ(file.location().reveal(), "/var/lib/mijnduo/mijnduo.db");
    EXPECT_FALSE(file.in_memory());
    EXPECT_TRUE(DatabaseAddress::parse("sqlite::memory:")->in_memory());
    auto const server = DatabaseAddress::parse("postgresql:///duo?host=/run/postgresql").value();
    EXPECT_EQ(server.dialect(), Dialect::postgresql);
    EXPECT_EQ(server.printable(), "postgresql:///run/postgresql/duo");
}

TEST(DatabaseAddress, anything_else_is_none) {
    for (auto const* text : {"", "sqlite:", "sqlite", "mysql://localhost/duo", "/var/lib/duo.db",
                             "postgresql://localhost/duo?nonsense=1", "postgresql://[::1/duo"})
        EXPECT_FALSE(DatabaseAddress::parse(text)) << text;
    EXPECT_FALSE(DatabaseAddress::parse(std::string_view{"sqlite:a\0b", 10}));
}

TEST(DatabaseAddress, S_no_password_is_in_what_may_be_logged) {
    for (auto const* text :
         {"postgresql://anja:hunter2@db.example:5433/duo?sslmode=verify-full",
          "postgresql://anja@db.example:5433/duo?password=hunter2&sslpassword=hunter2"}) {
        auto const address = DatabaseAddress::parse(text).value();
        EXPECT_EQ(address.printable(), "postgresql://anja@db.example:5433/duo");
        EXPECT_EQ(address.location().reveal(), text);
    }
}

TEST(DatabaseAddress, a_server_that_is_not_there_is_a_fault_and_not_reachable) {
    auto const nobody = DatabaseAddress::parse("postgresql://a:hunter2@127.0.0.1:1/duo").value();
    auto database = Database{nobody, 2};
    EXPECT_FALSE(database.reachable());
    try {
        auto const tx = Transaction{database};
        FAIL() << "a transaction without a database";
    } catch (Fault const& fault) {
        EXPECT_EQ(std::string{fault.what()}.find("hunter2"), std::string::npos);
    }
}

TEST(DatabaseAddress, two_databases_in_memory_have_nothing_in_common) {
    auto const address = DatabaseAddress::parse("sqlite::memory:").value();
    auto one = Database{address, 3};
    auto other = Database{address, 3};
    auto const make = [](Database& database) {
        auto tx = Transaction{database};
        tx.execute_script("create table things (id text)");
        tx.commit();
    };
    make(one);
    make(other);
    EXPECT_TRUE(one.reachable());
}

} // namespace
} // namespace storage::driver
