#include "saml/xml/guard.h"
#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/support/cases.h"
#include "saml/support/second_reading.h"
#include "saml/xml/parser.h"

/// S10 to S12: the guard takes no mark for more than it is, and what libxml2 comes upon it has
/// counted (decision 0110).
namespace {

using saml::xml::measured;
using saml::xml::of_a_message;

std::string repeated(std::string const& piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string numbered(std::string const& before, std::string const& behind, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += before + std::to_string(i) + behind;
    return text;
}

std::string outcome(std::string_view text) {
    auto const extent = measured(text, of_a_message());
    return extent ? "passed" : std::string{extent.error()};
}

std::string in_an_attribute(std::string const& value) { return "<a b=\"" + value + "\"/>"; }

/// For the guard, and whether libxml2 finds it well-formed when nobody stands before it.
struct Row {
    std::string text;
    std::string outcome;
    bool well_formed;
};

constexpr auto wrong = "9.6 not well-formed";

std::vector<Row> const rows{
    {"<!--><![CDATA[--><a/>", "passed", true},
    {"<!---><![CDATA[--><a/>", "passed", true},
    {"<!--->--><a/>", "passed", true},
    {"<!----><a/>", "passed", true},
    {"<!--a-b--><a/>", "passed", true},
    {"<!--a--b--><a/>", wrong, false},
    {"<!--a---><a/>", wrong, false},
    {"<!--a", wrong, false},
    {"<!---><a/>", wrong, false},
    {"<!-->", wrong, false},
    {"<!-a--><a/>", "9.6 doctype", false},
    {"<!--><![CDATA[--><!DOCTYPE a><a/>", "9.6 doctype", true},
    {"<?><!DOCTYPE a><a/><!-- ?> -->", "9.6 instruction", false},
    {"<a><![CDATA[]]]><b/></a>", "9.6 cdata", true},
    {"<?xml version=\"1.0\" x><!DOCTYPE a><a/><!-- ?> -->", wrong, false},
    {"<?xml version=\"1.0\"><!DOCTYPE a><a/><!-- ?> -->", wrong, false},
    {"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\" ?><a/>", "passed", true},
    {"<?xml\tversion\n= '1.0'\rstandalone = 'yes'?><a/>", "passed", true},
    {"<?xml version=\"1.0\" standalone=\"si\"?><a/>", wrong, false},
    {"<?xml version=\"1.0\"encoding=\"UTF-8\"?><a/>", wrong, false},
    {"<?xml version=\"1.0\" encoding \"UTF-8\"?><a/>", wrong, false},
    {"<?xml version=\"1.0\" encoding=UTF-8?><a/>", wrong, false},
    {"<?xml version=\"1.0\" encoding=\"UTF-8?><a/>", wrong, false},
    {"<?xml version=\"1.0\" standalone=\"no\" encoding=\"UTF-8\"?><a/>", wrong, false},
    {"<?xml encoding=\"UTF-8\"?><a/>", "9.6 version", false},
    {"<?xml varsion=\"1.0\"?><a/>", "9.6 version", false},
    {"<?xml version:\"1.0\"?><a/>", "9.6 version", false},
    {"<?xml version=a1.0a?><a/>", "9.6 version", false},
    {"<?xml version=\"1.0?><a/>", "9.6 version", false},
    {"<?xml version=\"1.0\"", wrong, false},
    {"<?xmlversion=\"1.0\"?><a/>", "9.6 instruction", false},
    {"<?xml-version ?><a/>", "9.6 instruction", true},
    {" <?xml version=\"1.0\"?><a/>", "9.6 instruction", false},
    {"<a>\x01</a>", wrong, false},
    {"<a>\x1f</a>", wrong, false},
    {"<a>\t\n\r</a>", "passed", true},
    {"<a>\x7f \xef\xbf\xbd</a>", "passed", true},
    {"<a>\xef\xbf\xbe</a>", wrong, false},
    {"<a>\xef\xbf\xbf</a>", wrong, false},
    {"<a>&amp;&lt;&gt;&quot;&apos;</a>", "passed", true},
    {"<a>&b;</a>", wrong, false},
    {"<a>&amp</a>", wrong, false},
    {"<a>&</a>", wrong, false},
    {"<a>&;</a>", wrong, false},
    {"<a>x&#9;&#10;&#13;&#32;&#xD7FF;&#xE000;&#xfffd;&#x10000;&#1114111;</a>", "passed", true},
    {"<a>&#0;</a>", wrong, false},
    {"<a>&#8;</a>", wrong, false},
    {"<a>&#11;</a>", wrong, false},
    {"<a>&#31;</a>", wrong, false},
    {"<a>&#xD800;</a>", wrong, false},
    {"<a>&#xDFFF;</a>", wrong, false},
    {"<a>&#xFFFE;</a>", wrong, false},
    {"<a>&#xFFFF;</a>", wrong, false},
    {"<a>&#x110000;</a>", wrong, false},
    {"<a>&#99999999999;</a>", wrong, false},
    {"<a>&#;</a>", wrong, false},
    {"<a>&#x;</a>", wrong, false},
    {"<a>&#X41;</a>", wrong, false},
    {"<a>&#4A;</a>", wrong, false},
    {"<a>&#65A;</a>", wrong, false},
    {"<a>&# 65;</a>", wrong, false},
    {"<a>]]></a>", wrong, false},
    {"<a>]] ></a>", "passed", true},
    {in_an_attribute("]]>'"), "passed", true},
    {in_an_attribute("&amp;&#65;"), "passed", true},
    {in_an_attribute("&b;"), wrong, false},
    {in_an_attribute("<"), wrong, false},
    {"<a b='\"' c=\"'\"/>", "passed", true},
    {"<a b = '1'\n\tc\r=\r'2' />", "passed", true},
    {"<a b='1'c='2'/>", wrong, false},
    {"<a b='1'></a >", "passed", true},
    {"<a b/>", wrong, false},
    {"<a b=/>", wrong, false},
    {"<a b=1/>", wrong, false},
    {"<a b=x1x/>", wrong, false},
    {"<a b='1/>", wrong, false},
    {"><a b='1", wrong, false},
    {"<a ='1'/>", wrong, false},
    {"<a / >", wrong, false},
    {"<a /b>", wrong, false},
    {"<a 1='1'/>", wrong, false},
    {"<1/>", wrong, false},
    {"<-a/>", wrong, false},
    {"<.a/>", wrong, false},
    {"< a/>", wrong, false},
    {"<>", wrong, false},
    {"<_:A.z-Z09/>", "passed", true},
    {"<:a/>", "passed", true},
    {"<[a/>", wrong, false},
    {"<{a/>", wrong, false},
    {"<@a/>", wrong, false},
    {"<`a/>", wrong, false},
    {"<a;/>", wrong, false},
    {"<a/b/>", wrong, false},
    {"</a>", wrong, false},
    {"<a></a></a>", wrong, false},
    {"<a></ a>", wrong, false},
    {"<a></a b='1'>", wrong, false},
    {"<a></a", wrong, false},
    {"<a></>", wrong, false},
    {"<a", wrong, false},
    {"<a ", wrong, false},
    {"<", wrong, false},
    {"<\xc3\xa9/>", "9.6 names", true},
    {"<a \xc3\xa9='1'/>", "9.6 names", true},
    {"<a\xc2\xb7/>", "9.6 names", true},
};

TEST(Guard, S10_takes_no_mark_for_more_than_it_is) {
    for (auto const& row : rows) {
        EXPECT_EQ(outcome(row.text), row.outcome) << row.text;
        EXPECT_EQ(world::read_by_libxml2(row.text).well_formed, row.well_formed) << row.text;
    }
}

TEST(Guard, S12_counts_what_libxml2_comes_upon) {
    auto const* const text = "<!--><b><![CDATA[--><?x?><a c='' xmlns='urn:a'><b><c d='>' e=''"
                             " f='/>'/></b><b><c/><!-- <d> --></b></a>";
    EXPECT_EQ(outcome(text), "9.6 instruction");
    std::string counted{text};
    hostile::replacing("<?x?>", "")(counted);
    auto const extent = measured(counted, of_a_message());
    ASSERT_TRUE(extent);
    EXPECT_EQ(extent->elements, 5U);
    EXPECT_EQ(extent->depth, 3U);
    EXPECT_EQ(extent->attributes, 3U);
    auto const second = world::read_by_libxml2(counted);
    EXPECT_EQ(second.elements, 5U);
    EXPECT_EQ(second.depth, 3U);
    EXPECT_EQ(second.attributes, 3U);
}

std::string namespaces(std::size_t around, std::size_t within) {
    return "<a" + numbered(" xmlns:a", "='urn:a'", around - 1) + " xmlns='urn:x'><b" +
           numbered(" xmlns:b", "='urn:b'", within) + "/><b" +
           numbered(" xmlns:c", "='urn:c'", within) + "></b><b xmlns:d='urn:d'/></a>";
}

std::string in_all(std::size_t attributes) {
    return "<r>" + repeated("<a" + numbered(" a", "=''", 32) + "/>", attributes / 32) + "<a" +
           numbered(" a", "=''", attributes % 32) + "/></r>";
}

TEST(Guard, S12_every_measure_ends_where_it_should) {
    std::string const longest(256, 'n');
    auto const declared = [](std::size_t size) {
        return "<a xmlns:b='urn:" + std::string(size - 4, 'x') + "'/>";
    };
    std::vector<std::pair<std::string, std::string>> const measures{
        {namespaces(32, 32), "passed"},
        {namespaces(32, 33), "9.6 attributes"},
        {"<o xmlns:o='urn:o'>" + namespaces(32, 31) + "</o>", "passed"},
        {"<o xmlns:o='urn:o'>" + namespaces(32, 32) + "</o>", "9.6 namespaces"},
        {repeated("<a" + numbered(" xmlns:a", "='urn:a'", 32) + "/>", 100), "passed"},
        {"<" + longest + "/>", "passed"},
        {"<n" + longest + "/>", "9.6 names"},
        {"<a " + longest + "=''/>", "passed"},
        {"<a n" + longest + "=''/>", "9.6 names"},
        {declared(256), "passed"},
        {declared(257), "9.6 names"},
        {"<a xmlns='" + std::string(257, 'x') + "'/>", "9.6 names"},
        {"<a xmlnsx='" + std::string(257, 'x') + "'/>", "passed"},
        {in_all(8'000), "passed"},
        {in_all(8'001), "9.6 attributes"},
        {repeated("<!---->", 2'000) + "<a/>", "passed"},
        {repeated("<!---->", 2'001) + "<a/>", "9.6 comments"}};
    for (auto const& [text, expected] : measures)
        EXPECT_EQ(outcome(text), expected) << text.substr(0, 60);
}

/// What an open comment and a CDATA section hid from a guard that took `<!-->` for a whole comment,
/// and what other marks could hide.
std::vector<std::pair<std::string, std::string>> hidden() {
    auto const attributes = [](std::string const& behind, std::size_t count) {
        return "<!DOCTYPE a [<!ATTLIST a " + numbered("b", behind, count) + ">]>";
    };
    return {{repeated("<a/>", 60'000), "9.6 elements"},
            {repeated("<a>", 250) + repeated("</a>", 250), "9.6 depth"},
            {"<a" + numbered(" a", "=''", 20'000) + "/>", "9.6 attributes"},
            {attributes(" CDATA 'x' ", 3'700), "9.6 doctype"},
            {attributes(" CDATA 'x' ", 13'500), "9.6 doctype"},
            {"<!DOCTYPE a>", "9.6 doctype"}};
}

std::vector<std::string> const tricks{"<!--><![CDATA[-->", "<!---><![CDATA[-->", "<!----><!---->"};

/// The document whole behind the trick, with the hidden thing in front of it.
TEST(Guard, S11_S12_holds_at_each_door_behind_a_mark_that_is_still_open) {
    for (auto const& trick : tricks)
        for (auto const& [piece, expected] : hidden()) {
            auto login = world::login();
            auto const front = [&](std::string& text) { text.insert(0, trick + piece); };
            login.edit_soap = front;
            EXPECT_EQ(world::outcome(world::by_artifact(login)), expected);
            login.edit_signed_response = front;
            EXPECT_EQ(world::outcome(world::by_post(login)), expected);
        }
    RecordProperty("cases", static_cast<int>(2 * tricks.size() * hidden().size()));
}

TEST(Guard, S11_holds_for_metadata_behind_a_mark_that_is_still_open) {
    for (auto const& trick : tricks) {
        auto settings = world::settings();
        settings.broker_metadata.insert(0, trick + hidden()[4].first);
        settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
        try {
            world::broker(std::move(settings));
            ADD_FAILURE() << "started";
        } catch (foundation::Fault const& fault) {
            EXPECT_EQ(fault.what(),
                      std::string{"the broker's metadata cannot be read: 9.6 doctype"});
        }
    }
}

/// Were the guard ever passed by: the parser stops before what the DTD declares.
TEST(Parser, S11_ends_at_the_first_event_of_a_dtd) {
    for (auto const& piece : {hidden()[3].first, hidden()[4].first, hidden()[5].first}) {
        auto const read = saml::xml::parsed(piece + repeated("<a>", 9) + repeated("</a>", 9));
        ASSERT_FALSE(read);
        EXPECT_EQ(read.error(), "9.6 doctype");
    }
    EXPECT_TRUE(saml::xml::parsed("<a/>"));
    EXPECT_EQ(saml::xml::parsed("<a>").error(), "9.6 not well-formed");
}

} // namespace
