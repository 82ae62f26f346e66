#include "support/cast.h"

#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

TEST(Username, P2_8_every_single_slip_and_every_swap_of_neighbours_fails_the_check_character) {
    constexpr std::string_view alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    foundation::SeededRandomness chance{7};
    for (int round = 0; round < 50; ++round) {
        auto const right = portal::Username::mint(chance).text();
        for (std::size_t i = 0; i < right.size(); ++i) {
            for (char const c : alphabet) {
                auto slip = right;
                slip[i] = c;
                EXPECT_EQ(portal::Username::parse(slip).has_value(), c == right[i]) << slip;
            }
            if (i + 1 < right.size()) {
                auto swapped = right;
                std::swap(swapped[i], swapped[i + 1]);
                EXPECT_EQ(portal::Username::parse(swapped).has_value(), right[i] == right[i + 1]);
            }
        }
    }
}

TEST(Username, P2_8_case_spaces_and_hyphens_do_not_matter) {
    auto const right = cast::username();
    auto typed = foundation::lower_ascii(right.grouped());
    typed.insert(2, "-");
    EXPECT_EQ(portal::Username::parse(' ' + typed + ' '), right);
}

TEST(Code, P2_8_a_code_is_ten_characters_and_shown_in_groups) {
    foundation::SeededRandomness chance{3};
    auto const code = portal::Code::mint(chance);
    EXPECT_EQ(code.reveal().size(), 10U);
    EXPECT_EQ(code.grouped().at(5), '-');
    EXPECT_EQ(portal::Code::parse(code.grouped())->reveal(), code.reveal());
    EXPECT_FALSE(portal::Code::parse(code.reveal().substr(1)));
    EXPECT_FALSE(portal::Code::parse(code.reveal() + 'A'));
    EXPECT_FALSE(portal::Code::parse("O123456789"));
}

} // namespace
