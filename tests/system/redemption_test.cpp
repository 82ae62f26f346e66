#include "system/support/process.h"
#include "system/support/stage.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <sstream>

namespace stage {
namespace {

using namespace portal;
using storage::driver::Dialect;
using storage::driver::Statement;

/// Two programs with sixteen visitors each, who all press the button at the same moment.
class Redemption : public OnStage {
protected:
    static constexpr int visitors = 32;

    /// Fewer where every statement goes over a connection, so that the sanitizers end in time too;
    /// MIJNDUO_TEST_ROUNDS asks for another number.
    static int rounds() {
        auto const* asked = std::getenv("MIJNDUO_TEST_ROUNDS");
        return asked ? std::stoi(asked) : GetParam() == Dialect::sqlite ? 200 : 50;
    }

    void SetUp() override {
        auto const where = address_text();
        for (int first : {0, visitors / 2})
            programs_.push_back(std::make_unique<Process>(
                "redeem", std::vector{where, std::to_string(first), std::to_string(visitors / 2)}));
    }

    /// All verdicts of one round, counted.
    std::map<std::string, int> round(int n, Code const& code, std::string const& name,
                                     std::string const& each) {
        auto const line = username(n).text() + ' ' + code.reveal() + ' ' + name + ' ' + each;
        for (auto const& program : programs_)
            program->tell(line);
        for (auto const& program : programs_)
            EXPECT_EQ(program->hear(), "ready");
        for (auto const& program : programs_)
            program->tell("go");
        std::map<std::string, int> verdicts;
        for (std::size_t i = 0; i < programs_.size(); ++i) {
            std::istringstream said{programs_[i]->hear().value_or("silence")};
            for (std::string verdict; said >> verdict;) {
                ++verdicts[verdict];
                won_[i] += verdict == "linked" ? 1 : 0;
            }
        }
        return verdicts;
    }

    AttemptCounter tries_of(Identity const& identity) {
        return look([&](Records& records) { return records.person_attempts(identity); });
    }

    std::vector<Identity> colleagues(int n) {
        std::vector<Identity> all;
        for (int i = 0; i < visitors; ++i)
            all.push_back(person("r" + std::to_string(n) + '-' + std::to_string(i)));
        return all;
    }

    /// The figures of the run, for whoever reads the log.
    void report() const {
        std::printf("%d rounds of %d: first program won %d, second %d\n", rounds(), visitors,
                    won_[0], won_[1]);
    }

private:
    std::vector<std::unique_ptr<Process>> programs_;
    std::array<int, 2> won_{};
};
ON_BOTH_DATABASES(Redemption);

using Verdicts = std::map<std::string, int>;

TEST_P(Redemption,
       P2_11_in_200_rounds_or_50_on_postgresql_one_person_links_once_and_every_click_sees_success) {
    accounts_waiting(0, rounds());
    for (int n = 0; n < rounds(); ++n) {
        auto const identity = person("r" + std::to_string(n));
        ready_to_link({identity});
        EXPECT_EQ(round(n, code(n), identity.pseudonym, "same"),
                  (Verdicts{{"again", visitors - 1}, {"linked", 1}}));
        auto const after = account(account_id(n));
        ASSERT_TRUE(after.link);
        EXPECT_EQ(after.link->identity, identity);
        EXPECT_FALSE(after.code);
        EXPECT_EQ(tries_of(identity), AttemptCounter{});
        EXPECT_EQ(kinds_about(account_id(n)), std::vector<std::string>{"linked"});
    }
    EXPECT_EQ(count(Statement{"select count(*) from accounts where linked_at is not null"}),
              rounds());
    EXPECT_EQ(first_broken_entry(), std::nullopt);
    report();
}

TEST_P(Redemption,
       P2_11_in_200_rounds_or_50_on_postgresql_of_32_persons_one_links_and_every_other_try_counts) {
    accounts_waiting(0, rounds());
    for (int n = 0; n < rounds(); ++n) {
        auto const all = colleagues(n);
        ready_to_link(all);
        EXPECT_EQ(round(n, code(n), "r" + std::to_string(n), "own"),
                  (Verdicts{{"linked", 1}, {"wrong-4", visitors - 1}}));
        auto const after = account(account_id(n));
        ASSERT_TRUE(after.link);
        EXPECT_FALSE(after.code);
        EXPECT_EQ(after.attempts, AttemptCounter{});
        for (auto const& one : all)
            EXPECT_EQ(tries_of(one).wrong, one == after.link->identity ? 0 : 1) << one.pseudonym;
        auto kinds = kinds_about(account_id(n));
        EXPECT_EQ(std::ranges::count(kinds, "linked"), 1);
        EXPECT_EQ(std::ranges::count(kinds, "linking attempt failed"), visitors - 1);
        EXPECT_EQ(look([&](Records& records) { return records.sessions_of(account_id(n)).size(); }),
                  1U);
    }
    EXPECT_EQ(count(Statement{"select count(*) from accounts where linked_at is not null"}),
              rounds());
    EXPECT_EQ(first_broken_entry(), std::nullopt);
    report();
}

TEST_P(Redemption,
       P2_10_P2_18_of_32_wrong_codes_by_colleagues_ten_block_and_all_are_answered_alike) {
    accounts_waiting(0, 10);
    for (int n = 0; n < 10; ++n) {
        ready_to_link(colleagues(n));
        EXPECT_EQ(round(n, code(n + 1), "r" + std::to_string(n), "own"),
                  (Verdicts{{"wrong-4", visitors}}));
        auto const after = account(account_id(n));
        EXPECT_EQ(after.attempts, (AttemptCounter{.wrong = 0, .blocked_until = now + 15min}));
        EXPECT_TRUE(after.code);
        EXPECT_FALSE(after.link);
        EXPECT_EQ(std::ranges::count(kinds_about(account_id(n)), "linking of account blocked"), 1);
    }
    EXPECT_EQ(first_broken_entry(), std::nullopt);
}

TEST_P(Redemption, P2_10_of_32_wrong_codes_by_one_person_five_are_compared_and_then_it_blocks) {
    accounts_waiting(0, 10);
    for (int n = 0; n < 10; ++n) {
        auto const identity = person("r" + std::to_string(n));
        ready_to_link({identity});
        EXPECT_EQ(
            round(n, code(n + 1), identity.pseudonym, "same"),
            (Verdicts{
                {"blocked", 28}, {"wrong-1", 1}, {"wrong-2", 1}, {"wrong-3", 1}, {"wrong-4", 1}}));
        EXPECT_EQ(tries_of(identity), (AttemptCounter{.wrong = 0, .blocked_until = now + 15min}));
        EXPECT_EQ(account(account_id(n)).attempts.wrong, 5);
        EXPECT_EQ(std::ranges::count(kinds_about(account_id(n)), "linking attempt failed"), 5);
    }
    EXPECT_EQ(first_broken_entry(), std::nullopt);
}

} // namespace
} // namespace stage
