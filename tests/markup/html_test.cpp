#include "markup/html.h"

#include <gtest/gtest.h>

namespace {

using markup::Attributes;
using markup::each;
using markup::Html;
using markup::html;
using markup::is_acceptable;
using markup::Url;
using markup::when;
using Rule = markup::checking::Rule;
using Text = std::string;

template<class... Args>
constexpr Rule rule(std::string_view text) {
    return markup::checking::rule_broken_by<Args...>(text);
}

// What earlier attempts let through.
static_assert(!is_acceptable<Text>(R"(<a href="#" onclick="{}">x</a>)"));
static_assert(!is_acceptable<>(R"(<a href="#" onclick="alert">x</a>)"));
static_assert(!is_acceptable<Text>("<SCRIPT>{}</SCRIPT>"));
static_assert(!is_acceptable<Text>(R"(<a HREF="{}">x</a>)"));
static_assert(!is_acceptable<Url>(R"(<a HREF="{}">x</a>)"));
static_assert(!is_acceptable<Text>("<a\nhref=\"{}\">x</a>"));
static_assert(!is_acceptable<Text>("<a\thref=\"{}\">x</a>"));
static_assert(!is_acceptable<Url>("<a\nhref=\"{}\">x</a>"));
static_assert(!is_acceptable<Url>("<a  href=\"{}\">x</a>"));
static_assert(rule<Text>(R"(<a href="{}">x</a>)") == Rule::url_is_required_in_an_address);
static_assert(rule<Text>(R"(<a href="/x/{}">x</a>)") ==
              Rule::address_must_be_one_slot_for_a_url_or_a_safe_address_written_out);
static_assert(!is_acceptable<>(R"(<a href="javascript:alert">x</a>)"));
static_assert(!is_acceptable<>(R"(<a href="//elsewhere.example">x</a>)"));

// Where a slot may not be.
static_assert(rule<Text>("<p class={}>x</p>") ==
              Rule::attribute_value_must_stand_between_double_quotes);
static_assert(rule<Text>("<p class='{}'>x</p>") ==
              Rule::attribute_value_must_stand_between_double_quotes);
static_assert(!is_acceptable<Text>(R"(<p style="{}">x</p>)"));
static_assert(!is_acceptable<>(R"(<p style="color: red">x</p>)"));
static_assert(!is_acceptable<Text>("<style>{}</style>"));
static_assert(rule<Text>("<script>{}</script>") == Rule::script_has_an_address_and_no_content);
static_assert(!is_acceptable<>("<script>1</script>"));
static_assert(rule<Text>("<!-- {} -->") == Rule::comment_or_declaration_is_not_allowed);
static_assert(!is_acceptable<Text>(R"(<p {}="x">y</p>)"));
static_assert(!is_acceptable<Text>(R"(<p data-{}="x">y</p>)"));
static_assert(!is_acceptable<Attributes>(R"(<p{}="x">y</p>)"));
static_assert(!is_acceptable<Attributes>(R"(<p{}x="x">y</p>)"));
static_assert(!is_acceptable<Text>("<{}>x</{}>"));
static_assert(!is_acceptable<Attributes>("<h{}>x</h1>"));
static_assert(rule<Text>("<p{}>x</p>") == Rule::attributes_value_is_required_in_a_tag);
static_assert(!is_acceptable<Text>(R"(<form method="{}"></form>)"));
static_assert(!is_acceptable<Text>(R"(<iframe srcdoc="{}"></iframe>)"));
static_assert(!is_acceptable<Text>(R"(<meta http-equiv="refresh" content="{}">)"));
static_assert(!is_acceptable<>(R"(<base href="/">)"));
static_assert(rule<Html>("<title>{}</title>") ==
              Rule::html_may_not_stand_in_an_attribute_or_a_text_only_element);
static_assert(!is_acceptable<Html>(R"(<p title="{}">x</p>)"));
static_assert(!is_acceptable<Url>("<p>{}</p>"));
static_assert(rule<Text>("<table>{}</table>") ==
              Rule::only_html_may_stand_directly_in_this_element);
static_assert(!is_acceptable<>("<tr>loose text</tr>"));

// Shape.
static_assert(rule<>("<p>x") == Rule::element_is_not_closed);
static_assert(rule<>("x</p>") == Rule::end_tag_does_not_match_the_open_element);
static_assert(!is_acceptable<>("<b><i>x</b></i>"));
static_assert(!is_acceptable<>("<p><div>x</div></p>"));
static_assert(!is_acceptable<>(R"(<a href="/"><span><a href="/">x</a></span></a>)"));
static_assert(!is_acceptable<>("<br/>"));
static_assert(!is_acceptable<>("<br></br>"));
static_assert(!is_acceptable<>("a < b"));
static_assert(!is_acceptable<>("a & b"));
static_assert(!is_acceptable<>("{ }"));
static_assert(!is_acceptable<>("}"));
static_assert(!is_acceptable<>("<p class=\"a\" class=\"b\">x</p>"));
static_assert(!is_acceptable<>("<p hidden=\"hidden\">x</p>"));
static_assert(!is_acceptable<>("<p"));
static_assert(!is_acceptable<>("<"));
static_assert(!is_acceptable<>("<p class=\""));
static_assert(!is_acceptable<>("<p class"));
static_assert(rule<Text>("<textarea>{}</textarea>") ==
              Rule::slot_in_a_textarea_stands_after_a_newline);
static_assert(rule<Text, Text>("{}") == Rule::number_of_arguments_differs_from_the_number_of_slots);
static_assert(!is_acceptable<>("{}"));

// And what is accepted.
static_assert(is_acceptable<>("<!doctype html>\n<html lang=\"nl\"><head><title>x</title></head>"
                              "<body><p>&amp; &nbsp; \xC3\xAB</p></body></html>"));
static_assert(is_acceptable<Url>(R"(<script src="{}" defer></script>)"));
static_assert(is_acceptable<Attributes>(R"(<input type="checkbox"{}>)"));
static_assert(is_acceptable<Attributes>(R"(<input{} type="checkbox">)"));
static_assert(is_acceptable<Attributes, Attributes>(R"(<input{}{}>)"));
static_assert(!is_acceptable<Attributes, std::string>(R"(<input{}{}>)"));
static_assert(is_acceptable<Text, int, Html>(R"(<p class="a a--{}">{}{}</p>)"));
static_assert(is_acceptable<Text>("<textarea>\n{}</textarea>"));
static_assert(is_acceptable<Html>("<table>\n  <tbody>{}</tbody>\n</table>"));

TEST(Html, text_in_a_slot_is_escaped) {
    EXPECT_EQ(html("<p title=\"{}\">{}</p>", "\"'&", "<b>&'").text(),
              "<p title=\"&quot;&#39;&amp;\">&lt;b&gt;&amp;&#39;</p>");
}

TEST(Html, html_in_a_slot_goes_in_as_it_is) {
    EXPECT_EQ(html("<p>{}</p>", html("<b>{}</b>", "x")).text(), "<p><b>x</b></p>");
}

TEST(Html, whole_numbers_are_written_in_full) {
    EXPECT_EQ(html("{} {} {}", 0, std::numeric_limits<std::int64_t>::min(),
                   std::numeric_limits<std::uint64_t>::max())
                  .text(),
              "0 -9223372036854775808 18446744073709551615");
}

TEST(Html, control_characters_do_not_reach_the_page) {
    EXPECT_EQ(markup::text(std::string_view{"a\0b\x1b\n\tc", 7}).text(), "a\xEF\xBF\xBD"
                                                                         "b\xEF\xBF\xBD\n\tc");
}

TEST(Html, an_address_is_escaped_as_any_text) {
    EXPECT_EQ(html(R"(<a href="{}">x</a>)", Url::path("/a").with("b", "'").with("c", 1)).text(),
              R"(<a href="/a?b=%27&amp;c=1">x</a>)");
}

TEST(Html, pieces_are_joined) {
    std::vector<std::string> const names{"a", "<"};
    EXPECT_EQ(html("<ul>{}{}</ul>",
                   each(names, [](auto const& name) { return html("<li>{}</li>", name); }),
                   when(names.empty(), html("<li>none</li>")))
                  .text(),
              "<ul><li>a</li><li>&lt;</li></ul>");
    EXPECT_EQ((html("a") + html("b")).text(), "ab");
    EXPECT_EQ(when(true, [] { return html("x"); }).text(), "x");
}

TEST(Html, attributes_are_there_or_not) {
    auto const input = [](bool on) {
        return html(R"(<input type="checkbox"{}>)",
                    Attributes{}.flag("checked", on).set("data-n", 3).set_unless_empty("id", ""));
    };
    EXPECT_EQ(input(true).text(), R"(<input type="checkbox" checked data-n="3">)");
    EXPECT_EQ(input(false).text(), R"(<input type="checkbox" data-n="3">)");
    EXPECT_EQ(Attributes{}.set("aria-label", "\" onclick=\"").text(),
              " aria-label=\"&quot; onclick=&quot;\"");
}

} // namespace
