#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Journal : public OnTheArchive {
protected:
    static journal::Entry entry(std::string kind, std::optional<AccountId> about = account_id()) {
        return {.kind = std::move(kind),
                .organisation = organisation_id(),
                .account = std::move(about),
                .details = {{"naam", "Zoë \"Z\""}}};
    }
    static journal::Doer operator_of_the_system() {
        return {.account = std::nullopt, .otherwise = "operator"};
    }
    std::vector<journal::Link> links() {
        return look([](Records& records) { return records.journal_after(0, 1000); });
    }
    static bool whole(std::vector<journal::Link> const& links) {
        auto number = std::int64_t{0};
        auto hash = std::string{};
        for (auto const& each : links) {
            if (!journal::follows(each, number, hash))
                return false;
            number = each.number;
            hash = each.hash;
        }
        return true;
    }
    void append(std::string const& kind) {
        change(
            [&](Records& records) { records.append(entry(kind), operator_of_the_system(), now); });
    }
};
ON_BOTH_DATABASES(Journal);

TEST_P(Journal, P8_5_entries_come_back_in_one_chain) {
    append("first");
    change([](Records& records) {
        records.append(entry("second"), {.account = account_id()}, now + 1s);
        records.append(entry("third", std::nullopt), operator_of_the_system(), now + 2s);
    });
    auto const kept = links();
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_TRUE(whole(kept));
    EXPECT_EQ(kept[0].doer, "operator");
    EXPECT_EQ(kept[1].number, 2);
    EXPECT_EQ(kept[1].at, now + 1s);
    EXPECT_EQ(kept[1].kind, "second");
    EXPECT_EQ(kept[1].doer, "anna");
    EXPECT_EQ(kept[1].organisation, "school");
    EXPECT_EQ(kept[1].account, "anna");
    EXPECT_NE(kept[1].details.find("Zoë"), std::string::npos);
    EXPECT_EQ(kept[2].account, "");
}

TEST_P(Journal, a_work_sees_its_own_entries_and_goes_on_behind_them) {
    change([](Records& records) {
        records.append(entry("first"), {}, now);
        EXPECT_EQ(records.journal_after(0, 10).size(), 1U);
        records.append(entry("second"), {}, now);
        EXPECT_EQ(records.journal_about(account_id(), 10).size(), 2U);
    });
    EXPECT_EQ(links().size(), 2U);
    EXPECT_TRUE(whole(links()));
}

TEST_P(Journal, of_a_work_that_throws_nothing_stays) {
    append("first");
    EXPECT_THROW(change([](Records& records) {
                     records.append(entry("second"), {}, now);
                     records.journal_after(0, 10);
                     throw foundation::Fault{"the world failed"};
                 }),
                 foundation::Fault);
    append("second");
    EXPECT_EQ(links().size(), 2U);
    EXPECT_TRUE(whole(links()));
}

TEST_P(Journal, is_read_in_parts) {
    for (auto const* kind : {"a", "b", "c"})
        append(kind);
    look([](Records& records) {
        auto const rest = records.journal_after(1, 1);
        ASSERT_EQ(rest.size(), 1U);
        EXPECT_EQ(rest[0].kind, "b");
    });
}

TEST_P(Journal, about_an_account_is_newest_first) {
    append("first");
    append("second");
    change([](Records& records) { records.append(entry("other", std::nullopt), {}, now); });
    look([](Records& records) {
        auto const about = records.journal_about(account_id(), 10);
        ASSERT_EQ(about.size(), 2U);
        EXPECT_EQ(about[0].kind, "second");
        EXPECT_EQ(records.journal_about(account_id(), 1).size(), 1U);
        EXPECT_TRUE(records.journal_about(account_id("bert"), 10).empty());
    });
}

TEST_P(Journal, P6_17_who_made_the_last_letter_of_an_account_is_known_whatever_came_after) {
    change([](Records& records) { records.add(account("bert", 2)); });
    EXPECT_EQ(look([](Records& records) { return records.maker_of_letter(account_id()); }), "");
    append("letter made");
    change([](Records& records) {
        records.append(entry("letter made"), {.account = account_id("bert")}, now);
        records.append(entry("letter made", account_id("bert")), operator_of_the_system(), now);
    });
    for (int i = 0; i < 300; ++i)
        append("signed in");
    EXPECT_EQ(look([](Records& records) { return records.maker_of_letter(account_id()); }), "bert");
}

TEST_P(Journal, P8_5_the_database_refuses_to_change_or_delete_an_entry) {
    append("first");
    for (auto const* change :
         {"number = 7", "at = at + 1", "kind = 'x'", "doer = 'x'", "organisation = ''",
          "account = ''", "details_digest = 'x'", "previous = 'x'", "hash = 'x'"}) {
        EXPECT_THROW(sql(std::string{"update journal set "} + change), foundation::Fault) << change;
        EXPECT_THROW(sql(std::string{"update journal set details = '', "} + change),
                     foundation::Fault)
            << change;
    }
    EXPECT_THROW(sql("update journal set details = 'other'"), foundation::Fault);
    EXPECT_THROW(sql("delete from journal"), foundation::Fault);
    EXPECT_TRUE(whole(links()));
    EXPECT_EQ(links().size(), 1U);
}

TEST_P(Journal, P8_5_details_can_be_erased_and_the_chain_holds) {
    append("first");
    append("second");
    sql("update journal set details = '' where number = 1");
    auto const kept = links();
    EXPECT_EQ(kept[0].details, "");
    EXPECT_NE(kept[1].details, "");
    EXPECT_TRUE(whole(kept));
}

class JournalOnPostgresql : public Journal {};
ON_ONE_DATABASE(JournalOnPostgresql, driver::Dialect::postgresql);

TEST_P(JournalOnPostgresql, P8_5_the_database_refuses_to_empty_it) {
    append("first");
    EXPECT_THROW(sql("truncate journal"), foundation::Fault);
}

} // namespace
} // namespace storage
