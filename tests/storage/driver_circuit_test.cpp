#include "storage/driver/circuit.h"

#include "storage/driver/errors.h"

#include <gtest/gtest.h>

namespace storage::driver {
namespace {

using namespace std::chrono_literals;
using Leave = Circuit::Leave;

constexpr Deadline now{};

/// After two transactions without an answer.
void open(Circuit& circuit) {
    circuit.unanswered(Leave::usual, now);
    circuit.unanswered(Leave::usual, now);
}

TEST(DatabaseCircuit, F3_one_connection_that_breaks_keeps_nobody_from_asking) {
    Circuit circuit;
    EXPECT_EQ(circuit.leave_at(now), Leave::usual);
    circuit.unanswered(Leave::usual, now);
    EXPECT_EQ(circuit.leave_at(now), Leave::usual);
    circuit.answered();
    circuit.unanswered(Leave::usual, now);
    EXPECT_EQ(circuit.leave_at(now), Leave::usual) << "there was an answer in between";
}

TEST(DatabaseCircuit, F3_after_two_in_a_row_nobody_asks_for_a_second_and_then_one_at_a_time) {
    Circuit circuit;
    open(circuit);
    EXPECT_EQ(circuit.leave_at(now), Leave::none);
    EXPECT_EQ(circuit.leave_at(now + 1s - 1ns), Leave::none);
    EXPECT_EQ(circuit.leave_at(now + 1s), Leave::trial);
    EXPECT_EQ(circuit.leave_at(now + 1s), Leave::none);
    EXPECT_EQ(circuit.leave_at(now + 1h), Leave::none) << "however long the trial takes";
    circuit.unanswered(Leave::trial, now + 8s);
    EXPECT_EQ(circuit.leave_at(now + 9s - 1ns), Leave::none);
    EXPECT_EQ(circuit.leave_at(now + 9s), Leave::trial);
}

TEST(DatabaseCircuit, F3_any_answer_ends_it) {
    Circuit circuit;
    open(circuit);
    circuit.answered();
    EXPECT_EQ(circuit.leave_at(now), Leave::usual);
    circuit.unanswered(Leave::usual, now);
    EXPECT_EQ(circuit.leave_at(now), Leave::usual) << "and they are counted anew";
}

TEST(DatabaseCircuit, F3_who_was_on_the_way_before_it_does_not_end_the_trial_of_another) {
    Circuit circuit;
    open(circuit);
    EXPECT_EQ(circuit.leave_at(now + 1s), Leave::trial);
    circuit.unanswered(Leave::usual, now + 2s);
    circuit.over(Leave::usual);
    EXPECT_EQ(circuit.leave_at(now + 4s), Leave::none);
}

TEST(DatabaseCircuit, F3_a_trial_that_brings_no_news_lets_the_next_one_try) {
    Circuit circuit;
    open(circuit);
    EXPECT_THROW((Asking{circuit, now}), Unreachable);
    {
        Asking const trial{circuit, now + 1s};
        EXPECT_THROW((Asking{circuit, now + 1s}), Unreachable);
    }
    Asking next{circuit, now + 1s};
    next.answered();
    Asking const another{circuit, now + 1s};
}

} // namespace
} // namespace storage::driver
