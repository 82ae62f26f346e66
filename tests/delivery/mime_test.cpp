#include "delivery/mime.h"

#include "delivery/samples.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

using namespace samples;

namespace {

delivery::MessageHead head() {
    return {.id = "0123abcd",
            .from = "noreply@mijnduo.example",
            .to = "noura@lindenhof.example",
            .name = "Noura Boukhari",
            .date = at("2026-11-23T13:32:05.5Z"),
            .language = portal::Language::dutch};
}

std::string message(delivery::MessageHead const& with) {
    return delivery::mime_message(with,
                                  delivery::mail_text(mail(MailKind::activation_code), settings()));
}

std::string headers(std::string const& whole) { return whole.substr(0, whole.find("\r\n\r\n")); }

} // namespace

TEST(Address, is_one_plain_address) {
    for (auto const* good : {"a@b", "noura.b+duo@sub.lindenhof.example", "o'brien@x-y.nl"})
        EXPECT_TRUE(delivery::is_one_address(good)) << good;
}

TEST(Address, anything_that_could_be_more_than_one_address_is_refused) {
    for (std::string const bad : {"",
                                  "a",
                                  "@b",
                                  "a@",
                                  "a@b@c",
                                  "a@b,c@d",
                                  "a@b c@d",
                                  "<a@b>",
                                  "\"a\"@b",
                                  "a@b>",
                                  "a@b\r\nBcc: c@d",
                                  "a@b\n",
                                  "a\t@b",
                                  " a@b",
                                  "a@b;c",
                                  "a(x)@b",
                                  "a\\@b",
                                  "ä@b.nl",
                                  "a@bü.nl",
                                  ".a@b",
                                  "a..b@c",
                                  "a@.b",
                                  "a@b_c"})
        EXPECT_FALSE(delivery::is_one_address(bad)) << bad;
    EXPECT_FALSE(delivery::is_one_address(std::string("a@b\0c", 5)));
    EXPECT_FALSE(delivery::is_one_address(std::string(250, 'a') + "@b.nl"));
}

TEST(Message, has_the_headers_that_a_mail_server_wants) {
    auto const text = headers(message(head()));
    for (auto const* line :
         {"From: =?UTF-8?B?TWlqbiBEVU8=?=", "From: Mijn DUO\r\n <noreply@mijnduo.example>\r\n",
          "To: Noura Boukhari\r\n <noura@lindenhof.example>\r\n",
          "Subject: Uw activatiecode voor Mijn DUO\r\n",
          "Date: Mon, 23 Nov 2026 13:32:05 +0000\r\n", "Message-ID: <0123abcd@mijnduo.example>\r\n",
          "Auto-Submitted: auto-generated\r\n", "MIME-Version: 1.0\r\n"})
        EXPECT_EQ(text.contains(line), !std::string_view{line}.starts_with("From: =?")) << line;
}

TEST(Message, a_name_with_control_characters_is_left_out_and_adds_no_header) {
    for (auto const* hostile :
         {"Noura\r\nBcc: x@y.nl", "Noura\nBcc: x@y.nl", "Noura\r\n\r\nHallo", "\x7f"}) {
        auto with = head();
        with.name = hostile;
        auto const text = headers(message(with));
        EXPECT_FALSE(text.contains("Bcc"));
        EXPECT_TRUE(text.contains("To: noura@lindenhof.example\r\n"));
    }
}

TEST(Message, a_name_that_looks_like_an_address_or_an_encoded_word_is_encoded) {
    for (std::string const name :
         {"x@y.nl, Noura", "\"Noura\" <x@y.nl>", "=?UTF-8?B?eA==?=", "S. Aydın"}) {
        auto with = head();
        with.name = name;
        EXPECT_TRUE(headers(message(with))
                        .contains("To: =?UTF-8?B?" + foundation::base64(name) +
                                  "?=\r\n <noura@lindenhof.example>"))
            << name;
    }
}

TEST(MessageDeathTest, an_address_that_is_not_one_address_is_our_own_mistake) {
    auto with = head();
    with.to = "a@b.nl\r\nBcc: c@d.nl";
    EXPECT_DEATH(message(with), "one address each");
}

TEST(Message, long_names_become_words_of_at_most_75_characters_that_split_no_letter) {
    std::string name;
    for (int i = 0; i < 50; ++i)
        name += "é";
    auto const words = delivery::header_text(name);
    std::string together;
    for (auto line : foundation::split(words, '\n')) {
        auto const word = foundation::trimmed(line);
        EXPECT_LE(word.size(), 75U);
        auto const part = foundation::unbase64(word.substr(10, word.size() - 12));
        ASSERT_TRUE(part);
        EXPECT_TRUE(foundation::is_utf8(*part));
        together += *part;
    }
    EXPECT_EQ(together, name);
}

TEST(Message, lines_are_short_ascii_and_end_in_crlf) {
    auto const whole = message(head());
    for (auto line : foundation::split(whole, '\n')) {
        EXPECT_LE(line.size(), 79U);
        EXPECT_TRUE(line.empty() || line.ends_with('\r'));
        for (char const c : line)
            EXPECT_TRUE(c == '\r' || (c >= ' ' && c < 0x7f));
    }
}

TEST(Message, offers_text_first_and_html_as_the_better_alternative) {
    auto const whole = message(head());
    auto const text = whole.find("Content-Type: text/plain; charset=utf-8");
    auto const html = whole.find("Content-Type: text/html; charset=utf-8");
    EXPECT_LT(text, html);
    EXPECT_NE(html, whole.npos);
    EXPECT_TRUE(whole.contains("Content-Type: multipart/alternative;\r\n boundary=\"=_0123abcd\""));
    EXPECT_TRUE(whole.ends_with("--=_0123abcd--\r\n"));
}

TEST(Message, has_the_sites_mark_beside_the_html_and_fetches_nothing) {
    auto const whole = message(head());
    auto const related = whole.find("Content-Type: multipart/related; type=\"text/html\";\r\n"
                                    " boundary=\"=_html-0123abcd\"");
    auto const html = whole.find("--=_html-0123abcd\r\nContent-Type: text/html");
    auto const mark = whole.find("--=_html-0123abcd\r\nContent-Type: image/png\r\n");
    ASSERT_NE(mark, whole.npos);
    EXPECT_LT(whole.find("text/plain"), related) << "text stays the first alternative";
    EXPECT_LT(related, html);
    EXPECT_LT(html, mark);
    EXPECT_EQ(whole.find("Content-ID: <mark@mijnduo>\r\n", mark), whole.rfind("Content-ID:"));
    auto const begin = whole.find("\r\n\r\n", mark) + 4;
    auto const end = whole.find("--=_html-0123abcd--\r\n", begin);
    std::string base64 = whole.substr(begin, end - begin);
    std::erase_if(base64, [](char c) { return c == '\r' || c == '\n'; });
    auto const picture = foundation::unbase64(base64);
    ASSERT_TRUE(picture);
    EXPECT_TRUE(picture->starts_with("\x89PNG\r\n\x1a\n"));
    EXPECT_EQ(picture->substr(16, 8), std::string("\0\0\0\x58\0\0\0\x58", 8)) << "88 by 88";
    EXPECT_LT(picture->size(), 3000U);
}

TEST(QuotedPrintable, writes_what_is_not_plain_as_hexadecimal_and_breaks_long_lines) {
    EXPECT_EQ(delivery::quoted_printable("één = 1"), "=C3=A9=C3=A9n =3D 1");
    EXPECT_EQ(delivery::quoted_printable("a \nb"), "a=20\r\nb");
    EXPECT_EQ(delivery::quoted_printable(std::string(80, 'x')),
              std::string(75, 'x') + "=\r\n" + std::string(5, 'x'));
}
