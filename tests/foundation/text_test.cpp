#include "foundation/text.h"

#include "foundation/randomness.h"

#include <gtest/gtest.h>

namespace {

using namespace foundation;
using namespace std::string_view_literals;

using Parts = std::vector<std::string_view>;

TEST(Text, white_space_goes_at_both_ends_only) {
    EXPECT_EQ(trimmed(" \t\r\n\f\va b \n"), "a b");
    EXPECT_EQ(trimmed(" \n "), "");
    EXPECT_EQ(trimmed(""), "");
    EXPECT_EQ(trimmed("\xc2\xa0"
                      "a"),
              "\xc2\xa0"
              "a");
}

TEST(Text, case_changes_in_ascii_only) {
    EXPECT_EQ(lower_ascii("ABZ@[`{\xc3\x89"), "abz@[`{\xc3\x89");
    EXPECT_EQ(upper_ascii("abz@[`{\xc3\xa9"), "ABZ@[`{\xc3\xa9");
}

TEST(Text, n_separators_give_n_and_one_parts) {
    EXPECT_EQ(split("a,b,c", ','), (Parts{"a", "b", "c"}));
    EXPECT_EQ(split(",a,,", ','), (Parts{"", "a", "", ""}));
    EXPECT_EQ(split("", ','), (Parts{""}));
}

TEST(Text, digits_are_those_of_ascii_and_at_least_one) {
    EXPECT_TRUE(all_digits("0123456789"));
    for (auto const wrong : {""sv, " 1"sv, "1a"sv, "-1"sv, "\xd9\xa1"sv, "1\0"sv})
        EXPECT_FALSE(all_digits(wrong)) << wrong;
}

TEST(Utf8, shortest_forms_of_every_length_are_read) {
    for (auto const right :
         {""sv, "a"sv, "\x7f"sv, "\0"sv, "\xc2\x80"sv, "\xdf\xbf"sv, "\xe0\xa0\x80"sv,
          "\xed\x9f\xbf"sv, "\xee\x80\x80"sv, "\xef\xbf\xbf"sv, "\xf0\x90\x80\x80"sv,
          "\xf4\x8f\xbf\xbf"sv, "Zo\xc3\xab \xe2\x82\xac"sv})
        EXPECT_TRUE(is_utf8(right)) << hex(right);
}

TEST(Utf8, longer_forms_surrogates_and_stray_or_missing_bytes_are_not) {
    for (auto const wrong : {"\x80"sv,
                             "\xbf"sv,
                             "\xc0\x80"sv,
                             "\xc1\xbf"sv,
                             "\xe0\x80\x80"sv,
                             "\xe0\x9f\xbf"sv,
                             "\xed\xa0\x80"sv,
                             "\xed\xbf\xbf"sv,
                             "\xf0\x80\x80\x80"sv,
                             "\xf0\x8f\xbf\xbf"sv,
                             "\xf4\x90\x80\x80"sv,
                             "\xf5\x80\x80\x80"sv,
                             "\xff"sv,
                             "\xfe"sv,
                             "\xc3"sv,
                             "\xe2\x82"sv,
                             "\xf0\x9f\x98"sv,
                             "\xc3"
                             "a"sv,
                             "\xe2\x82"
                             "a"sv,
                             "a\xc3"sv,
                             "\xc3\xab\xab"sv})
        EXPECT_FALSE(is_utf8(wrong)) << hex(wrong);
}

TEST(Utf8, a_wrong_byte_is_seen_wherever_it_stands) {
    for (std::size_t size = 1; size <= 33; ++size)
        for (std::size_t at = 0; at < size; ++at) {
            std::string text(size, 'a');
            EXPECT_TRUE(is_utf8(text));
            text[at] = '\x80';
            EXPECT_FALSE(is_utf8(text)) << size << ' ' << at;
        }
}

TEST(Utf8, exactly_the_existing_code_points_have_a_form) {
    auto const encoded = [](unsigned point, int bytes) {
        std::string text;
        for (int i = bytes - 1; i > 0; --i, point >>= 6U)
            text.insert(text.begin(), static_cast<char>(0x80U | (point & 0x3fU)));
        unsigned const leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
        text.insert(text.begin(), static_cast<char>(leads[bytes] | point));
        return text;
    };
    for (unsigned point = 0; point < 0x1f'ffff; point += point < 0x1'1000 ? 1 : 251) {
        for (int bytes = 1; bytes <= 4; ++bytes) {
            unsigned const most[] = {0, 0x7f, 0x7ff, 0xffff, 0x1f'ffff};
            if (point > most[bytes])
                continue;
            bool const shortest = bytes == 1 || point > most[bytes - 1];
            bool const exists = point <= 0x10'ffff && (point < 0xd800 || point > 0xdfff);
            ASSERT_EQ(is_utf8(encoded(point, bytes)), shortest && exists) << point << ' ' << bytes;
        }
    }
}

TEST(Utf8, length_is_in_code_points) {
    EXPECT_EQ(utf8_length(""), 0U);
    EXPECT_EQ(utf8_length("Zo\xc3\xab"), 3U);
    EXPECT_EQ(utf8_length("\xf0\x9f\x98\x80"), 1U);
}

TEST(Text, control_characters_are_below_space_and_delete) {
    for (int c = 0; c < 256; ++c)
        EXPECT_EQ(has_control_characters("a" + std::string(1, static_cast<char>(c))),
                  c < 0x20 || c == 0x7f)
            << c;
    EXPECT_FALSE(has_control_characters(""));
}

TEST(Hex, is_written_small_and_read_in_both_cases) {
    EXPECT_EQ(hex("\x00\xff\x1a"sv), "00ff1a");
    EXPECT_EQ(unhex("00fF1A"), std::string("\x00\xff\x1a", 3));
    EXPECT_EQ(unhex(""), "");
    for (auto const* wrong : {"0", "0g", "g0", " 0", "0x", "-1", "/0", ":0", "@0", "`0"})
        EXPECT_FALSE(unhex(wrong)) << wrong;
}

TEST(Base64, the_examples_of_rfc_4648) {
    std::pair<char const*, char const*> const examples[] = {{"", ""},
                                                            {"f", "Zg=="},
                                                            {"fo", "Zm8="},
                                                            {"foo", "Zm9v"},
                                                            {"foob", "Zm9vYg=="},
                                                            {"fooba", "Zm9vYmE="},
                                                            {"foobar", "Zm9vYmFy"}};
    for (auto const& [bytes, text] : examples) {
        EXPECT_EQ(base64(bytes), text);
        EXPECT_EQ(unbase64(text), bytes);
    }
}

TEST(Base64, any_bytes_come_back) {
    SeededRandomness chance{4};
    for (std::size_t size = 0; size < 100; ++size) {
        std::string bytes(size, '\0');
        chance.fill(std::as_writable_bytes(std::span{bytes}));
        EXPECT_EQ(unbase64(base64(bytes)), bytes);
    }
}

TEST(Base64, of_every_text_at_most_one_spelling_is_read) {
    for (auto const* wrong :
         {"Zg",     "Zg=",  "Zg===",    "Zm8",      "Z===", "====",   "=",     "Zm9v=",
          "=Zm9",   "Z=m9", "Zg==Zg==", "Zh==",     "Zm9=", "Zm9v\n", "Zm9v ", " Zm9v",
          "Zm\n9v", "Zm-v", "Zm_v",     "Zm9v\r\n", "Zm9*", "Zm9\xc3"})
        EXPECT_FALSE(unbase64(wrong)) << wrong;
    EXPECT_FALSE(unbase64("Zg=\0"sv));
}

TEST(Base64, of_all_ways_to_end_only_those_with_unused_bits_zero_are_read) {
    constexpr auto letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"sv;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        EXPECT_EQ(unbase64(std::string{"A"} + letters[i] + "==").has_value(), i % 16 == 0);
        EXPECT_EQ(unbase64(std::string{"AA"} + letters[i] + "=").has_value(), i % 4 == 0);
    }
}

TEST(Url, everything_but_unreserved_characters_is_encoded) {
    EXPECT_EQ(url_encoded("azAZ09-._~"), "azAZ09-._~");
    EXPECT_EQ(url_encoded(" /?&=+%\xc3\xab\0"sv), "%20%2F%3F%26%3D%2B%25%C3%AB%00");
    for (int c = 0; c < 256; ++c) {
        auto const text = std::string(1, static_cast<char>(c));
        EXPECT_EQ(url_decoded(url_encoded(text), true), text);
    }
}

TEST(Url, is_decoded_only_when_every_percent_has_its_two_digits) {
    EXPECT_EQ(url_decoded("a%2fb%2Fc", false), "a/b/c");
    EXPECT_EQ(url_decoded("a+b", true), "a b");
    EXPECT_EQ(url_decoded("a+b", false), "a+b");
    EXPECT_EQ(url_decoded("%2B", true), "+");
    for (auto const* wrong : {"%", "%2", "a%", "a%4", "%g0", "%0g", "%%41", "% 41", "%-1"})
        EXPECT_FALSE(url_decoded(wrong, true)) << wrong;
}

} // namespace
