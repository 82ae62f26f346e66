#include "saml/support/cases.h"
#include "saml/xml/document.h"
#include "saml/xml/guard.h"

/// S11 to S13: what must not reach a parser, or must not survive one. Nothing here needs a
/// signature.
namespace {

using saml::xml::Document;

struct Document_ {
    std::string name;
    std::string text;
    std::string outcome;
    friend void PrintTo(Document_ const& row, std::ostream* out) { *out << row.name; }
};

std::string repeated(std::string const& piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string attributes(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += " a" + std::to_string(i) + "='x>'";
    return text;
}

std::string namespaces(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += " xmlns:n" + std::to_string(i) + "='urn:x'";
    return text;
}

std::string nested(std::size_t depth) { return repeated("<a>", depth) + repeated("</a>", depth); }

std::string utf16(std::string_view text) {
    std::string out = "\xff\xfe";
    for (char const c : text)
        out += std::string{c, '\0'};
    return out;
}

class S11_S12_S13_Documents : public testing::TestWithParam<Document_> {};

TEST_P(S11_S12_S13_Documents, ) {
    auto const document = Document::parse(GetParam().text);
    EXPECT_EQ(document ? "read" : std::string{document.error()}, GetParam().outcome);
}

INSTANTIATE_TEST_SUITE_P(
    , S11_S12_S13_Documents,
    testing::ValuesIn(std::vector<Document_>{
        {"plain", "<a>x</a>", "read"},
        {"declared_utf8", "<?xml version=\"1.0\" encoding=\"utf-8\"?><a/>", "read"},
        {"declared_with_apostrophes", "<?xml version='1.0' encoding='UTF-8'?><a/>", "read"},
        {"declared_without_encoding", "<?xml version=\"1.0\"?><a/>", "read"},
        {"utf8_mark", "\xef\xbb\xbf<a/>", "read"},
        {"comment_outside_values", "<!-- ' --><a><!-- < --><b/></a><!-- -->", "read"},
        {"the_five_entities", "<a>&lt;&gt;&amp;&quot;&apos;&#65;</a>", "read"},
        {"S11_doctype", "<!DOCTYPE a><a/>", "9.6 doctype"},
        {"S11_doctype_within", "<a><!DOCTYPE a></a>", "9.6 doctype"},
        {"S11_doctype_in_lower_case", "<!doctype a><a/>", "9.6 doctype"},
        {"S11_entity_bomb", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>",
         "9.6 doctype"},
        {"S11_external_entity",
         "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM "
         "\"file:///etc/passwd\">]><a>&x;</a>",
         "9.6 doctype"},
        {"S11_doctype_behind_a_comment", "<!-- --><!DOCTYPE a><a/>", "9.6 doctype"},
        {"S11_undeclared_entity", "<a>&x;</a>", "9.6 not well-formed"},
        {"S11_stylesheet", "<?xml-stylesheet href=\"http://127.0.0.1:9/\"?><a/>",
         "9.6 instruction"},
        {"S9_instruction_within", "<a><?x y?></a>", "9.6 instruction"},
        {"instruction_behind_the_root", "<a/><?x y?>", "9.6 instruction"},
        {"S9_cdata", "<a><![CDATA[x]]></a>", "9.6 cdata"},
        {"S12_depth_64", nested(64), "read"},
        {"S12_depth_65", nested(65), "9.6 depth"},
        {"S12_depth_30000", nested(30'000), "9.6 depth"},
        {"S12_2000_elements", "<a>" + repeated("<b/>", 1'999) + "</a>", "read"},
        {"S12_2001_elements", "<a>" + repeated("<b/>", 2'000) + "</a>", "9.6 elements"},
        {"S12_32_attributes", "<a" + attributes(32) + "/>", "read"},
        {"S12_33_attributes", "<a" + attributes(33) + "/>", "9.6 attributes"},
        {"S12_33_namespaces", "<a" + namespaces(33) + "/>", "9.6 attributes"},
        {"S12_attributes_behind_a_quote_in_a_comment",
         "<a><!-- ' --><b" + attributes(33) + "/></a>", "9.6 attributes"},
        {"S12_256_kB", "<a>" + std::string(256 * 1024 - 7, 'x') + "</a>", "read"},
        {"S12_a_byte_more", "<a>" + std::string(256 * 1024 - 6, 'x') + "</a>", "9.6 size"},
        {"S9_a_comment_in_a_value", "<a>x<!-- -->y</a>", "9.6 markup in a value"},
        {"S9_a_comment_before_a_value", "<a><!-- -->y</a>", "9.6 markup in a value"},
        {"S9_a_comment_behind_a_value", "<a>y<!-- --></a>", "9.6 markup in a value"},
        {"S9_an_element_in_a_value", "<a>x<b/></a>", "9.6 markup in a value"},
        {"S10_an_unknown_prefix", "<x:a/>", "9.6 not well-formed"},
        {"S10_an_unknown_prefix_of_an_attribute", "<a x:b='1'/>", "9.6 not well-formed"},
        {"S10_one_attribute_under_two_prefixes",
         "<a xmlns:x='urn:x' xmlns:y='urn:x' x:b='1' y:b='2'/>", "9.6 not well-formed"},
        {"S10_an_attribute_twice", "<a b='1' b='2'/>", "9.6 not well-formed"},
        {"S10_a_prefix_without_meaning", "<a xmlns:x=''/>", "9.6 not well-formed"},
        {"S12_a_sign_in_a_comment_is_no_quote", "<!-- \" --><a><b c='>'/><!-- <x> --></a>", "read"},
        {"S12_signs_in_a_comment_are_no_elements", "<a><!--" + repeated("<b>", 2'000) + "--></a>",
         "read"},
        {"S12_depth_64_behind_a_declaration", "<?xml version=\"1.0\"?>" + nested(64), "read"},
        {"S13_xml_1_1_behind_a_utf8_mark", "\xef\xbb\xbf<?xml version=\"1.1\"?><a/>",
         "9.6 version"},
        {"S5_an_id_in_lower_case", "<a id=\"x\"><b iD=\"x\"/></a>", "9.6 duplicate id"},
        {"S5_an_empty_id_twice", "<a ID=\"\"><b ID=\"\"/></a>", "9.6 duplicate id"},
        {"other_attributes_of_two_letters", "<a Ix=\"x\" xD=\"x\"><b Ix=\"x\" xD=\"x\"/></a>",
         "read"},
        {"other_attributes_of_three_letters", "<a IDx=\"x\"><b IDx=\"x\"/></a>", "read"},
        {"S12_64_levels_twice",
         "<a>" + repeated("<b>", 63) + repeated("</b>", 63) + repeated("<b>", 63) +
             repeated("</b>", 63) + "</a>",
         "read"},
        {"S12_an_end_in_a_quoted_value_is_none", "<a b=\">\"" + attributes(32) + "/>",
         "9.6 attributes"},
        {"S12_an_end_in_a_value_is_none", "<a" + attributes(32) + " b='/>'/>", "9.6 attributes"},
        {"S13_utf16", utf16("<a/>"), "9.6 not utf-8"},
        {"S13_declared_utf16", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>", "9.6 encoding"},
        {"S13_declared_utf7", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", "9.6 encoding"},
        {"S13_declared_latin", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
         "9.6 encoding"},
        {"S13_xml_1_1", "<?xml version=\"1.1\"?><a/>", "9.6 version"},
        {"S13_nul", std::string("<a>\0</a>", 8), "9.6 not utf-8"},
        {"S13_overlong", "<a>\xc0\xaf</a>", "9.6 not utf-8"},
        {"S13_two_roots", "<a/><b/>", "9.6 not well-formed"},
        {"S13_trailing_text", "<a/>x", "9.6 not well-formed"},
        {"S13_nothing", "", "9.6 not well-formed"},
        {"S13_html", "<html><br></html>", "9.6 not well-formed"},
        {"not_closed", "<a", "9.6 not well-formed"},
        {"S5_an_id_twice", "<a ID=\"x\"><b ID=\"x\"/></a>", "9.6 duplicate id"},
        {"S5_an_id_in_two_spellings", "<a ID=\"x\"><b Id=\"x\"/></a>", "9.6 duplicate id"},
        {"S5_an_id_by_xml_id", "<a ID=\"x\"><b xml:id=\"x\"/></a>", "9.6 duplicate id"},
        {"two_ids", "<a ID=\"x\"><b ID=\"y\"/></a>", "read"},
    }),
    [](testing::TestParamInfo<Document_> const& row) { return row.param.name; });

TEST(Documents, a_value_is_complete_or_it_is_none) {
    auto const document = Document::parse("<a><b>x&amp;y</b><c><!-- --></c><d> <e/></d><f/></a>");
    ASSERT_TRUE(document);
    auto const parts = document->root().children();
    EXPECT_EQ(parts[0].value(), "x&y");
    EXPECT_EQ(parts[1].value(), std::nullopt);
    EXPECT_EQ(parts[2].value(), std::nullopt);
    EXPECT_EQ(parts[3].value(), "");
}

TEST(Documents, an_attribute_of_a_namespace_is_not_the_plain_one) {
    auto const document = Document::parse("<a xmlns:x='urn:x' x:ID='1' Version='2.0'/>");
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().attribute("ID"), std::nullopt);
    EXPECT_EQ(document->root().attribute("Version"), "2.0");
}

/// The same doors from outside: neither way in lets such a document through.
TEST(Documents, are_refused_on_both_ways_in) {
    auto login = world::login();
    login.edit_soap = [](std::string& text) { text = "<!DOCTYPE x>" + text; };
    EXPECT_EQ(world::outcome(world::by_artifact(login)), "9.6 doctype");
    login.edit_signed_response = [](std::string& text) { text = "<!DOCTYPE x>" + text; };
    EXPECT_EQ(world::outcome(world::by_post(login)), "9.6 doctype");
}

TEST(Documents, a_posted_one_is_strict_base64_of_limited_size) {
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = world::broker(std::move(settings));
    auto const post = [&](std::string const& text) {
        return world::outcome(broker->receive_posted(text, world::pending(), world::now()));
    };
    auto const good = hostile::base64(hostile::response(world::login()));
    EXPECT_EQ(post(good), "let in");
    EXPECT_EQ(post(good.substr(0, 76) + "\r\n" + good.substr(76)), "let in");
    EXPECT_EQ(post(good + "!"), "9.3 base64");
    EXPECT_EQ(post(""), "9.6 not well-formed");
    auto const padded = [&](std::size_t size) {
        return good + std::string(size - good.size(), ' ');
    };
    EXPECT_EQ(post(padded(384 * 1024)), "let in");
    EXPECT_EQ(post(padded(384 * 1024 + 1)), "9.6 size");
}

TEST(Documents, A3_a_posted_one_is_refused_where_artifacts_are_the_rule) {
    auto const broker = world::broker(world::settings());
    EXPECT_FALSE(broker->takes_posted_responses());
    auto const posted = hostile::base64(hostile::response(world::login()));
    EXPECT_EQ(world::outcome(broker->receive_posted(posted, world::pending(), world::now())),
              "9.3 posted response");
}

} // namespace
