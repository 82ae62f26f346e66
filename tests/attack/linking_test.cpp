#include "support/stronghold.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

#include <algorithm>

/// security.md L4, L6, L7 and H3 at linking.
namespace {

using namespace std::chrono_literals;
using attack::Stronghold;
using attack::Visitor;
using portal::Account;
using portal::Code;

class Linking : public testing::Test {
protected:
    Stronghold portal;
    int persons = 0;

    portal::Identity somebody(std::string const& kvk = "12345678") {
        return {.pseudonym = foundation::sha256_hex(std::to_string(++persons)),
                .kvk = portal::KvkNumber::parse(kvk).value()};
    }
    Code const code = Code::mint(portal.world.randomness);

    /// An account that waits to be linked with the code.
    Account waiting(std::string const& id, portal::Organisation const& organisation,
                    std::function<void(Account&)> const& change = {}) {
        return portal.world.add_account(id, organisation, [&](Account& account) {
            account.letter_made_at = portal.world.now;
            account.code = {.digest = portal.site().vault.activation_digest(account.username, code),
                            .sent_at = portal.world.now};
            if (change)
                change(account);
        });
    }
    Account blocked(std::string const& id, portal::Organisation const& organisation) {
        return waiting(id, organisation, [&](Account& account) {
            account.attempts.blocked_until = portal.world.now + 10min;
        });
    }
    bool linked(Account const& account) {
        return portal.world.account(account.id).link.has_value();
    }
    using Post = std::pair<std::string, attack::Fields>;
    std::vector<Post> steps(Account const& account) const {
        return {{"/koppelen/voordat-u-begint", {{"situatie", "beide"}}},
                {"/koppelen/disclaimer", {{"akkoord", "ja"}}},
                {"/koppelen/gebruikersvoorwaarden", {{"akkoord", "ja"}}},
                {"/koppelen/koppelen",
                 {{"gebruikersnaam", account.username.text()}, {"activatiecode", code.reveal()}}}};
    }
    Visitor before_the_combination() {
        Visitor visitor{portal};
        visitor.as(somebody());
        for (auto const& [path, fields] : steps(portal.sanne))
            if (path != "/koppelen/koppelen")
                visitor.post(path, fields);
        return visitor;
    }
    http::Response combines(Visitor& visitor, portal::Username const& username, Code const& with) {
        return visitor.post("/koppelen/koppelen", {{"gebruikersnaam", username.text()},
                                                   {"activatiecode", with.reveal()}});
    }
};

/// Everything but what the visitor himself brought along.
std::string impersonal(http::Response const& response, Visitor& visitor,
                       portal::Username const& typed) {
    auto text = std::to_string(response.status) + response.body;
    for (auto const& own : {visitor.token(), typed.text()})
        for (auto at = text.find(own); at != std::string::npos; at = text.find(own))
            text.replace(at, own.size(), "#");
    return text;
}

TEST_F(Linking, L4_P2_18_every_wrong_half_gets_the_same_bytes) {
    auto const right = waiting("goed", portal.school);
    auto const wrong_code = Code::mint(portal.world.randomness);
    auto const ended_school = portal.world.add_organisation("gestopt", "12345678");
    struct Row {
        std::string name;
        portal::Username username;
        Code code;
    };
    std::vector<Row> const rows{
        {"unknown user", portal::Username::mint(portal.world.randomness), code},
        {"wrong code", right.username, wrong_code},
        {"used code",
         waiting("gebruikt", portal.school, [](Account& account) { account.code.reset(); })
             .username,
         code},
        {"linked already",
         waiting("gekoppeld", portal.school,
                 [&](Account& account) {
                     account.link =
                         portal::Link{.identity = somebody(), .linked_at = portal.world.now};
                 })
             .username,
         code},
        {"of another organisation", waiting("vreemd", portal.neighbour).username, code},
        {"blocked", blocked("vast", portal.school).username, wrong_code},
        {"blocked, of another organisation", blocked("vast-2", portal.neighbour).username, code},
        {"ended",
         waiting("weg", portal.school,
                 [&](Account& account) { account.ended_at = portal.world.now - 1h; })
             .username,
         code},
    };
    std::set<std::string> seen;
    for (auto const& row : rows) {
        auto visitor = before_the_combination();
        auto const response = combines(visitor, row.username, row.code);
        EXPECT_NE(response.status, 303) << row.name;
        seen.insert(impersonal(response, visitor, row.username));
        EXPECT_EQ(seen.size(), 1U) << row.name;
    }
    auto visitor = before_the_combination();
    EXPECT_EQ(combines(visitor, right.username, code).status, 303);
    EXPECT_TRUE(linked(right));
}

TEST_F(Linking, P2_18_who_has_both_halves_of_a_blocked_account_reads_until_when) {
    auto const account = blocked("vast", portal.school);
    auto visitor = before_the_combination();
    EXPECT_TRUE(combines(visitor, account.username, code).body.contains("opnieuw proberen vanaf"));
}

TEST_F(Linking, L4_asking_for_a_code_answers_alike) {
    auto const known = waiting("bekend", portal.school);
    auto const foreign = waiting("vreemd", portal.neighbour);
    std::set<std::string> seen;
    for (auto const& username : {known.username, foreign.username, portal.sanne.username,
                                 portal::Username::mint(portal.world.randomness)}) {
        auto visitor = before_the_combination();
        auto const response =
            visitor.post("/koppelen/geen-code", {{"gebruikersnaam", username.text()}});
        seen.insert(std::to_string(response.status) + attack::header(response, "Location") +
                    response.body);
    }
    EXPECT_EQ(seen.size(), 1U);
    EXPECT_TRUE(portal.world.account(known.id).code_requested_at.has_value());
    EXPECT_FALSE(portal.world.account(foreign.id).code_requested_at.has_value());
}

TEST_F(Linking, L4_revoking_answers_alike) {
    auto const revocation = Code::mint(portal.world.randomness);
    auto const mine = waiting("mijn", portal.school, [&](Account& account) {
        account.revocation_digest = portal.site().vault.revocation_digest(revocation);
        account.link = portal::Link{.identity = somebody(), .linked_at = portal.world.now};
    });
    Visitor visitor{portal};
    auto const wrong = visitor.post("/koppeling-intrekken",
                                    {{"intrekcode", Code::mint(portal.world.randomness).reveal()}});
    EXPECT_TRUE(linked(mine));
    auto const right = visitor.post("/koppeling-intrekken", {{"intrekcode", revocation.reveal()}});
    EXPECT_FALSE(linked(mine));
    EXPECT_EQ(wrong.status, right.status);
    EXPECT_EQ(wrong.headers, right.headers);
    EXPECT_EQ(wrong.body, right.body);
}

TEST_F(Linking, L6_anothers_account_is_not_linked_and_its_code_not_used_up) {
    auto const foreign = waiting("vreemd", portal.neighbour);
    auto intruder = before_the_combination();
    EXPECT_NE(combines(intruder, foreign.username, code).status, 303);
    EXPECT_FALSE(linked(foreign));
    EXPECT_TRUE(portal.world.account(foreign.id).code.has_value());
    EXPECT_EQ(portal.world.account(foreign.id).attempts.wrong, 0);
    Visitor owner{portal};
    owner.as(somebody("87654321"));
    for (auto const& [path, fields] : steps(foreign))
        owner.post(path, fields);
    EXPECT_TRUE(linked(foreign));
}

TEST_F(Linking, L6_a_second_account_of_the_same_organisation_is_refused) {
    auto const second = waiting("tweede", portal.school);
    Visitor visitor{portal};
    visitor.as(portal.sanne.link->identity);
    for (auto const& [path, fields] : steps(second))
        visitor.post(path, fields);
    EXPECT_FALSE(linked(second));
}

TEST_F(Linking, L7_of_all_orders_of_the_steps_only_the_right_one_links) {
    std::array order{0U, 1U, 2U, 3U};
    int links = 0;
    do {
        auto const account = waiting("a" + std::to_string(persons), portal.school);
        Visitor visitor{portal};
        visitor.as(somebody());
        auto const all = steps(account);
        for (auto const step : order)
            visitor.post(all[step].first, all[step].second);
        EXPECT_EQ(linked(account), std::ranges::is_sorted(order)) << account.id.text();
        links += linked(account) ? 1 : 0;
        EXPECT_EQ(portal.world.account(account.id).code.has_value(), !linked(account));
    } while (std::ranges::next_permutation(order).found);
    EXPECT_EQ(links, 1);
}

TEST_F(Linking, L7_no_step_can_be_left_out_and_no_agreement_answered_otherwise) {
    for (unsigned left_out = 0; left_out < 3; ++left_out)
        for (bool const sent : {false, true}) {
            auto const account = waiting("b" + std::to_string(persons), portal.school);
            Visitor visitor{portal};
            visitor.as(somebody());
            auto all = steps(account);
            if (sent)
                all[left_out].second.front().second = "nee";
            else
                all.erase(all.begin() + left_out);
            for (auto const& [path, fields] : all)
                visitor.post(path, fields);
            EXPECT_FALSE(linked(account)) << left_out << sent;
        }
}

TEST_F(Linking, L7_one_persons_steps_do_not_count_for_another) {
    auto const account = waiting("iemand", portal.school);
    auto first = before_the_combination();
    Visitor second{portal};
    second.as(somebody());
    combines(second, account.username, code);
    EXPECT_FALSE(linked(account));
    EXPECT_EQ(combines(first, account.username, code).status, 303);
    EXPECT_TRUE(linked(account));
}

TEST_F(Linking, H3_linking_gives_a_new_session_and_the_old_one_has_no_account) {
    auto const account = waiting("nieuw", portal.school);
    auto visitor = before_the_combination();
    Visitor thief = visitor;
    ASSERT_EQ(combines(visitor, account.username, code).status, 303);
    EXPECT_NE(visitor.session(), thief.session());
    EXPECT_EQ(visitor.get("/overzicht").status, 200);
    EXPECT_NE(thief.get("/overzicht").status, 200);
    portal.world.now += 1min - 1s;
    EXPECT_TRUE(thief.signed_in()) << "the second click of a double click";
    portal.world.now += 1s;
    EXPECT_FALSE(thief.signed_in()) << "however often it is used in between";
    EXPECT_TRUE(visitor.signed_in());
}

TEST_F(Linking, H3_the_second_click_opens_a_session_that_lasts_and_the_first_token_still_ends) {
    auto const account = waiting("dubbel", portal.school);
    auto visitor = before_the_combination();
    Visitor second_click = visitor;
    Visitor thief = visitor;
    ASSERT_EQ(combines(visitor, account.username, code).status, 303);
    portal.world.now += 30s;
    auto const second = combines(second_click, account.username, code);
    EXPECT_EQ(attack::header(second, "Location"), "/koppelen/gelukt");
    portal.world.now += 30s;
    EXPECT_FALSE(thief.signed_in());
    portal.world.now += 10min;
    EXPECT_EQ(second_click.get("/overzicht").status, 200);
    EXPECT_EQ(visitor.get("/overzicht").status, 200);
}

TEST_F(Linking, L9_after_revoking_nothing_opens_and_the_old_code_links_nothing) {
    auto const revocation = Code::mint(portal.world.randomness);
    auto const account = waiting("kwijt", portal.school, [&](Account& made) {
        made.revocation_digest = portal.site().vault.revocation_digest(revocation);
    });
    auto visitor = before_the_combination();
    ASSERT_EQ(combines(visitor, account.username, code).status, 303);
    ASSERT_EQ(visitor.get("/overzicht").status, 200);
    Visitor{portal}.post("/koppeling-intrekken", {{"intrekcode", revocation.reveal()}});
    EXPECT_EQ(visitor.get("/overzicht").status, 401);
    EXPECT_EQ(portal.sessions_of(account), 0U);
    auto again = before_the_combination();
    EXPECT_NE(combines(again, account.username, code).status, 303);
    EXPECT_FALSE(linked(account));
}

TEST_F(Linking, L10_nobody_is_linked_or_unlinked_in_silence) {
    auto const revocation = Code::mint(portal.world.randomness);
    auto const account = waiting("merkt-het", portal.school, [&](Account& made) {
        made.revocation_digest = portal.site().vault.revocation_digest(revocation);
    });
    auto const mailed = [&] {
        int to_the_user = 0;
        for (auto const& waiting_mail : portal.world.mails())
            to_the_user += waiting_mail.mail.address == account.person.email ? 1 : 0;
        return to_the_user;
    };
    auto visitor = before_the_combination();
    EXPECT_EQ(mailed(), 0);
    combines(visitor, account.username, code);
    EXPECT_EQ(mailed(), 1);
    Visitor{portal}.post("/koppeling-intrekken", {{"intrekcode", revocation.reveal()}});
    EXPECT_EQ(mailed(), 1);
}

} // namespace
