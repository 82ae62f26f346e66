#include "system/support/process.h"
#include "system/support/stage.h"

#include <cstdio>
#include <random>

namespace stage {
namespace {

using namespace portal;
using storage::driver::Statement;

constexpr int kills = 100; // on each database
constexpr unsigned seed = 20'261'123;

/// A program that links account after account and is killed in the middle, again and again.
class Killed : public OnStage {
protected:
    void SetUp() override {
        change([](Records& records) {
            auto bea = storage::samples::account("bea", 7);
            bea.administrator_roles = {"beheerder"};
            foundation::ensure(records.add(bea));
        });
    }

    /// Accounts [0, until) wait, and whoever is to link them has agreed to everything.
    void make_ready(int until) {
        accounts_waiting(ready_, until);
        std::vector<Identity> identities;
        for (; ready_ < until; ++ready_)
            identities.push_back(person(std::to_string(ready_)));
        ready_to_link(identities);
    }

    /// Starts the program at `from`, kills it at a random moment of a random link, and gives the
    /// number of the first account whose link it has not confirmed.
    int confirmed_until(int from) {
        auto program =
            Process{"link-on", {address_text(), std::to_string(from), std::to_string(ready_)}};
        EXPECT_EQ(program.hear(), "ready");
        int next = from;
        auto const heard = [&] {
            auto const line = program.hear();
            EXPECT_TRUE(!line || *line == std::to_string(next));
            next += line ? 1 : 0;
            return line.has_value();
        };
        auto const in_full = std::uniform_int_distribution{1, 4}(chance_);
        auto const started = std::chrono::steady_clock::now();
        for (int i = 0; i < in_full; ++i)
            EXPECT_TRUE(heard());
        auto const one = (std::chrono::steady_clock::now() - started) / in_full;
        auto const part = std::uniform_real_distribution{0.0, 1.5}(chance_);
        std::this_thread::sleep_for(one * part);
        program.kill();
        while (heard()) {
        }
        return next;
    }

    /// Whether the account is linked; everything that belongs to it must then be there, and nothing
    /// of it otherwise.
    bool linked_in_full(int n) {
        auto const id = account_id(n);
        auto const [one, position, sessions, kinds] = look([&](Records& records) {
            std::vector<std::string> recorded;
            for (auto const& link : records.journal_about(id, 10))
                recorded.push_back(link.kind);
            return std::tuple{records.account(id).value(),
                              records.linking_position(person(std::to_string(n))),
                              records.sessions_of(id).size(), recorded};
        });
        bool const linked = one.link.has_value();
        EXPECT_EQ(one.code.has_value(), !linked) << "the code of " << n;
        EXPECT_EQ(kinds, linked ? std::vector<std::string>{"linked"} : std::vector<std::string>{})
            << "the journal of " << n;
        EXPECT_EQ(sessions, linked ? 1U : 0U) << "the session of " << n;
        EXPECT_EQ(linking::reachable(position, policy),
                  linked ? linking::Step::before_you_begin : linking::Step::combination)
            << "the position of " << n;
        EXPECT_EQ(one.attempts, AttemptCounter{});
        if (linked) {
            EXPECT_EQ(one.link->identity, person(std::to_string(n)));
        }
        return linked;
    }

private:
    int ready_ = 0;
    std::mt19937 chance_{seed};
};
ON_BOTH_DATABASES(Killed);

TEST_P(Killed, P2_11_a_hundred_times_while_linking_every_confirmed_link_is_there_and_none_in_half) {
    int next = 0;
    int unconfirmed = 0;
    for (int kill = 0; kill < kills; ++kill) {
        make_ready(next + 200);
        auto const from = next;
        next = confirmed_until(from);
        change([](Records& records) { records.agency(); }); // in line behind what is dying
        for (int n = from; n < next; ++n)
            EXPECT_TRUE(linked_in_full(n)) << n << " was confirmed";
        if (linked_in_full(next)) {
            ++next;
            ++unconfirmed;
        }
        EXPECT_FALSE(linked_in_full(next));
        EXPECT_EQ(count(Statement{"select count(*) from accounts where linked_at is not null"}),
                  next);
        EXPECT_EQ(count(Statement{"select count(*) from outbox"}), 2 * next)
            << "user and administrator are told of each";
        EXPECT_EQ(first_broken_entry(), std::nullopt);
    }
    std::printf("seed %u: %d kills, %d links, %d kept but not yet confirmed\n", seed, kills, next,
                unconfirmed);
    EXPECT_GT(next, kills);
}

} // namespace
} // namespace stage
