#include "http/form.h"

#include <gtest/gtest.h>

using http::parse_fields;
using http::Rejection;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i)
        all += text;
    return all;
}

} // namespace

TEST(Form, fields_come_in_the_order_in_which_they_were_sent_and_decoded) {
    auto const fields = parse_fields("naam=Anna+de+Vries&plaats=%27s-Gravenhage&leeg=&kaal");
    ASSERT_TRUE(fields);
    std::vector<http::Fields::Field> const expected{
        {"naam", "Anna de Vries"}, {"plaats", "'s-Gravenhage"}, {"leeg", ""}, {"kaal", ""}};
    EXPECT_EQ(expected, (std::vector<http::Fields::Field>{fields->begin(), fields->end()}));
}

TEST(Form, only_the_first_equals_sign_divides) {
    EXPECT_EQ("b=c", parse_fields("a=b=c")->one("a"));
}

TEST(Form, a_text_without_fields_is_empty_and_empty_parts_do_not_count) {
    EXPECT_TRUE(parse_fields("")->empty());
    EXPECT_TRUE(parse_fields("&&&")->empty());
    EXPECT_EQ("2", parse_fields("&a=1&&b=2&")->one("b"));
}

TEST(Form, H1_a_doubled_name_gives_nothing_to_who_asks_for_one) {
    auto const fields = parse_fields("rol=lezer&rol=beheerder&naam=x");
    EXPECT_FALSE(fields->one("rol"));
    EXPECT_EQ(2u, fields->count("rol"));
    EXPECT_EQ("x", fields->one("naam"));
    EXPECT_FALSE(fields->one("afwezig"));
}

TEST(Form, a_group_of_checkboxes_gives_all_its_values_in_order) {
    auto const fields = parse_fields("rol=b&naam=x&rol=a");
    EXPECT_EQ((std::vector<std::string_view>{"b", "a"}), fields->all("rol"));
    EXPECT_TRUE(fields->all("afwezig").empty());
}

TEST(Form, H1_two_hundred_fields_pass_and_one_more_does_not) {
    EXPECT_EQ(200u, parse_fields(repeated("a=1&", 200))->count("a"));
    EXPECT_EQ(Rejection::too_many_fields, parse_fields(repeated("a=1&", 201)).error());
    EXPECT_EQ(Rejection::too_many_fields, parse_fields(repeated("a&", 100'000)).error());
}

TEST(Form, H1_a_name_has_at_most_100_bytes_and_a_value_20_000_once_decoded) {
    EXPECT_TRUE(parse_fields(std::string(100, 'n') + "=1"));
    EXPECT_TRUE(parse_fields(repeated("%6E", 100) + "=1"));
    EXPECT_EQ(Rejection::name_too_long, parse_fields(std::string(101, 'n') + "=1").error());
    EXPECT_TRUE(parse_fields("a=" + std::string(20'000, 'v')));
    EXPECT_TRUE(parse_fields("a=" + repeated("%76", 20'000)));
    EXPECT_EQ(Rejection::value_too_long, parse_fields("a=" + std::string(20'001, 'v')).error());
    EXPECT_EQ(Rejection::value_too_long, parse_fields("a=" + std::string(90'000, 'v')).error());
}

TEST(Form, what_is_not_text_is_rejected) {
    EXPECT_EQ(Rejection::not_text, parse_fields("a=%00").error());
    EXPECT_EQ(Rejection::not_text, parse_fields("%00=a").error());
    EXPECT_EQ(Rejection::not_text, parse_fields("a=%C0%AF").error());
    EXPECT_EQ(Rejection::not_text, parse_fields("a=%ED%A0%80").error());
    EXPECT_EQ(Rejection::not_text, parse_fields("a=\xff").error());
    EXPECT_EQ("é", parse_fields("a=%C3%A9")->one("a"));
}

TEST(Form, broken_escapes_and_nameless_fields_are_rejected) {
    for (auto const* text : {"a=%", "a=%4", "a=%zz", "%g0=1", "b=1&a=%1"})
        EXPECT_EQ(Rejection::broken_escape, parse_fields(text).error()) << text;
    EXPECT_EQ(Rejection::nameless_field, parse_fields("=1").error());
}

TEST(Form, H1_only_a_body_of_the_content_type_of_forms_is_a_form) {
    auto const posted = [](std::string type) {
        http::Request request;
        request.headers = {{"content-type", std::move(type)}};
        request.body = "a=1";
        return http::form_of(request);
    };
    EXPECT_EQ("1", posted("application/x-www-form-urlencoded")->one("a"));
    EXPECT_EQ("1", posted("Application/X-WWW-Form-Urlencoded ; charset=UTF-8")->one("a"));
    for (auto const* type : {"application/json", "text/plain", "", "multipart/form-data",
                             "application/x-www-form-urlencodedx"})
        EXPECT_EQ(Rejection::not_a_form, posted(type).error()) << type;

    http::Request doubled;
    doubled.headers = {{"content-type", "application/x-www-form-urlencoded"},
                       {"content-type", "application/x-www-form-urlencoded"}};
    EXPECT_EQ(Rejection::not_a_form, http::form_of(doubled).error());
    EXPECT_EQ(Rejection::not_a_form, http::form_of(http::Request{}).error());
}

TEST(Form, the_query_of_a_request_is_read_by_the_same_rules) {
    http::Request request;
    request.query = "pagina=2&zoek=a+b";
    EXPECT_EQ("a b", http::query_of(request)->one("zoek"));
    request.query = "zoek=%";
    EXPECT_EQ(Rejection::broken_escape, http::query_of(request).error());
}

TEST(Form, S12_only_the_field_that_brings_a_message_may_be_longer_and_has_its_own_limit) {
    auto const message = std::string(http::longest_message, 'm');
    auto const read = parse_fields("SAMLResponse=" + message + "&RelayState=r", "SAMLResponse");
    ASSERT_TRUE(read);
    EXPECT_EQ(http::longest_message, read->one("SAMLResponse")->size());
    EXPECT_EQ(Rejection::value_too_long,
              parse_fields("SAMLResponse=" + message + 'm', "SAMLResponse").error());
    EXPECT_EQ(Rejection::value_too_long,
              parse_fields("RelayState=" + std::string(20'001, 'r'), "SAMLResponse").error());
    EXPECT_EQ(Rejection::value_too_long, parse_fields("SAMLResponse=" + message).error());
}
