#include "support/cast.h"

#include "foundation/text.h"
#include "portal/upkeep/migration_rows.h"

#include <gtest/gtest.h>
#include <map>

namespace {

using portal::upkeep::BadRow;
using portal::upkeep::GivenAccount;

constexpr std::string_view header =
    "username,kvk,organisation,pseudonym,linked_at,last_login_at,name,email,roles\n";

portal::Catalogue catalogue() {
    portal::Catalogue catalogue;
    catalogue.attribute_types = {{.code = "brin", .name = {}, .format = "99AA"},
                                 {.code = "unit", .name = {}, .format = "999A999"}};
    auto const role = [](std::string code, std::vector<std::string> types) {
        return portal::Role{.code = std::move(code),
                            .name = {},
                            .explanation = {},
                            .attribute_types = std::move(types),
                            .tasks = {},
                            .sectors = {}};
    };
    catalogue.roles = {role("exams", {"brin"}), role("reader", {}), role("both", {"brin", "unit"})};
    return catalogue;
}

std::string cast_pseudonym() { return std::string(64, 'a') + '@' + std::string(32, '1'); }

/// One row that is in order, with some of its cells changed.
std::string row(std::map<std::string, std::string> const& changes = {}) {
    std::map<std::string, std::string> cells{{"username", cast::username().text()},
                                             {"kvk", "90000001"},
                                             {"organisation", "Lindenhof"},
                                             {"pseudonym", cast_pseudonym()},
                                             {"linked_at", "2025-03-01T09:00:00Z"},
                                             {"last_login_at", "2026-03-01T09:00:00Z"},
                                             {"name", "Nadia Boukhari"},
                                             {"email", "n.boukhari@lindenhof.example"},
                                             {"roles", "exams:01AB|reader:"}};
    for (auto const& [column, text] : changes)
        cells.at(column) = text;
    std::string text;
    for (auto const column : {"username", "kvk", "organisation", "pseudonym", "linked_at",
                              "last_login_at", "name", "email", "roles"})
        text += cells.at(column) + ',';
    text.back() = '\n';
    return text;
}

struct Read {
    std::vector<GivenAccount> given;
    std::vector<BadRow> bad;
};

Read read(std::string const& csv) {
    Read result;
    result.given = given_accounts(csv, catalogue(), cast::at("2026-11-23T09:00:00Z"), result.bad);
    return result;
}

Read read_row(std::map<std::string, std::string> const& changes = {}) {
    return read(std::string{header} + row(changes));
}

std::string only_complaint(std::map<std::string, std::string> const& changes) {
    auto const [given, bad] = read_row(changes);
    EXPECT_TRUE(given.empty());
    EXPECT_EQ(bad.size(), 1U);
    return bad.size() == 1 && bad.front().line == 2 ? bad.front().complaint : "";
}

TEST(MigrationRows, a_row_in_order_comes_in_whole) {
    auto const [given, bad] = read_row({{"name", "\"N. Boukhari\""}, {"email", " n@b.example "}});
    ASSERT_TRUE(bad.empty());
    ASSERT_EQ(given.size(), 1U);
    auto const& one = given.front();
    EXPECT_EQ(one.line, 2);
    EXPECT_EQ(one.named, cast::username());
    EXPECT_EQ(one.kvk, cast::kvk());
    EXPECT_EQ(one.organisation, "Lindenhof");
    EXPECT_EQ(one.pseudonym.text(), cast_pseudonym());
    EXPECT_EQ(one.linked_at, cast::at("2025-03-01T09:00:00Z"));
    EXPECT_EQ(one.last_login_at, cast::at("2026-03-01T09:00:00Z"));
    EXPECT_EQ(one.name.text(), "N. Boukhari");
    EXPECT_EQ(one.email.text(), "n@b.example");
    ASSERT_EQ(one.roles.size(), 2U);
    EXPECT_EQ(one.roles[0].code, "exams");
    EXPECT_EQ(one.roles[0].attribute, "01AB");
    EXPECT_EQ(one.roles[1].code, "reader");
    EXPECT_EQ(one.roles[1].attribute, "");
}

TEST(MigrationRows, username_last_login_and_roles_may_be_empty) {
    auto const [given, bad] = read_row({{"username", ""}, {"last_login_at", ""}, {"roles", ""}});
    ASSERT_TRUE(bad.empty());
    EXPECT_FALSE(given.front().named);
    EXPECT_FALSE(given.front().last_login_at);
    EXPECT_TRUE(given.front().roles.empty());
}

TEST(MigrationRows, nothing_else_may_be_empty) {
    for (auto const* column : {"kvk", "organisation", "pseudonym", "linked_at", "name", "email"})
        EXPECT_TRUE(only_complaint({{column, ""}}).starts_with(column)) << column;
}

TEST(MigrationRows, each_cell_has_its_form) {
    EXPECT_TRUE(only_complaint({{"kvk", "9000001"}}).starts_with("kvk"));
    EXPECT_TRUE(only_complaint({{"kvk", "9000000a"}}).starts_with("kvk"));
    EXPECT_TRUE(only_complaint({{"username", "ABCDEFGHJ"}}).starts_with("username"));
    EXPECT_TRUE(only_complaint({{"linked_at", "2025-03-01"}}).starts_with("linked_at"));
    EXPECT_TRUE(only_complaint({{"linked_at", "2025-02-29T09:00:00Z"}}).starts_with("linked_at"));
    EXPECT_TRUE(only_complaint({{"linked_at", "2026-11-23T09:00:01Z"}}).starts_with("linked_at"));
    EXPECT_TRUE(only_complaint({{"last_login_at", "yesterday"}}).starts_with("last_login_at"));
    EXPECT_TRUE(
        only_complaint({{"last_login_at", "2026-11-23T09:00:01Z"}}).starts_with("last_login_at"));
    EXPECT_TRUE(only_complaint({{"email", "nadia"}}).starts_with("email"));
    EXPECT_TRUE(only_complaint({{"name", std::string(101, 'n')}}).starts_with("name"));
    EXPECT_TRUE(
        only_complaint({{"organisation", std::string(121, 'o')}}).starts_with("organisation"));
}

TEST(MigrationRows,
     P2_12_a_pseudonym_is_what_a_login_brings_64_digits_a_sign_and_32_in_lower_case) {
    auto const person = std::string(64, 'B');
    auto const whole = person + '@' + std::string(32, '0');
    EXPECT_EQ(read_row({{"pseudonym", whole}}).given.front().pseudonym.text(),
              foundation::lower_ascii(whole));
    for (auto const& wrong :
         {person, person.substr(1), person + 'B', person + '@', whole + '0', whole.substr(1),
          std::string(64, 'g') + whole.substr(64),
          std::string(63, 'a') + '@' + std::string(33, 'a'), person + '0' + std::string(32, '0')})
        EXPECT_EQ(only_complaint({{"pseudonym", wrong}}),
                  "pseudonym must be what a login always brings: 64 hexadecimal digits, '@' and 32 "
                  "more")
            << wrong;
}

TEST(MigrationRows, P2_14_a_name_is_judged_as_at_every_door) {
    EXPECT_EQ(read_row({{"name", "Jan  van \u2019t Hof "}}).given.front().name.text(),
              "Jan van \u2019t Hof");
    EXPECT_EQ(read_row({{"name", "\"Vries, A. de\""}}).given.front().name.text(), "A. de Vries")
        << "as registers write it";
    for (auto const* wrong : {"Anna 2", "An\u200bna", "\"Boukhari, N., jr\"", "www.prijs.nl"})
        EXPECT_EQ(only_complaint({{"name", wrong}}),
                  "name must be a person's name of at most 100 characters: letters, spaces, "
                  "apostrophes, hyphens and full stops, none of them as in a web address")
            << wrong;
}

TEST(MigrationRows, P2_15_a_mail_address_is_judged_as_at_every_door) {
    EXPECT_EQ(read_row({{"email", "\u200banna@müller.example"}}).given.front().email.text(),
              "anna@müller.example");
    EXPECT_EQ(only_complaint({{"email", "anna@b"}}), "email must be one mail address");
    EXPECT_TRUE(only_complaint({{"email", "zoë@b.example"}}).starts_with("email must have only"));
}

TEST(MigrationRows, P6_1_a_role_comes_with_the_attribute_that_it_needs_and_no_other) {
    EXPECT_EQ(only_complaint({{"roles", "nobody"}}), "there is no role 'nobody'");
    for (auto const* wrong : {"exams", "exams:", "exams:1AB", "exams:01ab", "exams:01ABC"})
        EXPECT_EQ(only_complaint({{"roles", wrong}}),
                  "role 'exams' needs an attribute of the form 99AA")
            << wrong;
    EXPECT_EQ(only_complaint({{"roles", "reader:01AB"}}), "role 'reader' takes no attribute");
    EXPECT_EQ(only_complaint({{"roles", "both:01AB"}}),
              "role 'both' needs more than one attribute and cannot be migrated");
}

TEST(MigrationRows, every_bad_row_is_named_with_every_complaint_about_it) {
    auto const [given, bad] =
        read(std::string{header} + row() + row({{"kvk", "1"}, {"email", "x"}}) + row() +
             "too,few\n" + row({{"roles", "nobody|exams:x"}}));
    EXPECT_EQ(given.size(), 2U);
    std::vector<int> lines;
    for (auto const& each : bad)
        lines.push_back(each.line);
    EXPECT_EQ(lines, (std::vector{3, 3, 5, 6, 6}));
}

TEST(MigrationRows, the_header_must_have_the_nine_columns_in_their_order) {
    for (auto const& wrong :
         {std::string{}, row(), "username,kvk\n" + row(),
          "kvk,username,organisation,pseudonym,linked_at,last_login_at,name,email,roles\n" + row(),
          std::string{header.substr(0, header.size() - 1)} + ",extra\n" + row()}) {
        auto const [given, bad] = read(wrong);
        EXPECT_TRUE(given.empty());
        ASSERT_EQ(bad.size(), 1U);
        EXPECT_EQ(bad.front().line, 1);
    }
}

TEST(MigrationRows, a_file_that_is_not_utf_8_or_wrongly_quoted_is_refused_as_a_whole) {
    EXPECT_EQ(read(std::string{header} + row({{"name", "Zo\xeb"}})).bad.front().complaint,
              "the file is not UTF-8");
    EXPECT_EQ(read_row({{"name", "\"Nadia"}}).bad.front().complaint,
              "line 2: a quote is opened and never closed");
}

} // namespace
