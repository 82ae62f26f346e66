#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Visitors : public OnTheArchive {};
ON_BOTH_DATABASES(Visitors);

TEST_P(Visitors, P2_9_the_position_in_the_linking_process_is_kept_under_the_identity) {
    auto const position = linking::Position{.step = linking::Step::terms,
                                            .agreed_disclaimer_at = now,
                                            .agreed_terms_at = std::nullopt,
                                            .disclaimer_version = 2,
                                            .terms_version = 1};
    auto const attempts = AttemptCounter{.wrong = 3, .blocked_until = now + 15min};
    change([&](Records& records) {
        EXPECT_EQ(records.linking_state_for_change(identity()).second, AttemptCounter{});
        records.save(identity(), position, attempts);
        records.save(identity("person-2"), position, {});
    });
    look([&](Records& records) {
        auto const kept = records.linking_position(identity());
        EXPECT_EQ(kept.step, linking::Step::terms);
        EXPECT_EQ(kept.agreed_disclaimer_at, now);
        EXPECT_FALSE(kept.agreed_terms_at);
        EXPECT_EQ(kept.disclaimer_version, 2);
        EXPECT_EQ(kept.terms_version, 1);
        EXPECT_EQ(records.person_attempts(identity()), attempts);
        EXPECT_EQ(records.person_attempts(identity("person-2")), AttemptCounter{});
    });
}

TEST_P(Visitors, P2_12_the_same_pseudonym_for_another_number_is_another_identity) {
    change([](Records& records) { records.save(identity(), {}, {.wrong = 3}); });
    look([](Records& records) {
        auto const other = identity("person-1", "00000001");
        EXPECT_EQ(records.person_attempts(other).wrong, 0);
        EXPECT_EQ(records.linking_position(other).step, linking::Step::before_you_begin);
    });
}

TEST_P(Visitors, what_counts_once_counts_once_of_each_kind) {
    change([](Records& records) {
        EXPECT_TRUE(records.remember_once("artifact", "digest", now));
        EXPECT_FALSE(records.remember_once("artifact", "digest", now + 1h));
        EXPECT_TRUE(records.remember_once("assertion", "digest", now));
    });
}

TEST_P(Visitors, P9_3_what_a_ticket_gave_holds_until_its_moment_and_is_swept_then) {
    change([](Records& records) {
        records.note_given("one", "first", now + 1h);
        records.note_given("two", "other", now + 2h);
    });
    change([](Records& records) {
        EXPECT_EQ(records.given_before("one", now + 1h - 1us), "first");
        EXPECT_EQ(records.given_before("one", now + 1h), std::nullopt);
        EXPECT_EQ(records.given_before("three", now), std::nullopt);
        records.sweep(Policy{}, now + 1h);
    });
    change([](Records& records) {
        EXPECT_EQ(records.given_before("one", now), std::nullopt) << "swept";
        EXPECT_EQ(records.given_before("two", now), "other");
        records.note_given("two", "newer", now + 3h);
        EXPECT_EQ(records.given_before("two", now + 2h), "newer");
    });
}

TEST_P(Visitors, sessions_come_back_as_they_were_added_and_saved) {
    auto given = session("digest");
    change([&](Records& records) { records.add(given); });
    given.account = account_id();
    given.level = AssuranceLevel::loa4;
    given.branch_number = "000012345678";
    given.language = Language::english;
    given.form_token = "another";
    given.return_path = "/mijn-gegevens";
    given.seen_at = now + 1min;
    look([](Records& records) { EXPECT_FALSE(session_in(records, "digest")->account); });
    change([&](Records& records) { records.save(given); });
    auto const kept = look([](Records& records) { return session_in(records, "digest"); }).value();
    EXPECT_EQ(kept.digest, given.digest);
    EXPECT_EQ(kept.account, given.account);
    EXPECT_EQ(kept.identity, given.identity);
    EXPECT_EQ(kept.level, given.level);
    EXPECT_EQ(kept.branch_number, given.branch_number);
    EXPECT_EQ(kept.language, given.language);
    EXPECT_EQ(kept.form_token, given.form_token);
    EXPECT_EQ(kept.return_path, given.return_path);
    EXPECT_EQ(kept.started_at, given.started_at);
    EXPECT_EQ(kept.seen_at, given.seen_at);
    EXPECT_FALSE(look([](Records& records) { return session_in(records, "other"); }));
}

TEST_P(Visitors, a_session_comes_with_its_account_organisation_and_grants) {
    auto const board = large_organisation();
    auto const bert = [&] {
        auto account = full_account();
        account.organisation = board.id;
        return account;
    }();
    change([&](Records& records) {
        records.add(board);
        records.add(bert);
        records.add(grant("g1", "bert"));
        auto withdrawn = grant("g2", "bert");
        withdrawn.withdrawn_at = now;
        records.add(withdrawn);
        records.add(grant("g3", "anna"));
        records.add(session("of bert", "bert"));
        records.add(session("of anna", "anna"));
        records.add(session("of nobody"));
    });
    look([&](Records& records) {
        auto const bearer = records.bearer("of bert").value();
        EXPECT_EQ(bearer.session.digest, "of bert");
        EXPECT_EQ(bearer.account->id, bert.id);
        EXPECT_EQ(bearer.account->person.name, bert.person.name);
        EXPECT_EQ(bearer.organisation->id, board.id);
        EXPECT_EQ(bearer.organisation->kvk_numbers, board.kvk_numbers);
        EXPECT_EQ(bearer.organisation->attributes, board.attributes);
        ASSERT_EQ(bearer.grants.size(), 1U);
        EXPECT_EQ(bearer.grants[0].id, grant("g1", "bert").id);
        EXPECT_EQ(records.bearer("of anna")->grants[0].id, grant("g3", "anna").id);
        auto const without = records.bearer("of nobody").value();
        EXPECT_EQ(without.session.digest, "of nobody");
        EXPECT_FALSE(without.account);
        EXPECT_FALSE(without.organisation);
        EXPECT_TRUE(without.grants.empty());
        EXPECT_FALSE(records.bearer("unknown"));
    });
}

TEST_P(Visitors, a_session_that_was_ended_meanwhile_stays_ended) {
    change([](Records& records) {
        records.save(session("gone"));
        records.touch_session("gone", now);
    });
    look([](Records& records) { EXPECT_FALSE(session_in(records, "gone")); });
}

TEST_P(Visitors, an_older_request_does_not_take_back_the_last_activity) {
    change([](Records& records) {
        records.add(session("digest"));
        records.touch_session("digest", now + 2min);
        records.touch_session("digest", now + 1min);
    });
    look([](Records& records) { EXPECT_EQ(session_in(records, "digest")->seen_at, now + 2min); });
}

TEST_P(Visitors, P3_5_sessions_of_an_account_end_all_or_all_but_one) {
    change([](Records& records) {
        for (auto const* digest : {"a", "b", "c"})
            records.add(session(digest, "anna"));
        records.add(session("unlinked"));
        records.end_sessions_of(account_id(), "b");
    });
    look([](Records& records) {
        auto const left = records.sessions_of(account_id());
        ASSERT_EQ(left.size(), 1U);
        EXPECT_EQ(left[0].digest, "b");
    });
    change([](Records& records) { records.end_sessions_of(account_id()); });
    look([](Records& records) {
        EXPECT_TRUE(records.sessions_of(account_id()).empty());
        EXPECT_TRUE(session_in(records, "unlinked"));
    });
    change([](Records& records) { records.end_session("unlinked"); });
    look([](Records& records) { EXPECT_FALSE(session_in(records, "unlinked")); });
}

TEST_P(Visitors, P3_5_the_sweep_throws_away_what_has_run_out_and_nothing_else) {
    auto const policy = Policy{};
    // A session that ran out may keep what was typed for a day (P3.5): so long its row stays.
    auto const kept = policy.ended_session_keeps;
    auto const later = now + policy.session_idle + kept;
    change([&](Records& records) {
        records.add(session("idle"));
        auto active = session("active");
        active.seen_at = now + 1us;
        records.add(active);
        auto old = session("old");
        old.started_at = later - policy.session_total - kept;
        old.seen_at = later;
        records.add(old);
        records.remember_once("artifact", "over", later);
        records.remember_once("artifact", "not over", later + 1us);
        records.sweep(policy, later);
    });
    change([](Records& records) {
        EXPECT_FALSE(session_in(records, "idle"));
        EXPECT_TRUE(session_in(records, "active"));
        EXPECT_FALSE(session_in(records, "old"));
        EXPECT_TRUE(records.remember_once("artifact", "over", now));
        EXPECT_FALSE(records.remember_once("artifact", "not over", now));
    });
}

} // namespace
} // namespace storage
