#include "saml/names.h"
#include "saml/rules/attributes.h"
#include "saml/rules/conditions.h"
#include "saml/rules/heading.h"
#include "saml/rules/persons.h"
#include "saml/rules/response.h"
#include "saml/rules/subject.h"

#include <gtest/gtest.h>

/// The rules over plain values, where no message can be written that reaches them: what an earlier
/// rule refuses, or what depends on the configuration.
namespace {

namespace names = saml::names;
using saml::Assertion;
using saml::NameId;
using saml::Persons;
namespace rules = saml::rules;

std::string outcome(rules::Finding const& finding) { return finding ? finding->detail : "fine"; }

NameId legal(std::string_view qualifier, std::string value) {
    return {.format = std::string{names::persistent},
            .qualifier = std::string{qualifier},
            .value = std::move(value)};
}

std::string with_rsins(std::vector<std::string> const& values) {
    Persons persons{.acting = {}, .legal = {legal(names::kvk_number, "12345678")}};
    for (auto const& value : values)
        persons.legal.push_back(legal(names::rsin, value));
    return outcome(rules::organisation(persons));
}

TEST(Rules, P9_an_rsin_is_nine_digits_that_pass_the_test_of_eleven_and_only_one) {
    EXPECT_EQ(with_rsins({}), "fine");
    EXPECT_EQ(with_rsins({"001234560"}), "fine");
    EXPECT_EQ(with_rsins({"001234561"}), "9.16 rsin");
    EXPECT_EQ(with_rsins({"0012345600"}), "9.16 rsin");
    EXPECT_EQ(with_rsins({";01234560"}), "9.16 rsin") << "passes the sum, is no number";
    EXPECT_EQ(with_rsins({"001234560", "001234560"}), "9.16 rsin");
}

TEST(Rules, item_9_18_attributes_come_in_one_statement_neither_none_nor_two) {
    auto const judged = [](std::size_t statements) {
        Assertion assertion;
        assertion.attribute_statements = statements;
        return outcome(rules::attributes(assertion, {.broker_entity_id = "urn:broker",
                                                     .departed_at = {},
                                                     .minimum_level = portal::AssuranceLevel::loa3,
                                                     .now = {},
                                                     .skew = std::chrono::seconds{60}}));
    };
    EXPECT_EQ(judged(0), "9.18 one statement");
    EXPECT_EQ(judged(1), "fine");
    EXPECT_EQ(judged(2), "9.18 one statement");
}

TEST(Rules, an_id_is_an_ascii_name_of_200_characters_at_most) {
    rules::Expectation const expected{.broker_entity_id = "urn:broker",
                                      .departed_at = {},
                                      .minimum_level = portal::AssuranceLevel::loa3,
                                      .now = *foundation::parse_rfc3339("2026-11-23T10:00:00Z"),
                                      .skew = std::chrono::seconds{60}};
    auto const judged = [&](std::string id) {
        return outcome(rules::heading({.id = std::move(id),
                                       .version = "2.0",
                                       .issue_instant = "2026-11-23T10:00:00Z",
                                       .issuer = {.name = "urn:broker"}},
                                      expected, "9"));
    };
    for (std::string const good : {"a", "z", "A", "Z", "_", "_0", "_9", "_-", "_.", "aZz_09-."})
        EXPECT_EQ(judged(good), "fine") << good;
    EXPECT_EQ(judged(std::string(200, 'a')), "fine");
    EXPECT_EQ(judged(std::string(201, 'a')), "9 id");
    for (std::string const bad :
         {"", "0", "-", ".", "`", "{", "@", "[", "_`", "_{", "_@", "_[", "_/", "_:", "_ ", "_\n"})
        EXPECT_EQ(judged(bad), "9 id") << bad;
}

TEST(Rules, P9_a_pseudonym_is_of_hexadecimal_digits) {
    auto const judged = [](char c) {
        Persons persons{.acting =
                            legal(names::pseudonym, std::string(64, c) + '@' + std::string(32, c)),
                        .legal = {}};
        return outcome(rules::acting_person(persons));
    };
    for (char const good : std::string_view{"09afAF"})
        EXPECT_EQ(judged(good), "fine") << good;
    for (char const bad : std::string_view{"/:`g@G"})
        EXPECT_EQ(judged(bad), "9.15 pseudonym") << bad;
}

TEST(Rules, P4_conditions_are_one_element) {
    rules::Expectation const expected{.entity_id = "urn:us",
                                      .departed_at = {},
                                      .minimum_level = portal::AssuranceLevel::loa3,
                                      .now = *foundation::parse_rfc3339("2026-11-23T10:00:00Z"),
                                      .skew = std::chrono::seconds{60}};
    saml::Conditions const good{.not_before = "2026-11-23T10:00:00Z",
                                .not_on_or_after = "2026-11-23T10:02:00Z",
                                .audiences = {{"urn:us"}}};
    Assertion assertion;
    EXPECT_EQ(outcome(rules::conditions(assertion, expected)), "9.12 one conditions");
    assertion.conditions = {good};
    EXPECT_EQ(outcome(rules::conditions(assertion, expected)), "fine");
    assertion.conditions = {good, good};
    EXPECT_EQ(outcome(rules::conditions(assertion, expected)), "9.12 one conditions");
}

TEST(Rules, P1_no_request_is_answered_by_no_answer) {
    saml::Response response;
    response.heading = {.id = "_r",
                        .version = "2.0",
                        .issue_instant = "2026-11-23T10:00:00Z",
                        .issuer = {.name = "urn:broker"}};
    rules::Expectation const expected{.broker_entity_id = "urn:broker",
                                      .departed_at = {},
                                      .minimum_level = portal::AssuranceLevel::loa3,
                                      .now = *foundation::parse_rfc3339("2026-11-23T10:00:00Z"),
                                      .skew = std::chrono::seconds{60}};
    EXPECT_EQ(outcome(rules::response(response, expected)), "9.8 in response to");
    Assertion assertion;
    assertion.confirmations = {{.method = std::string{names::bearer}, .not_before = {}}};
    EXPECT_EQ(outcome(rules::subject(assertion, expected)), "9.11 in response to");
}

TEST(Rules, P9_any_uuid_will_do_where_none_is_configured) {
    Assertion assertion;
    assertion.attributes = {{.name = std::string{names::service_id}, .values = {"urn:service"}}};
    std::vector<std::string> const uuids{"one"};
    rules::Expectation expected{.service_id = "urn:service",
                                .departed_at = {},
                                .minimum_level = portal::AssuranceLevel::loa3,
                                .now = {},
                                .skew = {}};
    EXPECT_EQ(outcome(rules::service(assertion, expected)), "fine");
    expected.service_uuids = uuids;
    EXPECT_EQ(outcome(rules::service(assertion, expected)), "9.14 service uuid");
}

} // namespace
