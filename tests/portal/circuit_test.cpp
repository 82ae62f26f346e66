#include "portal/signing_in/circuit.h"

#include "support/cast.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using portal::Circuit;
using State = Circuit::State;

foundation::Instant const start = cast::at("2026-11-23T10:00:00Z");

Circuit after_failures(int count) {
    Circuit circuit{cast::policy};
    for (int i = 0; i < count; ++i)
        circuit.failed(start);
    return circuit;
}

TEST(Circuit, opens_at_the_fifth_failure_in_a_row_and_not_at_the_fourth) {
    EXPECT_EQ(after_failures(4).state(start), State::closed);
    auto circuit = after_failures(5);
    EXPECT_EQ(circuit.state(start), State::open);
    EXPECT_FALSE(circuit.admits(start));
}

TEST(Circuit, an_answer_in_between_starts_the_count_again) {
    auto circuit = after_failures(4);
    circuit.answered();
    for (int i = 0; i < 4; ++i)
        circuit.failed(start);
    EXPECT_TRUE(circuit.admits(start));
    circuit.failed(start);
    EXPECT_FALSE(circuit.admits(start));
}

TEST(Circuit, lets_one_try_after_30_seconds_and_not_a_second_earlier) {
    auto circuit = after_failures(5);
    EXPECT_FALSE(circuit.admits(start + 29s));
    EXPECT_EQ(circuit.state(start + 30s - 1us), State::open);
    EXPECT_EQ(circuit.state(start + 30s), State::half_open);
    EXPECT_TRUE(circuit.admits(start + 30s));
    EXPECT_FALSE(circuit.admits(start + 30s)) << "one trial";
    EXPECT_FALSE(circuit.admits(start + 31s));
}

TEST(Circuit, closes_when_the_trial_is_answered) {
    auto circuit = after_failures(5);
    EXPECT_TRUE(circuit.admits(start + 31s));
    circuit.answered();
    EXPECT_EQ(circuit.state(start + 31s), State::closed);
    EXPECT_TRUE(circuit.admits(start + 31s));
    EXPECT_TRUE(circuit.admits(start + 31s));
}

TEST(Circuit, rests_again_when_the_trial_fails) {
    auto circuit = after_failures(5);
    EXPECT_TRUE(circuit.admits(start + 40s));
    circuit.failed(start + 40s);
    EXPECT_FALSE(circuit.admits(start + 69s));
    EXPECT_TRUE(circuit.admits(start + 70s));
}

TEST(Circuit, a_trial_that_never_reports_back_lets_the_next_one_begin) {
    auto circuit = after_failures(5);
    EXPECT_TRUE(circuit.admits(start + 30s));
    EXPECT_FALSE(circuit.admits(start + 59s));
    EXPECT_TRUE(circuit.admits(start + 60s));
}

TEST(Circuit, a_call_that_began_long_ago_does_not_shorten_the_rest) {
    auto circuit = after_failures(5);
    circuit.failed(start - 10s);
    EXPECT_FALSE(circuit.admits(start + 29s));
}

} // namespace
