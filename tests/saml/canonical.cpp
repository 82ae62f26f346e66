#include "saml/xml/canonical.h"

#include "foundation/text.h"
#include "saml/xml/document.h"
#include "saml/xml/guard.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <libxml/c14n.h>
#include <libxml/tree.h>
#include <random>
#include <sstream>

/// Our canonical form against libxml2's, letter by letter (security.md S7, S10; decision 0011).
namespace {

using saml::xml::Document;
using saml::xml::Element;
using Prefixes = std::vector<std::string>;

auto read(std::string_view text) { return Document::parse(text, saml::xml::of_a_message()); }

struct Part {
    xmlNode const* top;
    xmlNode const* without;
};

int is_visible(void* user_data, xmlNode* node, xmlNode* parent) {
    auto const& part = *static_cast<Part const*>(user_data);
    auto const* at =
        node->type == XML_NAMESPACE_DECL || node->type == XML_ATTRIBUTE_NODE ? parent : node;
    for (; at != nullptr; at = at->parent) {
        if (at == part.without)
            return 0;
        if (at == part.top)
            return 1;
    }
    return 0;
}

std::string by_libxml2(Element const& top, std::optional<Element> const& without,
                       Prefixes prefixes) {
    Part part{.top = top.node(), .without = without ? without->node() : nullptr};
    std::vector<xmlChar*> list;
    for (auto& prefix : prefixes)
        list.push_back(reinterpret_cast<xmlChar*>(prefix.data()));
    list.push_back(nullptr);
    auto* buffer = xmlAllocOutputBuffer(nullptr);
    EXPECT_GE(xmlC14NExecute(top.node()->doc, &is_visible, &part, XML_C14N_EXCLUSIVE_1_0,
                             list.data(), 0, buffer),
              0);
    xmlOutputBufferFlush(buffer);
    std::string text{reinterpret_cast<char const*>(xmlOutputBufferGetContent(buffer)),
                     xmlOutputBufferGetSize(buffer)};
    xmlOutputBufferClose(buffer);
    return text;
}

void every_element(Element const& top, std::vector<Element>& found) {
    found.push_back(top);
    for (auto const& child : top.children())
        every_element(child, found);
}

/// Every element of the document as top, with and without its first child, under every list.
/// How many forms were compared.
int expect_agreement(std::string_view text, std::span<Prefixes const> lists) {
    auto const document = read(text);
    if (!document)
        return 0;
    std::vector<Element> elements;
    every_element(document->root(), elements);
    int compared = 0;
    for (auto const& top : elements)
        for (auto const& prefixes : lists) {
            auto const children = top.children();
            std::vector<std::optional<Element>> left_out{std::nullopt};
            if (!children.empty())
                left_out.emplace_back(children.front());
            for (auto const& without : left_out) {
                EXPECT_EQ(saml::xml::canonical(top, without, prefixes),
                          by_libxml2(top, without, prefixes))
                    << text;
                ++compared;
            }
        }
    return compared;
}

std::array const some_lists{Prefixes{}, Prefixes{"a"}, Prefixes{"#default"},
                            Prefixes{"b", "#default", "absent"}};

TEST(Canonical, S7_declares_what_is_visibly_used_where_it_is_first_used) {
    auto const document = read(
        R"(<a:r xmlns:a="urn:a" xmlns:b="urn:b"><a:x b:k="1" a:k="2" k="3"/><b:y/><z/></a:r>)");
    EXPECT_EQ(saml::xml::canonical(document->root(), std::nullopt, {}),
              R"(<a:r xmlns:a="urn:a"><a:x xmlns:b="urn:b" k="3" a:k="2" b:k="1"></a:x>)"
              R"(<b:y xmlns:b="urn:b"></b:y><z></z></a:r>)");
}

TEST(Canonical, S7_a_prefix_of_the_list_is_declared_at_the_top_even_when_unused) {
    auto const document = read(R"(<r xmlns:xs="urn:xs"><x type="xs:string">v</x></r>)");
    EXPECT_EQ(saml::xml::canonical(document->root().children()[0], std::nullopt, {"xs"}),
              R"(<x xmlns:xs="urn:xs" type="xs:string">v</x>)");
    EXPECT_EQ(saml::xml::canonical(document->root().children()[0], std::nullopt, {}),
              R"(<x type="xs:string">v</x>)");
}

TEST(Canonical, S9_comments_are_left_out_and_characters_escaped_as_the_standard_says) {
    auto const escaped = read("<r k=\"&#9;&#10;&#13;&quot;&lt;&amp;>'\">a&#13;&gt;&amp;\"\t\n</r>");
    ASSERT_TRUE(escaped);
    EXPECT_EQ(saml::xml::canonical(escaped->root(), std::nullopt, {}),
              "<r k=\"&#x9;&#xA;&#xD;&quot;&lt;&amp;>'\">a&#xD;&gt;&amp;\"\t\n</r>");
    auto const remarked = read("<r><!-- c --><x>v</x> <!-- d --></r>");
    ASSERT_TRUE(remarked);
    EXPECT_EQ(saml::xml::canonical(remarked->root(), std::nullopt, {}), "<r><x>v</x> </r>");
}

TEST(Canonical, S7_agrees_with_libxml2_on_namespaces_declared_undeclared_and_declared_again) {
    for (std::string_view const text : {
             R"(<r xmlns="urn:d"><x xmlns=""><y xmlns="urn:d"/><z/></x></r>)",
             R"(<a:r xmlns:a="urn:1"><a:r xmlns:a="urn:2"><a:r xmlns:a="urn:1"/></a:r></a:r>)",
             R"(<r xmlns:a="urn:a" a:k="1"><x xmlns:a="urn:b" a:k="1"/><y a:k="1"/></r>)",
             R"(<r xmlns:a="urn:a" xmlns:b="urn:a" a:k="1" b:l="2" xml:lang="nl"/>)",
             R"(<r xmlns:a="urn:a"><x xmlns="urn:d" xmlns:b="urn:b"><a:y/><b:z q="b:v"/></x></r>)",
             R"(<r><x xmlns:a="urn:a"><a:y xml:id="i" a:b="&#xe9;"/></x></r>)",
         })
        EXPECT_GT(expect_agreement(text, some_lists), 0);
}

TEST(Canonical, S7_a_namespace_that_is_relative_or_holds_a_reference_has_no_canonical_form) {
    for (std::string_view const text :
         {R"(<a:r xmlns:a="urn:a&amp;b"/>)", R"(<a:r xmlns:a="urn:a&quot;"/>)",
          R"(<r xmlns="relative"/>)", R"(<r xmlns:a="unused"/>)", R"(<r xmlns=":a"/>)",
          R"(<r xmlns="urn:a b"/>)"}) {
        auto const document = read(text);
        EXPECT_TRUE(!document || !saml::xml::canonical(document->root(), std::nullopt, Prefixes{}))
            << text;
    }
    auto const good = read(R"(<r xmlns="urn:a"/>)");
    EXPECT_TRUE(saml::xml::canonical(good->root(), std::nullopt, {}));
}

/// Nested elements of three prefixes bound to three names at random, seen from every element.
std::string made_up(std::mt19937& chance, int depth) {
    auto const pick = [&](unsigned n) { return chance() % n; };
    static constexpr std::array prefixes{"", "a", "b"};
    static constexpr std::array spaces{"urn:1", "urn:2", "urn:3"};
    std::string declared;
    for (auto const* prefix : prefixes)
        if (depth == 0 || pick(3) == 0)
            declared += std::string{" xmlns"} + (*prefix ? ":" : "") + prefix + "=\"" +
                        (*prefix == '\0' && depth > 0 && pick(3) == 0 ? "" : spaces[pick(3)]) + '"';
    auto const* own = prefixes[pick(3)];
    auto const name = std::string{own} + (*own ? ":" : "") + "e";
    auto text = '<' + name + declared;
    if (pick(2) == 0)
        text += " z=\"1\"";
    if (pick(2) == 0)
        text += " a:k=\"x &lt; y\"";
    if (pick(3) == 0)
        text += " b:j=\"&#10;\"";
    text += '>';
    auto const children = depth < 4 ? pick(4) : 0;
    if (children == 0)
        text += "t&amp;";
    for (auto n = children; n > 0; --n)
        text += made_up(chance, depth + 1) + (pick(4) == 0 ? "<!--c-->" : " ");
    return text + "</" + name + '>';
}

TEST(Canonical, S10_agrees_with_libxml2_on_a_thousand_made_up_documents) {
    constexpr int documents = 1000;
    RecordProperty("cases", documents);
    std::mt19937 chance{20261125};
    int compared = 0;
    for (int n = 0; n < documents; ++n)
        compared += expect_agreement(made_up(chance, 0), some_lists);
    EXPECT_GT(compared, 40'000);
}

TEST(Canonical, S10_agrees_with_libxml2_on_every_kept_message) {
    std::array const lists{Prefixes{}, Prefixes{"xs", "xacml-saml", "saml"}};
    int compared = 0;
    for (auto const* door : {"answer", "response", "metadata", "encrypted_id"})
        for (auto const& file :
             std::filesystem::directory_iterator{std::filesystem::path{FUZZ_CORPUS} / door}) {
            std::ifstream in{file.path(), std::ios::binary};
            std::ostringstream content;
            content << in.rdbuf();
            compared += expect_agreement(content.str(), lists);
        }
    EXPECT_GT(compared, 500);
}

} // namespace
