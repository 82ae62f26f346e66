#include "portal/accounts/username.h"

#include <gtest/gtest.h>

namespace {

using portal::Code;
using portal::Username;

TEST(TypedCodes, P2_15_spaces_dashes_and_closing_punctuation_of_every_kind_go_before_judging) {
    for (auto const* typed : {"ABCDEFGHJK",
                              "abcde-fghjk",
                              "ABCDE\u2013FGHJK",
                              "ABCDE\u2014FGHJK",
                              "ABCDE\u2212FGHJK",
                              "ABCDE\u2011FGHJK",
                              "ABCDE\u00a0FGHJK",
                              "AB CDE\u2009FG\u202fHJK",
                              "\ufeffABCDEFGHJK\u200b",
                              "ABC\u00adDEFGHJK",
                              "ABCDE-FGHJK.",
                              "ABCDE-FGHJK,",
                              "(ABCDE-FGHJK)",
                              "\u201cABCDE-FGHJK\u201d",
                              "\u201eABCDE-FGHJK\u201c;",
                              "\u00abABCDE-FGHJK\u00bb",
                              "'ABCDE-FGHJK'",
                              "ABCDE\tFGHJK\r\n",
                              "ABCDE\u3000FGHJK",
                              "ABCDE\u2028FGHJK!"}) {
        auto const code = Code::parse(typed);
        EXPECT_TRUE(code && code->reveal() == "ABCDEFGHJK") << typed;
    }
}

TEST(TypedCodes, P2_15_nothing_else_goes) {
    for (auto const* typed : {"ABCDE/FGHJK", "ABCDE*FGHJK", "ABCDE_FGHJK", "ABCDEFGHJ\u00e9",
                              "ABCDEFGHJ\xff", "\uff21BCDEFGHJK", "", "-", "ABCDEFGHJKM"})
        EXPECT_FALSE(Code::parse(typed)) << typed;
}

TEST(TypedCodes, P2_15_a_username_is_read_in_the_same_way) {
    auto randomness = foundation::SeededRandomness{1};
    auto const username = Username::mint(randomness);
    auto const& text = username.text();
    auto const pasted = "\u2018" + text.substr(0, 3) + "\u00a0" + text.substr(3, 3) + "\u2013" +
                        text.substr(6) + "\u2019.";
    EXPECT_EQ(Username::parse(pasted), username);
}

} // namespace
