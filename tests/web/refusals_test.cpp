#include "door.h"

#include "portal/signing_in/decide.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

/// P3.3: every refusal that there is has a page in both languages and a line for the operator. The
/// lists cannot lag behind: a value that is not in them does not compile.
namespace {

using inside::House;
using portal::Rejection;
using portal::signing_in::Refusal;
using world::Browser;

/// The one after it; nothing after the last. Starts at the first.
std::optional<Rejection> next(Rejection reason) {
    switch (reason) {
    case Rejection::cancelled:
        return Rejection::level_too_low;
    case Rejection::level_too_low:
        return Rejection::chain_mandate;
    case Rejection::chain_mandate:
        return Rejection::not_served;
    case Rejection::not_served:
        return Rejection::broker_unavailable;
    case Rejection::broker_unavailable:
        return Rejection::message_refused;
    case Rejection::message_refused:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<Refusal> next(Refusal refusal) {
    switch (refusal) {
    case Refusal::level_too_low:
        return Refusal::account_ended;
    case Refusal::account_ended:
        return Refusal::organisation_ended;
    case Refusal::organisation_ended:
        return Refusal::another_kvk_number;
    case Refusal::another_kvk_number:
        return Refusal::another_person;
    case Refusal::another_person:
        return Refusal::staff_have_own_door;
    case Refusal::staff_have_own_door:
        return std::nullopt;
    }
    return std::nullopt;
}

template<class Reason>
std::vector<Reason> all_from(Reason first) {
    std::vector<Reason> all;
    for (std::optional<Reason> one = first; one; one = next(*one))
        all.push_back(*one);
    return all;
}

std::string operating() {
    std::ifstream file{std::string{SOURCE_DIR} + "/docs/operating.md"};
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The line of the table that tells an operator about it, with what happened and what to do.
void expect_line_for_the_operator(std::string_view name) {
    static auto const text = operating();
    auto const row = text.find("\n| `" + std::string{name} + "` |");
    ASSERT_NE(row, std::string::npos) << name << " has no line in docs/operating.md";
    auto const line = text.substr(row + 1, text.find('\n', row + 1) - row - 1);
    EXPECT_EQ(std::ranges::count(line, '|'), 4) << line;
    EXPECT_GT(line.size(), name.size() + 40) << line;
}

std::string heading(std::string const& page) {
    auto const at = page.find("<h1");
    auto const from = page.find('>', at) + 1;
    return page.substr(from, page.find("</h1>", from) - from);
}

/// What both languages' pages must hold to.
void expect_plain_page(House& house, Browser& browser, std::string_view name, bool alarming,
                       std::string const& language) {
    EXPECT_TRUE(browser.shows("<html lang=\"" + language + "\"")) << name;
    EXPECT_FALSE(heading(browser.text()).empty()) << name;
    EXPECT_TRUE(browser.shows("/problemen-met-inloggen")) << name;
    EXPECT_FALSE(browser.shows("data-submit")) << name << ": no page restarts the login by itself";
    EXPECT_FALSE(browser.shows("http-equiv")) << name;
    if (!alarming)
        return;
    auto const found = std::ranges::find_if(house.log.rbegin(), house.log.rend(), [](auto& line) {
        return line.starts_with("sign-in refused");
    });
    ASSERT_NE(found, house.log.rend());
    auto const& line = *found;
    auto const at = line.find("incident=");
    ASSERT_NE(at, std::string::npos) << line;
    EXPECT_TRUE(browser.shows(line.substr(at + 9, 8))) << name << ": the code is on the page";
    EXPECT_NE(line.find("reason=" + std::string{name}), std::string::npos) << line;
}

struct Language {
    std::string code;
    portal::Language language;
};
std::vector<Language> const languages{{"nl", portal::Language::dutch},
                                      {"en", portal::Language::english}};

TEST(Refusals, P3_3_every_rejection_at_the_door_has_its_page_in_both_languages_and_its_line) {
    House house;
    std::map<std::string, std::set<std::string>> headings;
    for (auto const reason : all_from(Rejection::cancelled))
        for (auto const& [code, language] : languages) {
            Browser browser{house};
            door::leave(browser, "/saml/login?taal=" + code);
            door::turned_back(house, browser, reason);
            auto const name = name_of(reason);
            expect_plain_page(house, browser, name, reason != Rejection::cancelled, code);
            EXPECT_TRUE(headings[code].insert(heading(browser.text())).second)
                << name << " has the heading of another";
            expect_line_for_the_operator(name);
        }
}

/// Somebody who is refused for this reason, at the broker's end of the way in.
portal::Account refused_for(House& house, Refusal refusal, std::string const& name) {
    auto account = house.moves_in(name);
    if (refusal == Refusal::account_ended)
        account.ended_at = house.now;
    if (refusal == Refusal::another_kvk_number)
        account.link->identity.kvk = portal::KvkNumber::parse("90000077").value();
    house.save(account);
    return account;
}

void change_school(House& house, Refusal refusal) {
    auto school = house.school;
    if (refusal == Refusal::organisation_ended)
        school.ended_at = house.now;
    if (refusal == Refusal::staff_have_own_door) {
        house.policy.staff_have_own_door = true;
        school.is_agency = true;
    }
    house.archive->change([&](portal::Records& records) { records.save(school); });
}

TEST(Refusals, P3_3_every_refusal_of_the_rules_has_its_page_in_both_languages_and_its_line) {
    std::map<std::string, std::set<std::string>> headings;
    for (auto const refusal : all_from(Refusal::level_too_low))
        for (auto const& [code, language] : languages) {
            House house;
            auto const account = refused_for(house, refusal, "Nadia");
            auto kees = house.moves_in("Kees");
            kees.person.language = language;
            house.save(kees);
            Browser browser{house};
            if (refusal == Refusal::another_person)
                browser.signed_in_as(kees.id);
            change_school(house, refusal);
            door::leave(browser, "/saml/login?opnieuw=1&taal=" + code);
            door::back(house, browser,
                       {.identity = account.link->identity,
                        .level = refusal == Refusal::level_too_low ? portal::AssuranceLevel::loa2
                                                                   : portal::AssuranceLevel::loa3});
            EXPECT_EQ(browser.status(), 403);
            auto const name = name_of(refusal);
            expect_plain_page(house, browser, name, true, code);
            EXPECT_TRUE(headings[code].insert(heading(browser.text())).second)
                << name << " has the heading of another";
            expect_line_for_the_operator(name);
        }
}

TEST(Refusals, P3_3_a_login_that_nobody_began_here_has_its_page_in_both_languages_and_its_line) {
    House house;
    for (auto const& [code, language] : languages) {
        Browser browser{house};
        browser.get("/saml/acs?SAMLart=abc&RelayState=unknown&taal=" + code);
        EXPECT_EQ(browser.status(), 403);
        expect_plain_page(house, browser, "departure unknown", true, code);
    }
    expect_line_for_the_operator("departure unknown");
}

TEST(Refusals, P3_3_the_operator_finds_what_has_no_name_of_its_own_too) {
    for (auto const* name :
         {"level 4 not reached", "outside the branch", "not linked", "link lapsed"})
        expect_line_for_the_operator(name);
}

TEST(Refusals, P3_3_a_chain_mandate_says_so_and_what_to_do) {
    House house;
    Browser browser{house};
    door::leave(browser, "/saml/login");
    door::turned_back(house, browser, Rejection::chain_mandate);
    EXPECT_EQ(browser.status(), 403);
    EXPECT_TRUE(browser.shows("U logt in via een andere organisatie"));
    EXPECT_TRUE(browser.shows("van de organisatie zelf"));
    Browser english{house};
    door::leave(english, "/saml/login?taal=en");
    door::turned_back(house, english, Rejection::chain_mandate);
    EXPECT_TRUE(english.shows("You log in through another organisation"));
}

} // namespace
