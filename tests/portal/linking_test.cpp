#include "support/cast.h"

#include "portal/correspondence/correspondence.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
namespace linking = portal::linking;
using foundation::Instant;

Instant const morning = cast::at("2026-11-23T09:00:00Z");

linking::File file_with_code(Instant sent_at) {
    auto account = cast::nadia();
    account.code = portal::SentCode{.digest = "right", .sent_at = sent_at};
    return {.identity = cast::identity(),
            .position = cast::ready(morning),
            .person = {},
            .named = linking::NamedAccount{
                .account = account,
                .organisation = cast::lindenhof(),
                .administrators = {{"Anja de Wit", "a.dewit@lindenhof.example"}}}};
}

linking::Attempt attempt(std::string digest = "right") {
    return {.username = cast::username(), .code_digest = std::move(digest)};
}

linking::Decision decided(linking::File const& file, Instant now = morning,
                          std::string digest = "right") {
    return linking::decide(file, attempt(std::move(digest)), cast::policy, now);
}

template<class T>
bool is(linking::Decision const& made) {
    return std::holds_alternative<T>(made.verdict);
}

template<class T>
bool tells(linking::Decision const& made) {
    return std::ranges::any_of(
        made.facts, [](portal::Fact const& fact) { return std::holds_alternative<T>(fact); });
}

TEST(Linking,
     P2_11_the_right_combination_links_consumes_the_code_and_tells_user_and_administrator) {
    auto const made = decided(file_with_code(morning));
    ASSERT_TRUE(is<linking::Linked>(made));
    ASSERT_TRUE(made.account && made.account->link);
    EXPECT_EQ(made.account->link->identity, cast::identity());
    EXPECT_FALSE(made.account->code);
    ASSERT_TRUE(tells<portal::AccountLinked>(made));
    EXPECT_EQ(portal::correspondence::what_is_sent(made.facts.front()).size(), 2U);
}

TEST(Linking, P2_7_a_code_is_valid_for_24_hours_and_not_a_second_longer) {
    auto const file = file_with_code(morning);
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 24h - 1s)));
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 24h - 1us)));
    EXPECT_TRUE(is<linking::CodeExpired>(decided(file, morning + 24h)));
    EXPECT_TRUE(is<linking::CodeExpired>(decided(file, morning + 24h + 1s)));
}

TEST(Linking, P2_10_an_expired_code_counts_as_no_attempt) {
    auto const made = decided(file_with_code(morning), morning + 24h);
    EXPECT_EQ(made.person.wrong, 0);
    EXPECT_FALSE(made.account);
}

TEST(Linking, P2_10_the_fifth_wrong_combination_blocks_for_15_minutes_to_the_second) {
    auto file = file_with_code(morning);
    for (int left = 4; left >= 1; --left) {
        auto const made = decided(file, morning, "wrong");
        ASSERT_TRUE(is<linking::WrongCombination>(made));
        EXPECT_EQ(std::get<linking::WrongCombination>(made.verdict).attempts_left, left);
        file.person = made.person;
    }
    auto const fifth = decided(file, morning, "wrong");
    ASSERT_TRUE(is<linking::Blocked>(fifth));
    EXPECT_EQ(std::get<linking::Blocked>(fifth.verdict).until, morning + 15min);
    EXPECT_EQ(fifth.person.wrong, 0);
    file.person = fifth.person;
    EXPECT_TRUE(is<linking::Blocked>(decided(file, morning + 15min - 1s)));
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 15min)));
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 15min + 1s)));
}

TEST(Linking, P2_10_ten_wrong_ones_by_colleagues_block_the_account_and_alert_its_administrator) {
    auto file = file_with_code(morning);
    for (int tries = 1; tries <= 9; ++tries) {
        file.person = {};
        file.identity = cast::identity(tries <= 5 ? "a" : "b");
        auto const made = decided(file, morning, "wrong");
        EXPECT_FALSE(tells<portal::AccountLinkingBlocked>(made));
        file.named->account = made.account.value();
    }
    file.person = {};
    auto const tenth = decided(file, morning, "wrong");
    EXPECT_TRUE(tells<portal::AccountLinkingBlocked>(tenth));
    file.named->account = tenth.account.value();
    file.person = {};
    EXPECT_TRUE(is<linking::Blocked>(decided(file, morning + 15min - 1s)));
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 15min)));
}

TEST(Linking, P2_18_one_colleague_alone_never_blocks_an_account_however_long_he_goes_on) {
    auto file = file_with_code(morning);
    auto now = morning;
    for (int round = 0; round < 20; ++round, now += 15min)
        for (int tries = 1; tries <= 5; ++tries) {
            auto const made = decided(file, now, "wrong");
            EXPECT_FALSE(tells<portal::AccountLinkingBlocked>(made));
            file.person = made.person;
            if (made.account)
                file.named->account = *made.account;
            EXPECT_EQ(file.named->account.attempts.wrong, round > 0 ? 5 : tries);
        }
    file.identity = cast::identity("b");
    file.person = {};
    EXPECT_TRUE(is<linking::Linked>(decided(file, morning + 1h)));
}

TEST(Linking, P2_18_a_second_person_adds_five_and_then_the_account_is_blocked_once) {
    auto file = file_with_code(morning);
    file.named->account.attempts = {
        .wrong = 5, .by = std::vector<std::string>(5, portal::mark_of(cast::identity()).digest)};
    file.identity = cast::identity("b");
    int blocks = 0;
    for (int tries = 1; tries <= 5; ++tries) {
        auto const made = decided(file, morning, "wrong");
        blocks += tells<portal::AccountLinkingBlocked>(made) ? 1 : 0;
        file.person = made.person;
        file.named->account = made.account.value();
    }
    EXPECT_EQ(blocks, 1);
    EXPECT_EQ(file.named->account.attempts,
              (portal::AttemptCounter{.wrong = 0, .blocked_until = morning + 15min}));
}

TEST(Linking, P2_18_a_blocked_account_answers_as_a_wrong_combination_and_it_counts_for_the_person) {
    auto file = file_with_code(morning);
    file.named->account.attempts.blocked_until = morning + 15min;
    auto const wrong = decided(file, morning, "wrong");
    ASSERT_TRUE(is<linking::WrongCombination>(wrong));
    EXPECT_EQ(std::get<linking::WrongCombination>(wrong.verdict).attempts_left, 4);
    EXPECT_EQ(wrong.person.wrong, 1);
    EXPECT_FALSE(wrong.account) << "a counter starts at zero after its block";
    file.named.reset();
    auto const unknown = decided(file, morning, "wrong");
    EXPECT_EQ(unknown.verdict.index(), wrong.verdict.index());
    EXPECT_EQ(unknown.person, wrong.person);
}

TEST(Linking, P2_18_who_brings_both_halves_of_a_blocked_account_reads_until_when) {
    auto file = file_with_code(morning);
    file.named->account.attempts.blocked_until = morning + 15min;
    auto const right = decided(file, morning, "right");
    ASSERT_TRUE(is<linking::Blocked>(right));
    EXPECT_EQ(std::get<linking::Blocked>(right.verdict).until, morning + 15min);
    EXPECT_EQ(right.person.wrong, 0);
    EXPECT_FALSE(right.account);
}

TEST(Linking, P2_18_nobody_outside_the_organisation_learns_that_an_account_is_blocked) {
    auto file = file_with_code(morning);
    file.named->account.attempts.blocked_until = morning + 15min;
    file.identity = cast::identity("c", "90000002");
    EXPECT_TRUE(is<linking::WrongCombination>(decided(file, morning, "right")));
}

TEST(Linking, P2_10_nobody_outside_the_organisation_counts_on_its_account) {
    auto file = file_with_code(morning);
    file.identity = cast::identity("c", "90000002");
    auto const made = decided(file, morning, "wrong");
    EXPECT_FALSE(made.account);
    EXPECT_EQ(made.person.wrong, 1);
}

TEST(Linking, P2_10_wrong_usernames_count_too) {
    auto file = file_with_code(morning);
    file.named.reset();
    EXPECT_EQ(decided(file).person.wrong, 1);
}

TEST(Linking,
     P2_11_another_organisation_gets_the_answer_of_a_wrong_combination_and_consumes_nothing) {
    auto file = file_with_code(morning);
    file.identity = cast::identity("a", "90000002");
    auto const made = decided(file);
    EXPECT_TRUE(is<linking::WrongCombination>(made));
    EXPECT_FALSE(made.account);
}

TEST(Linking, P2_11_a_level_below_3_never_links) {
    for (auto const level : {portal::AssuranceLevel::loa1, portal::AssuranceLevel::loa2,
                             portal::AssuranceLevel::loa2plus}) {
        auto file = file_with_code(morning);
        file.level = level;
        EXPECT_TRUE(is<linking::LevelTooLow>(decided(file)));
    }
}

TEST(Linking, P2_11_an_ended_account_or_organisation_is_never_linked) {
    auto file = file_with_code(morning);
    file.named->account.ended_at = morning;
    EXPECT_TRUE(is<linking::WrongCombination>(decided(file)));
    file = file_with_code(morning);
    file.named->organisation.ended_at = morning;
    EXPECT_TRUE(is<linking::WrongCombination>(decided(file)));
}

TEST(Linking, P2_12_an_account_that_is_linked_is_not_linked_again) {
    auto file = file_with_code(morning);
    file.named->account.link = portal::Link{.identity = cast::identity("b"), .linked_at = morning};
    EXPECT_TRUE(is<linking::WrongCombination>(decided(file)));
}

TEST(Linking, P2_12_a_link_that_has_lapsed_makes_way_for_a_new_one) {
    auto file = file_with_code(morning);
    file.named->account.link = portal::Link{.identity = cast::identity("b"),
                                            .linked_at = cast::at("2025-05-23T07:00:00Z")};
    EXPECT_TRUE(is<linking::Linked>(decided(file)));
}

TEST(Linking, P2_12_one_identity_has_at_most_one_account_in_an_organisation) {
    auto file = file_with_code(morning);
    file.named->identity_linked_here = true;
    auto const made = decided(file);
    EXPECT_TRUE(is<linking::IdentityInUse>(made));
    EXPECT_FALSE(made.account);
}

TEST(Linking, P2_11_a_double_click_shows_success_twice_and_links_once) {
    auto file = file_with_code(morning);
    auto const first = decided(file);
    file.named->account = first.account.value();
    file.person = first.person;
    file.position = first.position;
    auto const second = decided(file);
    ASSERT_TRUE(is<linking::Linked>(second));
    EXPECT_TRUE(std::get<linking::Linked>(second.verdict).again);
    EXPECT_TRUE(second.facts.empty());
    EXPECT_FALSE(second.account);
}

TEST(Linking, P2_9_no_combination_is_looked_at_before_every_step_was_agreed_to) {
    using namespace portal::linking;
    auto file = file_with_code(morning);
    file.position = {};
    EXPECT_TRUE(is<StepSkipped>(decided(file)));
    file.position = confirmed_having_both({});
    EXPECT_TRUE(is<StepSkipped>(decided(file)));
    file.position = agreed_to_disclaimer(file.position, cast::policy, morning);
    EXPECT_TRUE(is<StepSkipped>(decided(file)));
    file.position = agreed_to_terms(file.position, cast::policy, morning);
    EXPECT_TRUE(is<Linked>(decided(file)));
}

TEST(Linking, P2_9_changed_terms_are_asked_again) {
    auto policy = cast::policy;
    auto const position = cast::ready(morning);
    EXPECT_EQ(linking::reachable(position, policy), linking::Step::combination);
    policy.terms_version = 2;
    EXPECT_EQ(linking::reachable(position, policy), linking::Step::terms);
}

TEST(Linking, P2_9_terms_cannot_be_agreed_to_before_the_disclaimer) {
    auto const position =
        linking::agreed_to_terms(linking::confirmed_having_both({}), cast::policy, morning);
    EXPECT_EQ(linking::reachable(position, cast::policy), linking::Step::disclaimer);
}

} // namespace
