#include "mailbox/letters/coding.h"
#include "mailbox/letters/letter.h"

#include <gtest/gtest.h>

using mailbox::read_letter;
using mailbox::words_decoded;

namespace {

constexpr std::string_view with_everything =
    "From: =?UTF-8?Q?Mijn_DUO?= <noreply@duo.example>\r\n"
    "Subject: =?UTF-8?B?VXcgY29kZSDigJM=?=\r\n =?UTF-8?Q?_Mijn_DUO?=\r\n"
    "MIME-Version: 1.0\r\n"
    "Content-Type: multipart/mixed; boundary=\"buiten\"\r\n"
    "\r\n"
    "This is a multi-part message.\r\n"
    "--buiten\r\n"
    "Content-Type: multipart/alternative;\r\n boundary=binnen\r\n"
    "\r\n"
    "--binnen\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\n"
    "\r\n"
    "Uw code is K7=\r\nQ2 =E2=80=93 gebruik =\r\nhem =3D nu.\r\n"
    "--binnen\r\n"
    "Content-Type: text/html; charset=utf-8\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "\r\n"
    "PHA+SGFs\r\nbG88L3A+\r\n"
    "--binnen--\r\n"
    "--buiten\r\n"
    "Content-Type: application/pdf\r\n"
    "Content-Disposition: attachment; filename*=UTF-8''brief%20%C3%A9.pdf\r\n"
    "Content-Transfer-Encoding: base64\r\n"
    "\r\n"
    "JVBERi0xLjQA\r\n"
    "--buiten--\r\n"
    "and nothing of this\r\n";

} // namespace

TEST(Letter, a_mail_of_alternatives_with_an_attachment_is_taken_apart) {
    auto const letter = read_letter(with_everything);
    EXPECT_EQ("Mijn DUO <noreply@duo.example>", letter.from);
    EXPECT_EQ("Uw code – Mijn DUO", letter.subject);
    EXPECT_EQ("Uw code is K7Q2 – gebruik hem = nu.", letter.text);
    EXPECT_EQ("<p>Hallo</p>", letter.html);
    ASSERT_EQ(1u, letter.attachments.size());
    EXPECT_EQ("brief é.pdf", letter.attachments[0].name);
    EXPECT_EQ("application/pdf", letter.attachments[0].content_type);
    EXPECT_EQ((std::string{"%PDF-1.4\0", 9}), letter.attachments[0].bytes);
}

TEST(Letter, a_picture_that_the_html_shows_is_put_into_it_and_is_no_attachment) {
    auto const letter = read_letter(
        "Content-Type: multipart/related; boundary=r\r\n\r\n"
        "--r\r\nContent-Type: text/html\r\n\r\n<img src=\"cid:a@b\">\r\n"
        "--r\r\nContent-Type: image/png\r\nContent-ID: <a@b>\r\n\r\nPNG\r\n"
        "--r\r\nContent-Type: image/png\r\nContent-ID: <other@b>\r\n\r\nPNG\r\n"
        "--r\r\nContent-Type: image/svg+xml\r\nContent-ID: <a@b>\r\n\r\n<svg/>\r\n--r--\r\n");
    EXPECT_EQ("<img src=\"data:image/png;base64,UE5H\">", letter.html);
    ASSERT_EQ(2u, letter.attachments.size());
    EXPECT_EQ("other@b", letter.attachments[0].content_id);
}

TEST(Letter, a_plain_mail_without_MIME_is_its_own_text) {
    auto const letter = read_letter("Subject: hallo\r\n\r\nregel 1\r\n\r\nregel 2\r\n");
    EXPECT_EQ("hallo", letter.subject);
    EXPECT_EQ("regel 1\r\n\r\nregel 2\r\n", letter.text);
    EXPECT_TRUE(letter.html.empty() && letter.attachments.empty());
}

TEST(Letter, a_text_that_is_attached_is_not_the_text_of_the_mail) {
    auto const letter = read_letter("Content-Type: text/plain; name=\"lijst.txt\"\r\n"
                                    "Content-Disposition: attachment\r\n\r\na\r\n");
    EXPECT_EQ("", letter.text);
    ASSERT_EQ(1u, letter.attachments.size());
    EXPECT_EQ("lijst.txt", letter.attachments[0].name);
}

TEST(Letter, Latin_1_becomes_UTF_8_and_what_is_no_text_at_all_is_marked) {
    EXPECT_EQ("caf\xc3\xa9", read_letter("Content-Type: text/plain; charset=ISO-8859-1\r\n\r\n"
                                         "caf\xe9")
                                 .text);
    EXPECT_EQ("caf\xef\xbf\xbd", read_letter("\r\ncaf\xe9").text);
}

TEST(Letter, whatever_comes_in_is_read_without_falling_over) {
    for (std::size_t size = 0; size <= with_everything.size(); ++size)
        read_letter(with_everything.substr(0, size));
    for (auto const* odd :
         {"", "\r\n", ":", " folded first", "Content-Type: multipart/mixed\r\n\r\nx",
          "Content-Type: multipart/mixed; boundary=\"\r\n\r\nx",
          "Content-Type: multipart/mixed; boundary=a;\r\n\r\n--a\r\n--a\r\n--a"})
        read_letter(odd);
    std::string nested;
    for (int i = 0; i < 1000; ++i)
        nested += "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n";
    read_letter(nested);
}

TEST(Words, encoded_words_are_decoded_and_the_blank_between_two_of_them_vanishes) {
    EXPECT_EQ("een é", words_decoded("een =?utf-8?q?=C3=A9?="));
    EXPECT_EQ("éé x", words_decoded("=?utf-8?q?=C3=A9?= \t =?utf-8?B?w6k=?= x"));
    EXPECT_EQ("a b", words_decoded("=?utf-8?Q?a_b?="));
    EXPECT_EQ("é", words_decoded("=?iso-8859-1?Q?=E9?="));
    for (auto const* plain :
         {"", "gewoon", "=?", "=?utf-8?Q?open", "=?utf-8?X?a?=", "a =? b", "  "})
        EXPECT_EQ(plain, words_decoded(plain));
}
