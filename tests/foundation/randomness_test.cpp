#include "foundation/randomness.h"

#include <array>
#include <gtest/gtest.h>
#include <set>

namespace {

using namespace foundation;

/// Gives these numbers, one after another.
class Dealt final : public Randomness {
public:
    explicit Dealt(std::vector<std::uint32_t> numbers)
        : numbers_(std::move(numbers)) {}
    void fill(std::span<std::byte> bytes) override {
        auto const number = numbers_.at(next_++);
        ASSERT_EQ(bytes.size(), sizeof number);
        std::memcpy(bytes.data(), &number, sizeof number);
    }
    std::size_t dealt() const { return next_; }

private:
    std::vector<std::uint32_t> numbers_;
    std::size_t next_ = 0;
};

TEST(Randomness, a_number_is_below_its_bound) {
    SystemRandomness chance;
    for (std::uint32_t const bound : {1U, 2U, 31U, 256U, 0xffff'ffffU})
        for (int i = 0; i < 1000; ++i)
            ASSERT_LT(below(chance, bound), bound);
}

TEST(Randomness, what_would_make_low_numbers_likelier_is_drawn_again) {
    // 2^32 leaves 4 over 31: the first four numbers are one too many.
    auto dealt = Dealt{{0, 1, 2, 3, 4}};
    EXPECT_EQ(below(dealt, 31), 4U);
    EXPECT_EQ(dealt.dealt(), 5U);
    auto highest = Dealt{{0xffff'ffffU}};
    EXPECT_EQ(below(highest, 31), 0xffff'ffffU % 31);
    // A power of two leaves nothing over.
    auto zero = Dealt{{0}};
    EXPECT_EQ(below(zero, 256), 0U);
    EXPECT_EQ(zero.dealt(), 1U);
}

TEST(Randomness, with_a_bound_beyond_2_to_31_every_number_comes_from_one_draw) {
    constexpr std::uint32_t bound = 0x8000'0001U; // leaves 2^31 - 1 over
    auto dealt = Dealt{{0, 0x7fff'fffeU, 0x7fff'ffffU}};
    EXPECT_EQ(below(dealt, bound), 0x7fff'ffffU);
    EXPECT_EQ(dealt.dealt(), 3U);
    auto highest = Dealt{{0xffff'ffffU}};
    EXPECT_EQ(below(highest, bound), 0x7fff'fffeU);
}

TEST(Randomness, characters_of_codes_are_equally_likely) {
    SeededRandomness chance{2026};
    constexpr int draws = 310'000;
    std::array<int, 31> seen{};
    for (int i = 0; i < draws; ++i)
        ++seen[below(chance, 31)];
    double distance = 0;
    for (int const count : seen)
        distance += (count - draws / 31.0) * (count - draws / 31.0) / (draws / 31.0);
    EXPECT_LT(distance, 59.7); // chi-squared with 30 degrees of freedom: 1 in 1000
}

TEST(Randomness, a_seed_repeats_and_another_seed_does_not) {
    SeededRandomness first{1}, again{1}, other{2};
    auto const text = random_hex(first, 32);
    EXPECT_EQ(random_hex(again, 32), text);
    EXPECT_NE(random_hex(other, 32), text);
}

TEST(Randomness, hexadecimal_text_has_two_digits_for_each_byte) {
    SystemRandomness chance;
    EXPECT_EQ(random_hex(chance, 0), "");
    std::set<std::string> drawn;
    for (int i = 0; i < 1000; ++i) {
        auto const text = random_hex(chance, 16);
        ASSERT_EQ(text.size(), 32U);
        ASSERT_EQ(text.find_first_not_of("0123456789abcdef"), std::string::npos);
        drawn.insert(text);
    }
    EXPECT_EQ(drawn.size(), 1000U);
}

} // namespace
