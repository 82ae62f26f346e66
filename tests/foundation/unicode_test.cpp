#include "foundation/unicode.h"

#include <gtest/gtest.h>

namespace {

using foundation::folded;
using foundation::Sign;

TEST(Folded, P2_14_all_letters_of_europe_are_found_without_their_marks) {
    EXPECT_EQ(folded("Nguyễn Văn Đức"), "nguyen van duc");
    EXPECT_EQ(folded("Erdős Őri ŰŐ"), "erdos ori uo");
    EXPECT_EQ(folded("Șerban Țepeș Şahin"), "serban tepes sahin");
    EXPECT_EQ(folded("Łódź Ħal Ŧ"), "lodz hal t");
    EXPECT_EQ(folded("Ængström Œuvre Ĳsselmeer Ǽ"), "aengstrom oeuvre ijsselmeer ae");
    EXPECT_EQ(folded("Straße STRASSE ẞ"), "strasse strasse ss");
    EXPECT_EQ(folded("Guðrún Þórsdóttir Ðð"), "gudrun thorsdottir dd");
    EXPECT_EQ(folded("İpek IŞIK ışık"), "ipek isik isik");
    EXPECT_EQ(folded("Ģ ģ Ǧ Ř ŉ ſ ŀ"), "g g g r n s l");
    EXPECT_EQ(folded("Søren Þ Ə ŋ"), "soren th e n");
}

TEST(Folded, P2_14_an_accent_of_its_own_is_the_same_as_one_in_the_letter) {
    EXPECT_EQ(folded("e\u0301e\u0308n"), "een");
    EXPECT_EQ(folded("Nguye\u0302\u0303n"), folded("Nguyễn"));
}

TEST(Folded, P2_14_greek_and_cyrillic_lose_their_case) {
    EXPECT_EQ(folded("ΠΑΠΑΔΌΠΟΥΛΟΣ"), folded("Παπαδόπουλος"));
    EXPECT_EQ(folded("ЩЕРБАКОВ Ђорђе"), folded("Щербаков ЂОРЂЕ"));
    EXPECT_NE(folded("Щ"), folded("Ш"));
}

TEST(Folded, P2_14_apostrophes_do_not_matter_and_dashes_and_spaces_are_of_one_kind) {
    for (auto const* way : {"O'Brien", "O\u2019Brien", "O\u2018Brien", "O\u02bcBrien", "OBrien",
                            "O`Brien", "O\u00b4Brien", "O\u2032Brien", "O\u02bbBrien"})
        EXPECT_EQ(folded(way), "obrien") << way;
    EXPECT_EQ(folded("van \u2019t Hof"), "van t hof");
    EXPECT_EQ(folded("Müller\u2011Smit"), "muller-smit");
    EXPECT_EQ(folded("De\u00a0Wit"), "de wit");
    EXPECT_EQ(folded("An\u200bna"), "anna");
    EXPECT_EQ(folded("Gal·la"), "galla");
}

TEST(Folded, what_is_no_letter_stays_and_so_do_bytes_that_are_no_text) {
    EXPECT_EQ(folded("A € 5% _ \\ ÷"), "a € 5% _ \\ ÷");
    EXPECT_EQ(folded("A\xc3"), "a\xc3");
    EXPECT_EQ(folded(""), "");
}

TEST(Signs, are_told_apart) {
    auto const sign = [](std::string_view text) { return foundation::sign_at(text, 0).sign; };
    EXPECT_EQ(sign("a"), Sign::letter);
    EXPECT_EQ(sign("ễ"), Sign::letter);
    EXPECT_EQ(sign("Æ"), Sign::capital);
    EXPECT_EQ(sign("\u0301"), Sign::mark);
    EXPECT_EQ(sign("5"), Sign::digit);
    EXPECT_EQ(sign("\u00a0"), Sign::space);
    EXPECT_EQ(sign("\u2019"), Sign::apostrophe);
    EXPECT_EQ(sign("\u2011"), Sign::hyphen);
    EXPECT_EQ(sign("."), Sign::stop);
    for (auto const* other :
         {"\u202e", "\u200b", "\u2028", "\n",         "\x7f",   "@",      "/",
          "€",      "_",      "٣",      "\U0001f600", "\xff",   "\u2013", "\u3164",
          "\u115f", "\uffa0", "\ufe0f", "\u034f",     "\u20dd", "\u20e3"})
        EXPECT_EQ(sign(other), Sign::other) << other;
    EXPECT_EQ(foundation::sign_at("aễ", 1).bytes, 3U);
}

TEST(Signs, P2_14_what_does_not_show_is_noticed) {
    EXPECT_TRUE(foundation::shows_all("Müller, J. (extern)"));
    for (auto const* hidden : {"J\u202ensen", "\u3164", "An\u200bna", "A\ufe0f", "A\xff"})
        EXPECT_FALSE(foundation::shows_all(hidden)) << hidden;
}

TEST(Typed, P2_14_what_stands_beside_the_apostrophe_on_keyboards_is_taken_for_one) {
    EXPECT_EQ(foundation::with_plain_apostrophes_and_hyphens("O\u00b4B`r\u2032n M\u2013S \u2019t"),
              "O'B'r'n M-S \u2019t");
}

TEST(Composed, letters_and_their_accents_become_one) {
    EXPECT_EQ(foundation::composed("Zoe\u0308"), "Zoë");
    EXPECT_EQ(foundation::composed("x\u0301"), "x\u0301");
    EXPECT_EQ(foundation::composed("plain"), "plain");
}

TEST(Typed, P2_15_what_stands_around_and_between_the_characters_of_a_code_goes) {
    EXPECT_EQ(foundation::without_separators("\u201cABC\u00a0DEF\u2013GHJ\u201d."), "ABCDEFGHJ");
    EXPECT_EQ(
        foundation::without_separators("\ufeffAB\u200bC\u2212D\tE\u2009F\u00ad(G)\u00bb,\r\n"),
        "ABCDEFG");
    EXPECT_EQ(foundation::without_separators("A\u2010B\u2011C\u2012D\u2014E-F"), "ABCDEF");
    EXPECT_EQ(foundation::without_separators("A*B/C@é"), "A*B/C@é");
}

TEST(Typed, P2_15_invisible_characters_at_the_ends_go) {
    EXPECT_EQ(foundation::without_invisible_ends("\u200b\u00a0 a b\u202e \ufeff\t"), "a b");
    EXPECT_EQ(foundation::without_invisible_ends("\u200b \u2028"), "");
    EXPECT_EQ(foundation::without_invisible_ends("a\u200bb"), "a\u200bb");
}

TEST(Domains, P2_15_other_letters_become_a_labels_and_are_shown_in_one_way) {
    auto const read = [](std::string_view domain) {
        auto const found = foundation::domain_of(domain);
        return found ? found->sent + ' ' + found->shown : "none";
    };
    for (auto const* way : {"müller.example", "MÜLLER.example", "mu\u0308ller.example",
                            "xn--mller-kva.example", "XN--mller-kva.Example"})
        EXPECT_EQ(read(way), "xn--mller-kva.example müller.example") << way;
    EXPECT_EQ(read("straße.de"), "xn--strae-oqa.de straße.de");
    EXPECT_EQ(read("School.Example"), "School.Example School.Example");
    for (auto const* wrong : {"xn--a.example", "xn--.example", "mü ller.example", "-ü.example",
                              "ü\u2065.example", "אa.example", "ü\xff.example"})
        EXPECT_EQ(read(wrong), "none") << wrong;
}

TEST(Domains, P2_15_signs_that_would_become_others_without_a_word_are_no_domain) {
    for (auto const* wrong : {"\uff56oorbeeld.nl", "\U0001d42foorbeeld.nl", "\ufb01rma.nl",
                              "voorbeeld\ufe0f.nl", "voorbeeld\u3002nl", "\u1e9e.nl"})
        EXPECT_FALSE(foundation::domain_of(wrong)) << wrong;
}

} // namespace
