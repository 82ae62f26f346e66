#include "broker/bench.h"
#include "broker/messages/element.h"
#include "broker/xml/canonicalisation.h"
#include "broker/xml/document.h"

#include <gtest/gtest.h>

namespace {

using broker::Element;

TEST(Canonical, a_prefix_is_declared_where_it_is_first_used_and_not_again) {
    Element const tree{.name = "samlp:Response",
                       .children = {{.name = "saml:Issuer", .text = "x"},
                                    {.name = "samlp:Status"},
                                    {.name = "saml:Assertion"}}};
    EXPECT_EQ(broker::canonical(tree),
              "<samlp:Response xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\">"
              "<saml:Issuer xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">x</saml:Issuer>"
              "<samlp:Status></samlp:Status>"
              "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\">"
              "</saml:Assertion></samlp:Response>");
}

TEST(Canonical, attributes_stand_in_the_order_of_their_namespace_and_name) {
    Element const tree{
        .name = "saml:A",
        .attributes = {{"xsi:type", "t"}, {"b", "2"}, {"xml:lang", "nl"}, {"a", "1"}}};
    EXPECT_EQ(broker::canonical(tree),
              "<saml:A xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" "
              "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
              "a=\"1\" b=\"2\" xsi:type=\"t\" xml:lang=\"nl\"></saml:A>");
}

TEST(Canonical, what_is_written_is_what_libxml2_makes_of_it_whatever_the_text_holds) {
    std::string const awkward = "Een <\"&>\t\r\n' \xC3\xAB & ]]> 'school'";
    Element const tree{.name = "soap:Envelope",
                       .attributes = {{"note", awkward}},
                       .children = {{.name = "saml:A",
                                     .attributes = {{"xsi:type", "xs:string"}},
                                     .text = awkward,
                                     .prefixes_in_values = {"xs"}}}};
    auto const written = broker::canonical(tree);
    auto const document = broker::xml::Document::parse(written);
    ASSERT_TRUE(document);
    EXPECT_EQ(broker::xml::canonical_text(document->root(), {"xs"}, nullptr), written);
    EXPECT_EQ(broker::xml::canonical_text(document->root().children().front(), {"xs"}, nullptr),
              broker::canonical(tree.children.front()));
}

TEST(Canonical, every_message_is_in_canonical_form) {
    foundation::SeededRandomness chance{1};
    auto const written = broker::make_response(bench::keys(), bench::provider(), bench::anja(),
                                               bench::answer(), chance, bench::noon());
    auto const document = broker::xml::Document::parse(written);
    ASSERT_TRUE(document);
    EXPECT_EQ(broker::xml::canonical_text(document->root(), {"xacml-saml", "xs"}, nullptr),
              written);
}

} // namespace
