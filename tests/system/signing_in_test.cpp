#include "portal/signing_in/sign_in.h"

#include "system/support/stage.h"

#include <atomic>
#include <thread>

namespace stage {
namespace {

using namespace portal;
using foundation::Instant;
using signing_in::SignedInVisitor;

Instant const lapses_at = foundation::parse_rfc3339("2027-02-28T11:00:00Z").value();

/// Arrivals from the broker, on the archive: who is let in, what is kept of it.
class SigningIn : public OnStage {
protected:
    void SetUp() override {
        change([](Records& records) {
            auto anna = records.account(storage::samples::account_id()).value();
            anna.link = storage::samples::link(person("anna"));
            anna.link->linked_at = foundation::parse_rfc3339("2025-08-31T10:00:00Z").value();
            records.save(anna);
            auto session = storage::samples::session("anna's", "anna");
            records.add(session);
        });
    }

    static Arrival arrival(std::string assertion, Instant at, std::string const& who = "anna") {
        return {.request_id = "_request",
                .response_id = "_response",
                .assertion_id = std::move(assertion),
                .assertion_expires_at = at + 5min,
                .authenticated_at = at,
                .identity = person(who),
                .raw_pseudonym = who,
                .pseudonym_qualifier = {},
                .rsin = std::nullopt,
                .branch_number = std::nullopt,
                .organisation_name = std::nullopt,
                .level = AssuranceLevel::loa3,
                .authenticating_authority = {}};
    }
    signing_in::Outcome arrive(Arrival const& arrival, Instant at) {
        return arrive(archive(), arrival, at);
    }
    signing_in::Outcome arrive(Archive& node, Arrival const& arrival, Instant at) {
        signing_in::DepartureNote note;
        note.relay_digest = "departure " + std::to_string(++departures_);
        return signing_in::arrive(node, vault(), policy, arrival, note, "7F3A", at);
    }

    AccountId const anna_ = storage::samples::account_id();
    std::atomic<int> departures_ = 0;
};
ON_BOTH_DATABASES(SigningIn);

TEST_P(SigningIn, P3_4_one_second_before_18_months_have_gone_by_the_link_opens_the_account) {
    auto const outcome = arrive(arrival("_1", lapses_at), lapses_at - 1s);
    auto const& visitor = std::get<SignedInVisitor>(outcome);
    EXPECT_TRUE(std::holds_alternative<signing_in::SignedInAs>(visitor.verdict));
    EXPECT_EQ(visitor.session.account, anna_);
    EXPECT_EQ(account(anna_).link->last_sign_in_at, lapses_at - 1s);
    EXPECT_EQ(kinds_about(anna_), std::vector<std::string>{"signed in"});
    auto const kept = look([&](Records& records) {
        return storage::samples::session_in(records, vault().token_digest(visitor.token));
    });
    ASSERT_TRUE(kept) << "the database knows the cookie by its digest";
    EXPECT_EQ(kept->account, anna_);
}

TEST_P(SigningIn, P3_4_from_18_months_on_it_is_undone_at_the_door_and_its_sessions_end) {
    for (auto const at : {lapses_at, lapses_at + 1s}) {
        auto const outcome = arrive(arrival("_" + foundation::rfc3339(at), at), at);
        auto const& visitor = std::get<SignedInVisitor>(outcome);
        EXPECT_TRUE(std::holds_alternative<signing_in::MustLink>(visitor.verdict));
        EXPECT_FALSE(visitor.session.account);
        EXPECT_FALSE(account(anna_).link);
        look([&](Records& records) { EXPECT_TRUE(records.sessions_of(anna_).empty()); });
        EXPECT_EQ(kinds_about(anna_), std::vector<std::string>{"link lapsed"});
    }
}

TEST_P(SigningIn, an_assertion_counts_once_on_all_nodes) {
    auto other = another_node();
    EXPECT_TRUE(std::holds_alternative<SignedInVisitor>(arrive(arrival("_1", now), now)));
    EXPECT_TRUE(std::holds_alternative<signing_in::MessageReplayed>(
        arrive(*other.archive, arrival("_1", now), now)));
    EXPECT_EQ(kinds_about(anna_), std::vector<std::string>{"signed in"});
}

TEST_P(SigningIn, P2_12_of_several_accounts_one_is_chosen_and_nobody_chooses_anothers) {
    change([](Records& records) {
        records.add(storage::samples::organisation("elders"));
        auto second = storage::samples::account("anna-elders", 2, "elders");
        second.link = storage::samples::link(person("anna"));
        records.add(second);
        auto bert = storage::samples::account("bert", 3);
        bert.link = storage::samples::link(person("bert"));
        records.add(bert);
    });
    auto const outcome = arrive(arrival("_1", now), now);
    auto const& visitor = std::get<SignedInVisitor>(outcome);
    ASSERT_TRUE(std::holds_alternative<signing_in::MustChoose>(visitor.verdict));
    EXPECT_EQ(signing_in::choices(archive(), policy, person("anna"), now).size(), 2U);
    auto const choose = [&](char const* id) {
        return signing_in::choose_account(archive(), vault(), policy, visitor.session,
                                          storage::samples::account_id(id), now);
    };
    EXPECT_FALSE(choose("bert"));
    EXPECT_FALSE(choose("nobody"));
    auto const chosen = choose("anna-elders");
    ASSERT_TRUE(chosen);
    EXPECT_NE(chosen->token, visitor.token);
    look([&](Records& records) {
        EXPECT_FALSE(storage::samples::session_in(records, vault().token_digest(visitor.token)))
            << "the old token ends";
        EXPECT_EQ(
            storage::samples::session_in(records, vault().token_digest(chosen->token))->account,
            storage::samples::account_id("anna-elders"));
    });
}

TEST_P(SigningIn, P3_3_a_refusal_is_kept_with_its_incident_code_and_opens_no_session) {
    change([](Records& records) {
        auto anna = records.account(storage::samples::account_id()).value();
        anna.ended_at = now;
        records.save(anna);
    });
    auto const outcome = arrive(arrival("_1", now), now);
    EXPECT_EQ(std::get<signing_in::Refusal>(outcome), signing_in::Refusal::account_ended);
    auto const entries = look([](Records& records) { return records.journal_after(0, 10); });
    ASSERT_EQ(entries.size(), 1U);
    EXPECT_EQ(entries.front().kind, "sign-in refused");
    EXPECT_NE(entries.front().details.find("7F3A"), std::string::npos);
    EXPECT_EQ(count(storage::driver::Statement{"select count(*) from sessions"}), 1);
}

TEST_P(SigningIn, a_departure_lasts_30_minutes_and_belongs_to_one_browser_and_one_return) {
    auto const leave = [&] {
        return signing_in::depart(vault(), {.request_id = "_1", .departed_at = now}, "",
                                  "/overzicht", Language::dutch);
    };
    auto const back = [&](signing_in::Tickets const& tickets, std::string const& assertion,
                          Instant at) {
        auto const note = signing_in::brought_back(vault(), policy, tickets, at);
        return note && std::holds_alternative<SignedInVisitor>(signing_in::arrive(
                           archive(), vault(), policy, arrival(assertion, at), *note, "7F3A", at));
    };
    auto const first = leave();
    auto const second = leave();
    EXPECT_FALSE(
        back({.browser = second.browser, .relay = first.relay, .departure = first.departure}, "m0",
             now));
    EXPECT_FALSE(
        back({.browser = first.browser, .relay = second.relay, .departure = first.departure}, "m0",
             now));
    EXPECT_TRUE(back(first, "m1", now + 30min - 1s));
    EXPECT_FALSE(back(first, "m2", now + 30min - 1s)) << "used";
    EXPECT_FALSE(back(second, "m1", now)) << "the assertion was seen before";
    EXPECT_FALSE(back(leave(), "m3", now + 30min));
    EXPECT_FALSE(back(leave(), "m4", now + 30min + 1s));
    EXPECT_EQ(count(storage::driver::Statement{"select count(*) from departures"}), 0);
}

TEST_P(SigningIn, P3_10_of_thirty_two_returns_at_once_on_two_nodes_exactly_one_counts) {
    auto other = another_node();
    auto const tickets = signing_in::depart(vault(), {.request_id = "_1", .departed_at = now}, "",
                                            "", Language::dutch);
    auto const note = signing_in::brought_back(vault(), policy, tickets, now).value();
    std::atomic<int> firsts = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 32; ++i)
            threads.emplace_back([&, i] {
                auto& node = i % 2 == 0 ? archive() : *other.archive;
                auto const outcome =
                    signing_in::arrive(node, vault(), policy, arrival("_" + std::to_string(i), now),
                                       note, "7F3A", now);
                firsts += std::holds_alternative<SignedInVisitor>(outcome);
            });
    }
    EXPECT_EQ(firsts, 1);
}

TEST_P(SigningIn, P3_10_a_used_departure_is_remembered_as_long_as_any_node_might_take_it) {
    auto const tickets = signing_in::depart(vault(), {.request_id = "_1", .departed_at = now}, "",
                                            "", Language::dutch);
    auto const note = signing_in::brought_back(vault(), policy, tickets, now).value();
    auto const used_up = [&] {
        return archive().change(
            [&](Records& records) { return signing_in::use_up(records, policy, note, now); });
    };
    ASSERT_TRUE(used_up());
    change([&](Records& records) { records.forget_arrivals(policy, now + 30min + 1s); });
    EXPECT_FALSE(used_up()) << "by a node whose clock is behind";
}

TEST_P(SigningIn, P3_10_what_vouches_for_nobody_is_not_in_the_journal) {
    for (auto const reason : {Rejection::cancelled, Rejection::not_served,
                              Rejection::broker_unavailable, Rejection::message_refused})
        signing_in::note_rejection(archive(), policy, reason, {}, "7F3A", now);
    look([](Records& records) { EXPECT_TRUE(records.journal_after(0, 10).empty()); });
    for (auto const reason : {Rejection::level_too_low, Rejection::chain_mandate})
        for (auto const* again : {"once", "again"}) {
            signing_in::DepartureNote note;
            note.relay_digest = name_of(reason);
            signing_in::note_rejection(archive(), policy, reason, note, again, now);
        }
    look([](Records& records) { EXPECT_EQ(records.journal_after(0, 10).size(), 2U); });
}

/// Also when the answer was posted, so that the browser kept the old session's cookie back.
TEST_P(SigningIn, P3_5_the_session_that_is_renewed_ends_with_the_new_one_and_not_before) {
    auto const live = [&] {
        return look([&](Records& records) { return records.sessions_of(anna_); });
    };
    auto const old = live().front().digest;
    auto const renew = [&](std::string const& assertion, std::string const& who) {
        return signing_in::arrive(archive(), vault(), policy, arrival(assertion, now, who),
                                  {.relay_digest = assertion,
                                   .browser_digest = {},
                                   .pending = {.request_id = "_request", .departed_at = now},
                                   .return_path = {},
                                   .account = anna_,
                                   .session_digest = old},
                                  "7F3A", now);
    };
    EXPECT_EQ(std::get<signing_in::Refusal>(renew("_1", "bert")),
              signing_in::Refusal::another_person);
    ASSERT_EQ(live().size(), 1U);
    EXPECT_EQ(live().front().digest, old) << "a refusal leaves it as it was";
    auto const outcome = renew("_2", "anna");
    ASSERT_EQ(live().size(), 1U);
    EXPECT_EQ(live().front().digest,
              vault().token_digest(std::get<SignedInVisitor>(outcome).token));
}

} // namespace
} // namespace stage
