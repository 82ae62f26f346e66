#include "storage/samples.h"

/// F12: what was prepared before a migration, seen from the archive.
namespace storage {
namespace {

using namespace portal;
using driver::Access;
using driver::Transaction;

class OutdatedInTheArchive : public samples::OnTheArchive {};
ON_ONE_DATABASE(OutdatedInTheArchive, driver::Dialect::postgresql);

TEST_P(OutdatedInTheArchive, F12_is_seen_neither_by_who_looks_nor_by_who_changes) {
    auto const organisation = [&] {
        return look([](Records& records) { return records.agency().has_value(); });
    };
    auto const changed = [&] {
        return change([](Records& records) { return records.agency().has_value(); });
    };
    EXPECT_FALSE(organisation() || changed());
    {
        auto const other = open(2);
        auto tx = Transaction{*other, Access::migrating};
        tx.execute_script("alter table organisations alter column is_agency type int");
        tx.commit();
    }
    EXPECT_NO_THROW(organisation());
    EXPECT_NO_THROW(changed());
}

} // namespace
} // namespace storage
