#include "http/multipart.h"

#include <gtest/gtest.h>

using http::Rejection;
using http::upload_of;

namespace {

constexpr std::string_view file_head =
    "Content-Disposition: form-data; name=\"scan\"; filename=\"formulier.pdf\"\r\n"
    "Content-Type: application/pdf";

std::string text_head(std::string_view name) {
    return "Content-Disposition: form-data; name=\"" + std::string{name} + "\"";
}

/// A part between the delimiter "--b" and the next one.
std::string part(std::string_view head, std::string_view content) {
    return "--b\r\n" + std::string{head} + "\r\n\r\n" + std::string{content} + "\r\n";
}

std::expected<http::Upload, Rejection> read(std::string const& body,
                                            std::string type = "multipart/form-data; boundary=b") {
    static http::Request request; // the file is a view of its body
    request = {.method = http::Method::post,
               .path = "/",
               .query = {},
               .host = {},
               .headers = {{"content-type", std::move(type)}},
               .body = body,
               .remote_address = {}};
    return upload_of(request, "scan");
}

std::string body(std::string const& parts) { return parts + "--b--\r\n"; }

void expect_broken(std::string const& sent, Rejection why = Rejection::broken_part) {
    auto const upload = read(sent);
    ASSERT_FALSE(upload) << testing::PrintToString(sent);
    EXPECT_EQ(upload.error(), why) << testing::PrintToString(sent);
}

} // namespace

TEST(Multipart, P2_1_a_file_comes_along_with_the_fields_byte_for_byte) {
    std::string const bytes{"%PDF-1.7\0\r\n--\r\n--a\xff\r\n", 21};
    auto const upload =
        read(body(part(text_head("token"), "abc") + part(file_head, bytes) +
                  part(text_head("regels"), "een\r\ntwee") + part(text_head("leeg"), "")));
    ASSERT_TRUE(upload);
    EXPECT_EQ(upload->file, bytes);
    EXPECT_EQ(upload->fields.one("token"), "abc");
    EXPECT_EQ(upload->fields.one("regels"), "een\r\ntwee");
    EXPECT_EQ(upload->fields.one("leeg"), "");
    EXPECT_EQ(upload->fields.count("scan"), 0U) << "a file is no field";
}

TEST(Multipart, no_file_chosen_and_a_file_without_bytes_are_two_things) {
    auto const none = read(body(part("Content-Disposition: form-data; name=\"scan\"; "
                                     "filename=\"\"\r\nContent-Type: application/octet-stream",
                                     "")));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->file);
    auto const empty = read(body(part(file_head, "")));
    ASSERT_TRUE(empty);
    EXPECT_EQ(empty->file, "");
}

TEST(Multipart, H1_a_doubled_name_gives_nothing_to_who_asks_for_one) {
    auto const upload = read(body(part(text_head("rol"), "lezer") + part(text_head("rol"), "b")));
    ASSERT_TRUE(upload);
    EXPECT_FALSE(upload->fields.one("rol"));
    EXPECT_EQ(upload->fields.count("rol"), 2U);
}

TEST(Multipart, H1_without_a_boundary_nothing_is_read) {
    auto const sent = body(part(text_head("a"), "1"));
    for (std::string const type :
         {"", "multipart/form-data",
          "multipart/form-data; boundary=", "multipart/mixed; boundary=b",
          "multipart/form-data; charset=utf-8", "multipart/form-data; boundary=b; boundary=c",
          "multipart/form-data; boundary=\"b", "multipart/form-data; boundary=b c",
          "application/x-www-form-urlencoded", "multipart/form-data; boundary=b\xc3\xa9"})
        EXPECT_EQ(read(sent, type).error(), Rejection::no_boundary) << type;
    for (std::string const type :
         {"multipart/form-data; boundary=b", "Multipart/Form-Data;BOUNDARY=\"b\""})
        EXPECT_TRUE(read(sent, type)) << type;
    auto const as_long = [&](std::size_t length) {
        auto const boundary = std::string(length, 'x');
        return read("--" + boundary + "--", "multipart/form-data; boundary=" + boundary)
            .has_value();
    };
    EXPECT_TRUE(as_long(70));
    EXPECT_FALSE(as_long(71));
}

TEST(Multipart, H1_a_body_begins_and_ends_with_the_delimiter_and_nothing_stands_around_it) {
    auto const one = part(text_head("a"), "1");
    EXPECT_TRUE(read(one + "--b--"));
    EXPECT_TRUE(read("--b--\r\n")) << "a form without fields";
    for (auto const& sent :
         {std::string{}, "preamble\r\n" + one + "--b--", "\r\n" + one + "--b--", one, one + "--b",
          one + "--b-", one + "--b--\r\nepilogue", one + "--b--\r\n\r\n", one + "--c--",
          "--b \r\n" + one.substr(5) + "--b--"})
        expect_broken(sent);
}

TEST(Multipart, H1_line_ends_are_cr_lf_and_a_delimiter_is_one_wherever_it_stands) {
    auto const head = text_head("a");
    expect_broken("--b\n" + head + "\n\n1\n--b--");
    expect_broken("--b\r\n" + head + "\n\n1\r\n--b--\r\n");
    expect_broken("--b\r\n" + head + "\r\n\r\n1\n--b--\r\n");
    expect_broken("--b\r\n" + head + "\r\n\r\n1\r--b--\r\n");
    expect_broken(body(part(head, "zo --b is geen grens")));
    expect_broken(body(part(head, "1\r\n--bc\r\n2")));
    expect_broken("--b\r\n" + head + "\r\n\r\n--b--\r\n"); // one CR LF for two lines
}

TEST(Multipart, H1_a_head_has_the_two_lines_that_a_browser_writes_and_no_others) {
    auto const head = text_head("a");
    std::string const disposition = "Content-Disposition: ";
    for (auto const& wrong :
         {std::string{}, std::string{"Content-Type: text/plain"}, head + "\r\n" + head,
          head + "\r\nContent-Transfer-Encoding: base64", head + "\r\nX: y", head + "\r\nzonder",
          head + "\r\n folded", disposition + "attachment; name=\"a\"", disposition + "form-data",
          disposition + "form-data; name=a", disposition + "form-data; name=\"a",
          disposition + "form-data; name=\"a\\\"b\"",
          disposition + "form-data; name=\"a\"; name=\"b\"",
          disposition + "form-data; name=\"a\"; naam=\"b\"",
          disposition + "form-data; filename=\"x\"; name=\"a\"",
          disposition + "form-data; name=\"scan\"; filename*=UTF-8''x",
          disposition + "form-data; name=\"a\tb\"", head + '\0', head + "\rX: y"})
        expect_broken(body(part(wrong, "1")));
    EXPECT_TRUE(read(body(part("content-disposition:form-data; name=\"a\"", "1"))));
}

TEST(Multipart, H1_a_head_beyond_its_limit_is_not_looked_at) {
    auto const named = [](std::size_t length) {
        std::string head = "Content-Disposition: form-data; name=\"scan\"; filename=\"x\"\r\n"
                           "Content-Type: a/";
        return body(part(head + std::string(length - 4 - head.size(), 'b'), "x"));
    };
    EXPECT_TRUE(read(named(http::longest_part_head)));
    expect_broken(named(http::longest_part_head + 1));
    expect_broken("--b\r\n" + std::string(100'000, 'x') + "\r\n--b--");
}

TEST(Multipart, H1_a_file_where_text_is_expected_and_text_where_a_file_is) {
    expect_broken(body(part("Content-Disposition: form-data; name=\"token\"; filename=\"t\"\r\n"
                            "Content-Type: text/plain",
                            "abc")),
                  Rejection::wrong_kind_of_part);
    expect_broken(body(part(text_head("scan"), "%PDF-1.7")), Rejection::wrong_kind_of_part);
    expect_broken(body(part(text_head("a") + "\r\nContent-Type: text/plain", "1")),
                  Rejection::wrong_kind_of_part);
    expect_broken(body(part(file_head.substr(0, file_head.find("\r\n")), "x")));
}

TEST(Multipart, H1_one_file_at_most_and_none_that_holds_parts_of_its_own) {
    expect_broken(body(part(file_head, "x") + part(file_head, "y")));
    for (std::string const type :
         {"multipart/mixed", "Multipart/mixed; boundary=c", "message/rfc822", "application",
          "application/", "/pdf", "application/pdf; x=y", "a/b/c", ""})
        expect_broken(body(
            part("Content-Disposition: form-data; name=\"scan\"; filename=\"x\"\r\nContent-Type: " +
                     type,
                 "x")));
}

TEST(Multipart, H1_a_file_name_is_no_path_and_has_an_end) {
    auto const named = [](std::string const& name) {
        return body(part("Content-Disposition: form-data; name=\"scan\"; filename=\"" + name +
                             "\"\r\nContent-Type: image/png",
                         "x"));
    };
    for (std::string const name : {"formulier (1).png", "Formulier Aydın.png", "..", "a%22b.png"})
        EXPECT_TRUE(read(named(name))) << name;
    for (std::string const name : {"../../etc/passwd", "/x", "C:\\x.png", "a\\\"; x=\"", "a\xff"})
        expect_broken(named(name));
    EXPECT_TRUE(read(named(std::string(255, 'n'))));
    expect_broken(named(std::string(256, 'n')));
    expect_broken(body(part("Content-Disposition: form-data; name=\"scan\"; filename=\"\"\r\n"
                            "Content-Type: image/png",
                            "bytes without a name")));
}

TEST(Multipart, H1_names_values_and_parts_have_the_limits_of_any_form) {
    EXPECT_TRUE(read(body(part(text_head(std::string(100, 'n')), "1"))));
    expect_broken(body(part(text_head(std::string(101, 'n')), "1")), Rejection::name_too_long);
    expect_broken(body(part(text_head(""), "1")), Rejection::nameless_field);
    expect_broken(body(part(text_head("a\xff"), "1")), Rejection::not_text);
    EXPECT_TRUE(read(body(part(text_head("a"), std::string(20'000, 'v')))));
    expect_broken(body(part(text_head("a"), std::string(20'001, 'v'))), Rejection::value_too_long);
    expect_broken(body(part(text_head("a"), std::string{"\0", 1})), Rejection::not_text);
    expect_broken(body(part(text_head("a"), "\xff")), Rejection::not_text);
    std::string parts;
    for (std::size_t n = 0; n < http::most_parts; ++n)
        parts += part(text_head("a"), "1");
    EXPECT_EQ(read(body(parts))->fields.count("a"), http::most_parts);
    expect_broken(body(parts + part(text_head("a"), "1")), Rejection::too_many_parts);
}

TEST(Multipart, F8_a_file_has_at_most_eight_megabytes_to_the_byte) {
    std::string bytes(http::longest_file, 'x');
    EXPECT_EQ(read(body(part(file_head, bytes)))->file->size(), http::longest_file);
    expect_broken(body(part(file_head, bytes + 'x')), Rejection::file_too_long);
}
