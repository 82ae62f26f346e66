#include "portal/linking/link.h"
#include "system/support/stage.h"

namespace stage {
namespace {

using namespace portal;
using linking::Step;
using storage::driver::Statement;

/// Two nodes on one database: a visitor's next request may reach either.
class TwoNodes : public OnStage {
protected:
    void SetUp() override { accounts_waiting(0, 2); }

    Archive& here() { return archive(); }
    Archive& there() { return *other_.archive; }

    Step step_on(Archive& node) { return linking::progress(node, policy, nadia_).step; }

    linking::Verdict try_on(Archive& node, int number, Code const& typed,
                            foundation::Instant at = now) {
        return try_as(nadia_, node, number, typed, at);
    }
    linking::Verdict try_as(Identity const& who, Archive& node, int number, Code const& typed,
                            foundation::Instant at) {
        return linking::link_means(node, vault(), policy, visit(node, who, at), username(number),
                                   typed, at)
            .verdict;
    }

    Identity const nadia_ = person("nadia");

private:
    Node other_ = another_node();
};
ON_BOTH_DATABASES(TwoNodes);

TEST_P(TwoNodes, P2_9_the_linking_process_goes_on_at_the_other_node_after_every_step) {
    EXPECT_EQ(step_on(there()), Step::before_you_begin);
    linking::confirm_having_both(here(), policy, nadia_);
    EXPECT_EQ(step_on(there()), Step::disclaimer);
    linking::agree_to_disclaimer(there(), policy, nadia_, now);
    EXPECT_EQ(step_on(here()), Step::terms);
    linking::agree_to_terms(here(), policy, nadia_, now);
    EXPECT_EQ(step_on(there()), Step::combination);
    EXPECT_TRUE(std::holds_alternative<linking::Linked>(try_on(there(), 0, code(0))));
    auto const again = std::get<linking::Linked>(try_on(here(), 0, code(0)));
    EXPECT_TRUE(again.again) << "a second tab at the other node";
    EXPECT_EQ(kinds_about(account_id(0)), std::vector<std::string>{"linked"});
}

TEST_P(TwoNodes, P2_9_a_step_cannot_be_skipped_by_going_to_the_other_node) {
    linking::confirm_having_both(here(), policy, nadia_);
    linking::agree_to_terms(there(), policy, nadia_, now);
    EXPECT_EQ(step_on(here()), Step::disclaimer);
    EXPECT_TRUE(std::holds_alternative<linking::StepSkipped>(try_on(there(), 0, code(0))));
}

TEST_P(TwoNodes, P2_9_a_repeated_step_in_a_second_tab_changes_nothing_for_the_first) {
    ready_to_link({nadia_});
    linking::confirm_having_both(there(), policy, nadia_);
    linking::agree_to_disclaimer(there(), policy, nadia_, now);
    EXPECT_EQ(step_on(here()), Step::combination);
}

TEST_P(TwoNodes, P2_10_wrong_combinations_at_both_count_together_and_block_at_both) {
    ready_to_link({nadia_});
    for (int tries = 1; tries <= 4; ++tries) {
        auto& node = tries % 2 == 0 ? here() : there();
        EXPECT_EQ(std::get<linking::WrongCombination>(try_on(node, 0, code(9))).attempts_left,
                  5 - tries);
    }
    EXPECT_TRUE(std::holds_alternative<linking::Blocked>(try_on(here(), 0, code(9))));
    auto const before = now + 15min - 1s;
    EXPECT_TRUE(std::holds_alternative<linking::Blocked>(try_on(there(), 0, code(0), before)));
    EXPECT_EQ(account(account_id(0)).attempts.wrong, 5);
    EXPECT_TRUE(std::holds_alternative<linking::Linked>(try_on(there(), 0, code(0), now + 15min)));
    EXPECT_EQ(account(account_id(0)).attempts, AttemptCounter{}) << "a success starts it anew";
    EXPECT_EQ(linking::progress(here(), policy, nadia_).person, AttemptCounter{});
}

TEST_P(TwoNodes, P2_18_one_colleague_at_both_nodes_blocks_no_account_and_a_second_one_does) {
    auto const omar = person("omar");
    ready_to_link({nadia_, omar});
    for (int tries = 0; tries < 20; ++tries)
        try_on(tries % 2 == 0 ? here() : there(), 0, code(9), now + tries / 5 * 15min);
    auto const later = now + 1h;
    EXPECT_EQ(account(account_id(0)).attempts.wrong, 5);
    EXPECT_EQ(count(Statement{"select count(*) from journal where kind = "
                              "'linking of account blocked'"}),
              0);
    for (int tries = 0; tries < 5; ++tries)
        try_as(omar, tries % 2 == 0 ? here() : there(), 0, code(9), later);
    EXPECT_EQ(account(account_id(0)).attempts,
              (AttemptCounter{.wrong = 0, .blocked_until = later + 15min}));
    EXPECT_EQ(std::get<linking::Blocked>(try_on(there(), 0, code(0), later)).until, later + 15min);
    EXPECT_TRUE(
        std::holds_alternative<linking::WrongCombination>(try_on(there(), 0, code(9), later)));
}

TEST_P(TwoNodes, P2_7_a_code_ends_at_the_same_second_at_both) {
    ready_to_link({nadia_});
    auto const end = now - 1h + 24h; // sent an hour ago
    EXPECT_TRUE(std::holds_alternative<linking::CodeExpired>(try_on(there(), 0, code(0), end)));
    EXPECT_TRUE(std::holds_alternative<linking::CodeExpired>(try_on(here(), 0, code(0), end + 1s)));
    EXPECT_TRUE(std::holds_alternative<linking::Linked>(try_on(here(), 0, code(0), end - 1s)));
}

TEST_P(TwoNodes, P2_12_one_means_opens_one_account_of_the_organisation_whichever_node_is_asked) {
    ready_to_link({nadia_});
    EXPECT_TRUE(std::holds_alternative<linking::Linked>(try_on(here(), 0, code(0))));
    ready_to_link({nadia_});
    EXPECT_TRUE(std::holds_alternative<linking::IdentityInUse>(try_on(there(), 1, code(1))));
    EXPECT_TRUE(account(account_id(1)).code) << "the code of the other account is not used up";
}

} // namespace
} // namespace stage
