#include "portal/administration/appointments.h"
#include "portal/administration/grants.h"
#include "portal/administration/signed_forms.h"
#include "portal/administration/users.h"
#include "system/support/acts.h"
#include "system/support/rounds.h"

#include <atomic>
#include <barrier>

namespace stage {
namespace {

using namespace portal;
using administration::end_account;
using administration::Refusal;
using foundation::Duration;
using foundation::Instant;
using storage::Moments;
using storage::driver::Dialect;
using storage::driver::Statement;

Instant clock_now() { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }

/// Two nodes that take the moment of a change from the database, as production does. What each of
/// them thinks that it is when it is asked may be seconds or a minute off.
class Turns : public OnStage {
protected:
    struct Side {
        Archive& archive;
        Duration ahead{};
    };
    /// Clocks that agree, and those that do not, in turn.
    std::pair<Side, Side> sides(int round) {
        static constexpr std::array<Duration, 5> ahead{0s, 2s, -2s, 60s, -60s};
        return {{*first_.archive}, {*second_.archive, ahead[static_cast<std::size_t>(round) % 5]}};
    }
    Desk desk_of(Side const& side) { return desk(side.archive, clock_now() + side.ahead); }

    /// Both at the same moment.
    template<class One, class Other>
    static void at_once(One one, Other other) {
        auto gate = std::barrier{2};
        auto const left = std::jthread{[&] {
            gate.arrive_and_wait();
            one();
        }};
        gate.arrive_and_wait();
        other();
    }

    Scene scene(std::string const& name) {
        return make_scene(*first_.archive, vault(), name, clock_now() - 1s);
    }
    Claim claim_of(AccountId const& account) {
        return signed_in(*first_.archive, account, clock_now() - 1s);
    }
    bool ended(AccountId const& id) { return account(id).ended_at.has_value(); }

    std::vector<journal::Link> journal() {
        return look([](Records& records) { return records.journal_after(0, 1'000'000); });
    }
    /// By number, so in the order in which they were kept.
    void expect_moments_in_order() {
        Instant newest{};
        for (auto const& entry : journal()) {
            EXPECT_GE(entry.at, newest) << entry.number;
            EXPECT_LE(entry.at, clock_now()) << entry.number;
            newest = entry.at;
        }
        EXPECT_EQ(first_broken_entry(), std::nullopt);
    }

private:
    Node first_ = another_node(Moments::database);
    Node second_ = another_node(Moments::database);
};
ON_BOTH_DATABASES(Turns);

TEST_P(Turns, D4_of_two_administrators_who_end_each_other_at_once_exactly_one_succeeds) {
    for (int round = 0; round < rounds(200); ++round) {
        auto const set = scene("r" + std::to_string(round));
        auto const hers = claim_of(set.administrator);
        auto const his = claim_of(set.colleague);
        auto const [here, there] = sides(round);
        std::atomic<int> done = 0;
        at_once(
            [&] { done += end_account(desk_of(here), hers, set.colleague, "left").has_value(); },
            [&] {
                done += end_account(desk_of(there), his, set.administrator, "left").has_value();
            });
        ASSERT_EQ(done, 1) << round;
        ASSERT_NE(ended(set.administrator), ended(set.colleague)) << round;
    }
    expect_moments_in_order();
}

TEST_P(Turns, P6_8_an_account_that_two_end_at_once_ends_once_with_one_mail) {
    int const all = rounds(20);
    for (int round = 0; round < all; ++round) {
        auto const set = scene("r" + std::to_string(round));
        auto const hers = claim_of(set.administrator);
        auto const his = claim_of(set.colleague);
        auto const [here, there] = sides(round);
        std::atomic<int> done = 0;
        std::atomic<int> stale = 0;
        auto const end = [&](Side const& side, Claim const& by) {
            auto const outcome = end_account(desk_of(side), by, set.user, "left");
            done += outcome.has_value();
            stale += outcome == std::unexpected(Refusal::stale);
        };
        at_once([&] { end(here, hers); }, [&] { end(there, his); });
        EXPECT_EQ(done, 1) << round;
        EXPECT_EQ(stale, 1) << round;
    }
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'account ended'"}), all);
    EXPECT_EQ(count(Statement{"select count(*) from outbox where kind = 'account_ended'"}), all);
    expect_moments_in_order();
}

/// The journal says who did what after whose end: nobody did anything.
TEST_P(Turns, D7_no_act_stands_in_the_journal_behind_the_end_of_who_did_it) {
    for (int round = 0; round < rounds(3); ++round)
        for (auto const& act : acts()) {
            auto const set =
                scene("r" + std::to_string(round) + "-" + std::to_string(&act - acts().data()));
            auto const who = set.*act.who;
            auto const claim = claim_of(who);
            auto const [here, there] = sides(round + static_cast<int>(&act - acts().data()));
            at_once(
                [&] {
                    here.archive.change(clock_now(), [&](Records& records) {
                        auto account = records.account_for_change(who).value();
                        account.ended_at = records.moment();
                        records.save(account);
                        records.keep({AccountEnded{.subject = subject_of(account, set.school),
                                                   .reason = "left"}},
                                     {});
                    });
                },
                [&] { act.done(desk_of(there), claim, set); });
        }
    std::set<std::string> gone;
    for (auto const& entry : journal()) {
        EXPECT_FALSE(gone.contains(entry.doer)) << entry.kind << " by " << entry.doer;
        if (entry.kind == "account ended" && entry.doer == "visitor")
            gone.insert(entry.account);
    }
    expect_moments_in_order();
}

TEST_P(Turns, D9_what_two_do_at_once_happens_once) {
    using namespace administration;
    int const all = rounds(10);
    for (int round = 0; round < all; ++round) {
        auto const set = scene("r" + std::to_string(round));
        auto const hers = claim_of(set.administrator);
        auto const his = claim_of(set.colleague);
        auto const gijs = claim_of(set.approver);
        auto const again = claim_of(set.approver);
        auto const [here, there] = sides(round);
        at_once([&] { withdraw_grant(desk_of(here), hers, set.grant, "x"); },
                [&] { withdraw_grant(desk_of(there), his, set.grant, "x"); });
        at_once([&] { unlink(desk_of(here), hers, set.user, UnlinkReason::lost, ""); },
                [&] { unlink(desk_of(there), his, set.user, UnlinkReason::lost, ""); });
        at_once([&] { approve_appointment(desk_of(here), gijs, set.with_form); },
                [&] { decline_appointment(desk_of(there), again, set.with_form, "no"); });
    }
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'role withdrawn'"}), all);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = 'unlinked'"}), all);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind in ("
                              "'administrator appointed', 'appointment declined')"}),
              all);
    expect_moments_in_order();
}

TEST_P(Turns, P8_5_entries_of_many_at_once_stand_in_the_order_of_their_moments) {
    on_threads(8, [&](int who) {
        auto const [here, there] = sides(who);
        for (int i = 0; i < 20; ++i)
            (who % 2 == 0 ? here : there)
                .archive.change(clock_now() + there.ahead, [](Records& records) {
                    records.keep(
                        {AppointmentDeclined{.appointment = AppointmentId::parse("a").value(),
                                             .reason = {}}},
                        {});
                });
    });
    EXPECT_EQ(journal().size(), 160U);
    expect_moments_in_order();
}

} // namespace
} // namespace stage
