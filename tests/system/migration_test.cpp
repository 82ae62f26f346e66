#include "portal/upkeep/migration.h"

#include "system/support/stage.h"

namespace stage {
namespace {

using namespace portal;
using storage::driver::Statement;
using upkeep::MigrationReport;

constexpr auto header =
    "username,kvk,organisation,pseudonym,linked_at,last_login_at,name,email,roles\n";

/// The end of a pseudonym says whose it is.
std::string pseudonym(char who) { return std::string(64, '0') + '@' + std::string(31, '1') + who; }

/// A row of the file; nobody is named twice unless the test says so.
std::string row(char who, std::string const& username = "", std::string const& kvk = "12345678",
                std::string const& roles = "") {
    return username + ',' + kvk + ",Stichting De Brug," + pseudonym(who) +
           ",2025-09-01T09:00:00Z,2026-03-01T09:00:00Z," + who + ". de Vries," + who +
           "@school.example," + roles + '\n';
}

class Migration : public OnStage {
protected:
    Migration() {
        catalogue_.attribute_types = {{.code = "brin", .name = {}, .format = "99AA"}};
        catalogue_.roles = {{.code = "exams",
                             .name = {},
                             .explanation = {},
                             .attribute_types = {"brin"},
                             .tasks = {},
                             .sectors = {}}};
    }

    MigrationReport migrate(std::string const& rows, bool dry_run = false) {
        return upkeep::migrate_links(archive(), vault(), catalogue_, header + rows, dry_run, now);
    }
    std::optional<Account> of(char who, std::string_view kvk = "12345678") {
        auto const linked = look([&](Records& records) {
            return records.accounts_linked_to(storage::samples::identity(pseudonym(who), kvk));
        });
        return linked.empty() ? std::nullopt : std::optional{linked.front()};
    }
    int accounts() { return count(Statement{"select count(*) from accounts"}); }
    int everything() {
        return accounts() + count(Statement{"select count(*) from organisations"}) +
               count(Statement{"select count(*) from grants"}) +
               count(Statement{"select count(*) from journal"}) +
               count(Statement{"select count(*) from outbox"});
    }
    static std::vector<int> bad_lines(MigrationReport const& report) {
        std::vector<int> lines;
        for (auto const& bad : report.bad_rows)
            lines.push_back(bad.line);
        return lines;
    }

private:
    Catalogue catalogue_;
};
ON_BOTH_DATABASES(Migration);

TEST_P(Migration, takes_accounts_over_with_link_roles_and_a_line_in_the_journal_and_mails_nobody) {
    auto const report =
        migrate(row('a', username(1).text()) + row('b', "", "12345678", "exams:01AB"));
    EXPECT_TRUE(report.bad_rows.empty());
    EXPECT_EQ(report.accounts, 2);
    EXPECT_EQ(report.links, 2);
    EXPECT_EQ(report.organisations, 0);
    auto const a = of('a').value();
    EXPECT_EQ(a.username, username(1));
    EXPECT_EQ(a.organisation, storage::samples::organisation_id());
    EXPECT_EQ(a.person.name, "a. de Vries");
    EXPECT_EQ(a.link->linked_at, foundation::parse_rfc3339("2025-09-01T09:00:00Z"));
    EXPECT_EQ(a.link->last_sign_in_at, foundation::parse_rfc3339("2026-03-01T09:00:00Z"));
    EXPECT_EQ(kinds_about(a.id), std::vector<std::string>{"account migrated"});
    auto const grants =
        look([&](Records& records) { return records.grants_of(of('b').value().id); });
    ASSERT_EQ(grants.size(), 1U);
    EXPECT_EQ(grants.front().role, "exams");
    EXPECT_EQ(grants.front().attributes, (std::map<std::string, std::string>{{"brin", "01AB"}}));
    EXPECT_TRUE(look([](Records& records) {
                    return records.organisation(storage::samples::organisation_id()).value();
                }).owns("brin", "01AB"));
    EXPECT_EQ(count(Statement{"select count(*) from outbox"}), 0);
    EXPECT_EQ(first_broken_entry(), std::nullopt);
}

TEST_P(Migration, makes_a_username_where_none_is_given) {
    migrate(row('a'));
    EXPECT_EQ(of('a').value().username.text().size(), 9U);
}

TEST_P(Migration, admits_an_unknown_organisation_once) {
    auto const report = migrate(row('a', "", "87654321") + row('b', "", "87654321"));
    EXPECT_EQ(report.organisations, 1);
    EXPECT_EQ(report.accounts, 2);
    EXPECT_EQ(of('a', "87654321").value().organisation, of('b', "87654321").value().organisation);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'organisation admitted'"}),
              1);
}

TEST_P(Migration, a_dry_run_says_the_same_and_keeps_nothing) {
    auto const before = everything();
    auto const rows = row('a', "", "87654321") + row('b', "", "12345678", "exams:01AB");
    auto const dry = migrate(rows, true);
    EXPECT_EQ(everything(), before);
    auto const real = migrate(rows);
    EXPECT_EQ(dry.accounts, real.accounts);
    EXPECT_EQ(dry.organisations, real.organisations);
    EXPECT_EQ(dry.links, real.links);
    EXPECT_TRUE(dry.bad_rows.empty());
    EXPECT_GT(everything(), before);
}

TEST_P(Migration, with_one_bad_row_nothing_is_kept_and_every_bad_row_is_named_in_order) {
    auto const before = everything();
    auto const report =
        migrate(row('a', "", "87654321") +                            // line 2
                row('b', "no") +                                      // 3: no username
                row('c', "", "87654321") + row('c', "", "87654321") + // 5: linked twice
                row('d', username(1).text()) +                        // 6
                row('e', username(1).text()) +                        // 7: the same username
                "too,few\n" +                                         // 8
                row('f', "", "12345678", "nobody"));                  // 9
    EXPECT_EQ(bad_lines(report), (std::vector{3, 5, 7, 8, 9}));
    EXPECT_EQ(everything(), before);
    EXPECT_FALSE(of('a', "87654321"));
}

TEST_P(Migration, P2_12_a_link_with_which_nobody_can_arrive_is_a_complaint_in_the_dry_run_too) {
    auto const before = everything();
    auto rows = row('a');
    rows.replace(rows.find('@'), 33, ""); // of the pseudonym only its first 64 digits
    for (bool const dry : {true, false}) {
        auto const report = migrate(rows + row('b'), dry);
        EXPECT_EQ(bad_lines(report), std::vector{2});
        EXPECT_TRUE(
            report.bad_rows.front().complaint.starts_with("pseudonym must be what a login"));
    }
    EXPECT_EQ(everything(), before);
}

TEST_P(Migration, P8_11_a_value_of_another_organisation_makes_its_row_bad) {
    ASSERT_TRUE(migrate(row('a', "", "12345678", "exams:01AB")).bad_rows.empty());
    auto const before = everything();
    auto const rows = row('b', "", "87654321", "exams:01AB") + // 2: of an organisation we know
                      row('c', "", "87654321", "exams:02CD") + // 3
                      row('d', "", "12345678", "exams:02CD") + // 4: of one in this file
                      row('e', "", "12345678", "exams:01AB");  // 5: its own
    for (bool const dry : {true, false}) {
        auto const report = migrate(rows, dry);
        EXPECT_EQ(bad_lines(report), (std::vector{2, 4}));
        for (auto const& bad : report.bad_rows)
            EXPECT_TRUE(bad.complaint.ends_with("another organisation: Stichting De Brug"))
                << bad.complaint;
        EXPECT_TRUE(report.bad_rows.front().complaint.starts_with("brin 01AB belongs to"));
    }
    EXPECT_EQ(everything(), before);
}

TEST_P(Migration, P8_11_the_dry_run_names_each_organisation_value_and_other_name) {
    auto rows = row('a', "", "12345678", "exams:01AB") + row('b', "", "12345678", "exams:01AB") +
                row('c', "", "87654321", "exams:02CD");
    auto const other = row('d');
    rows += std::string{other}.replace(other.find("De Brug"), 7, "De Linde");
    auto const dry = migrate(rows, true);
    EXPECT_TRUE(dry.bad_rows.empty());
    EXPECT_EQ(dry.named, (std::vector<std::string>{
                             "brin 01AB becomes a value of Stichting De Brug (KVK 12345678)",
                             "Stichting De Brug (KVK 87654321) is admitted",
                             "brin 02CD becomes a value of Stichting De Brug (KVK 87654321)",
                             "Stichting De Brug (KVK 12345678) keeps its name; line 5 calls it "
                             "Stichting De Linde"}));
    EXPECT_EQ(migrate(rows).named, dry.named) << "and it is what is done";
    EXPECT_EQ(look([](Records& records) {
                  return records.organisation(storage::samples::organisation_id())->name;
              }),
              "Stichting De Brug");
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'organisation extended'"}),
              2);
}

TEST_P(Migration, P8_11_an_organisation_keeps_the_values_that_come_by_each_of_its_numbers) {
    change([&](Records& records) {
        auto both = storage::samples::organisation("both");
        both.kvk_numbers = {storage::samples::kvk("11111111"), storage::samples::kvk("22222222")};
        records.add(both);
    });
    ASSERT_TRUE(migrate(row('a', "", "11111111", "exams:01AB") +
                        row('b', "", "22222222", "exams:02CD") +
                        row('c', "", "22222222", "exams:01AB"))
                    .bad_rows.empty());
    auto const kept = look([](Records& records) {
        return records.organisation(storage::samples::organisation_id("both")).value();
    });
    EXPECT_TRUE(kept.owns("brin", "01AB"));
    EXPECT_TRUE(kept.owns("brin", "02CD"));
    EXPECT_EQ(kept.attributes.size(), 2U);
}

TEST_P(Migration, an_account_that_is_there_already_is_not_taken_over_twice) {
    ASSERT_TRUE(migrate(row('a', username(1).text())).bad_rows.empty());
    auto const before = everything();
    EXPECT_EQ(bad_lines(migrate(row('b', username(1).text()) + row('a'))), (std::vector{2, 3}));
    EXPECT_EQ(everything(), before);
}

TEST_P(Migration, P2_12_the_same_person_may_be_linked_in_two_organisations) {
    auto const report = migrate(row('a') + row('a', "", "87654321"));
    EXPECT_TRUE(report.bad_rows.empty());
    EXPECT_TRUE(of('a'));
    EXPECT_TRUE(of('a', "87654321"));
}

TEST_P(Migration, P2_13_a_migrated_link_signs_in_and_lapses_like_any_other) {
    migrate(row('a'));
    auto const link = of('a').value().link.value();
    EXPECT_EQ(link.lapses_at(policy), foundation::parse_rfc3339("2027-09-01T08:00:00Z"));
}

} // namespace
} // namespace stage
