#include "support/linking_model.h"

#include <gtest/gtest.h>

// P2.7, P2.10, P2.11, P2.18: every history of attempts, waits and codes up to a length, decided by
// the product and by a second, slower model that keeps nothing but the history and reads it anew at
// each step. The times stand exactly on the borders.

namespace {

using namespace std::chrono_literals;
using namespace walking;

struct Walk {
    Policy policy;
    std::vector<Move> moves;
    int depth;
};

std::int64_t histories = 0;

/// Whether product and model agree on every continuation of this history.
bool agree(Walk const& walk, Product const& product, Model const& model, Instant now, int left) {
    ++histories;
    if (left == 0)
        return true;
    for (auto const move : walk.moves) {
        auto p = product;
        auto m = model;
        auto t = now;
        Said from_product;
        Said from_model;
        auto const try_it = [&](int person, bool right) {
            from_product = p.attempt(person, right, t);
            from_model = m.attempt(person, right, t);
        };
        switch (move) {
        case Move::right:
            try_it(0, true);
            break;
        case Move::wrong:
            try_it(0, false);
            break;
        case Move::other_right:
            try_it(1, true);
            break;
        case Move::other_wrong:
            try_it(1, false);
            break;
        case Move::wait_almost_block:
            t += walk.policy.block - 1us;
            break;
        case Move::wait_tick:
            t += 1us;
            break;
        case Move::wait_almost_day:
            t += walk.policy.code_lasts - 1us;
            break;
        case Move::new_code:
            p.send_code(t);
            m.send_code(t);
            break;
        }
        if (from_product != from_model || !agree(walk, p, m, t, left - 1))
            return false;
    }
    return true;
}

bool agree(Walk const& walk, Decide const& decide) {
    auto const start = cast::at("2026-11-23T09:00:00Z");
    Product product{walk.policy, decide};
    Model model{walk.policy};
    product.send_code(start);
    model.send_code(start);
    return agree(walk, product, model, start, walk.depth);
}

Policy policy_of(int by_person, int on_account) {
    Policy policy;
    policy.attempts_by_person = by_person;
    policy.attempts_on_account = on_account;
    return policy;
}

// One person, with the manual's own numbers.
Walk const alone{
    policy_of(5, 10),
    {Move::right, Move::wrong, Move::wait_almost_block, Move::wait_tick, Move::wait_almost_day},
    8};
// Two colleagues and small numbers, so that both counters meet.
Walk const together{policy_of(2, 3),
                    {Move::right, Move::wrong, Move::other_right, Move::other_wrong,
                     Move::wait_almost_block, Move::wait_tick, Move::new_code},
                    6};

TEST(LinkingWalk, P2_10_every_history_of_one_person_is_decided_as_the_manual_says) {
    histories = 0;
    EXPECT_TRUE(agree(alone, linking::decide));
    EXPECT_GT(histories, 400'000);
}

TEST(LinkingWalk, P2_10_every_history_of_two_colleagues_is_decided_as_the_rules_say) {
    histories = 0;
    EXPECT_TRUE(agree(together, linking::decide));
    EXPECT_GT(histories, 100'000);
}

// The walk itself is tested by planting mistakes: each must be found.
bool found(Decide const& mistaken) { return !agree(alone, mistaken) || !agree(together, mistaken); }

TEST(LinkingWalk, P2_10_finds_six_attempts_where_five_are_allowed) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy policy, Instant now) {
        ++policy.attempts_by_person;
        return linking::decide(file, attempt, policy, now);
    }));
}

TEST(LinkingWalk, P2_10_finds_a_block_that_holds_at_its_last_moment) {
    EXPECT_TRUE(found([](auto file, auto const& attempt, Policy const& policy, Instant now) {
        if (file.person.blocked_until == now)
            file.person.blocked_until = now + 1us;
        return linking::decide(file, attempt, policy, now);
    }));
}

TEST(LinkingWalk, P2_7_finds_a_code_that_holds_at_its_last_moment) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy policy, Instant now) {
        policy.code_lasts += 1us;
        return linking::decide(file, attempt, policy, now);
    }));
}

TEST(LinkingWalk, P2_10_finds_a_counter_that_is_not_cleared_by_its_block) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        if (made.person.blocked_until && !file.person.blocked_until)
            made.person.wrong = policy.attempts_by_person - 1;
        return made;
    }));
}

TEST(LinkingWalk, P2_18_finds_a_colleague_who_blocks_an_account_alone) {
    EXPECT_TRUE(found([](auto file, auto const& attempt, Policy const& policy, Instant now) {
        file.named->account.attempts.by.clear();
        return linking::decide(file, attempt, policy, now);
    }));
}

TEST(LinkingWalk, P2_18_finds_a_blocked_account_that_says_so_to_a_wrong_code) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        auto const& attempts = file.named->account.attempts;
        if (attempts.blocked(now) && !file.person.blocked(now))
            made.verdict = linking::Blocked{*attempts.blocked_until};
        return made;
    }));
}

TEST(LinkingWalk, P2_18_finds_tries_on_a_blocked_account_that_cost_nothing) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        if (file.named->account.attempts.blocked(now))
            made.person = file.person;
        return made;
    }));
}

TEST(LinkingWalk, P2_7_finds_a_code_that_is_not_consumed) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        if (made.account && made.account->link) {
            made.account->code = file.named->account.code;
            made.account->link.reset();
        }
        return made;
    }));
}

TEST(LinkingWalk, P2_10_finds_a_refusal_that_is_not_stored) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        if (!std::holds_alternative<linking::Linked>(made.verdict)) {
            made.person = file.person;
            made.account.reset();
        }
        return made;
    }));
}

TEST(LinkingWalk, P2_10_finds_an_account_counter_that_forgets) {
    EXPECT_TRUE(found([](auto const& file, auto const& attempt, Policy const& policy, Instant now) {
        auto made = linking::decide(file, attempt, policy, now);
        if (made.account && !made.account->link)
            made.account.reset();
        return made;
    }));
}

} // namespace
