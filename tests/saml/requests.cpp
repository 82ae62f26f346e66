#include "foundation/text.h"
#include "saml/support/tool.h"
#include "saml/support/world.h"
#include "saml/xml/canonical.h"
#include "saml/xml/document.h"

#include <gtest/gtest.h>

/// R1 and eherkenning.md 2: what the portal sends.
namespace {

using saml::xml::Document;

std::string sent(foundation::Randomness& randomness,
                 portal::AssuranceLevel wanted = portal::AssuranceLevel::loa3,
                 portal::AssuranceLevel of_everybody = portal::AssuranceLevel::loa3) {
    auto settings = world::settings();
    settings.minimum_level = of_everybody;
    auto const departure =
        world::broker(std::move(settings))->send_off(randomness, world::now(), wanted);
    return foundation::unbase64(departure.saml_request).value();
}

/// The body of the SOAP message that asks for an artifact, and where it was sent.
struct Asked {
    std::string address;
    std::string body;
};

Asked asked() {
    Asked seen;
    auto const broker = saml::make_broker(
        world::settings(), world::now(), [](std::string_view) {},
        [&](std::string const& address,
            std::string const& body) -> std::expected<std::string, portal::Rejected> {
            seen = {address, body};
            return std::unexpected{portal::Rejected{.reason = portal::Rejection::broker_unavailable,
                                                    .detail = "9.5 nobody"}};
        });
    foundation::SeededRandomness randomness{1};
    auto const artifact =
        broker->read_artifact(hostile::artifact(std::string{world::broker_entity_id}));
    auto const received =
        broker->receive(artifact.value(), world::pending(), randomness, world::now());
    EXPECT_EQ(world::outcome(received), "9.5 nobody");
    return seen;
}

TEST(Request, R1_says_what_the_scheme_wants_and_nothing_else) {
    foundation::SeededRandomness randomness{1};
    auto const document = Document::parse(sent(randomness));
    ASSERT_TRUE(document);
    auto const root = document->root();
    EXPECT_TRUE(root.is({"urn:oasis:names:tc:SAML:2.0:protocol", "AuthnRequest"}));
    EXPECT_EQ(root.attribute("Version"), "2.0");
    EXPECT_EQ(root.attribute("IssueInstant"), "2026-11-23T10:00:00Z");
    EXPECT_EQ(root.attribute("Destination"), "https://broker.example/sso");
    EXPECT_EQ(root.attribute("ForceAuthn"), "true");
    EXPECT_EQ(root.attribute("AssertionConsumerServiceIndex"), "1");
    EXPECT_EQ(root.attribute("AttributeConsumingServiceIndex"), "1");
    EXPECT_EQ(root.attribute("ProviderName"), "Mijn DUO");
    EXPECT_EQ(root.attribute_count(), 8U);
    auto const parts = root.children();
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].value(), world::entity_id);
    EXPECT_EQ(parts[0].attribute_count(), 0U);
    EXPECT_TRUE(parts[1].is({"http://www.w3.org/2000/09/xmldsig#", "Signature"}));
}

TEST(Request, P3_2_asks_for_level_4_only_when_that_is_more_than_the_service_wants) {
    foundation::SeededRandomness randomness{1};
    using enum portal::AssuranceLevel;
    auto const document = Document::parse(sent(randomness, loa4));
    ASSERT_TRUE(document);
    auto const parts = document->root().children();
    ASSERT_EQ(parts.size(), 3U) << "after Issuer and Signature, as the schema wants";
    auto const protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    EXPECT_TRUE(parts[2].is({protocol, "RequestedAuthnContext"}));
    EXPECT_EQ(parts[2].attribute("Comparison"), "minimum");
    ASSERT_EQ(parts[2].children().size(), 1U);
    EXPECT_EQ(parts[2].children().front().value(), "urn:etoegang:core:assurance-class:loa4");
    EXPECT_EQ(sent(randomness, loa4, loa4).find("RequestedAuthnContext"), std::string::npos);
    EXPECT_EQ(sent(randomness, loa3, loa4).find("RequestedAuthnContext"), std::string::npos);
}

TEST(Request, R1_has_an_id_of_128_bits_that_is_never_the_same) {
    auto const broker = world::broker(world::settings());
    foundation::SystemRandomness randomness;
    auto const one = broker->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
    auto const other = broker->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
    EXPECT_EQ(one.request_id.size(), 33U);
    EXPECT_EQ(one.request_id.front(), '_');
    EXPECT_NE(one.request_id, other.request_id);
    EXPECT_NE(foundation::unbase64(one.saml_request)->find("ID=\"" + one.request_id + '"'),
              std::string::npos);
}

TEST(Request, R1_verifies_with_another_implementation) {
    foundation::SeededRandomness randomness{1};
    auto const text = sent(randomness);
    auto const& certificate = world::keys().portal.certificate_pem;
    EXPECT_TRUE(world::xmlsec_verifies(text, "AuthnRequest", certificate));
    auto changed = text;
    hostile::replacing("ForceAuthn=\"true\"", "ForceAuthn=\"false\"")(changed);
    EXPECT_FALSE(world::xmlsec_verifies(changed, "AuthnRequest", certificate));
    EXPECT_NE(text.find("<ds:KeyName>" + world::keys().portal.key_name + "</ds:KeyName>"),
              std::string::npos);
}

TEST(Request, is_written_in_canonical_form_whatever_the_name_of_the_portal) {
    auto settings = world::settings();
    settings.provider_name = "A & B <\"c\"> \t'd'\r\n";
    foundation::SeededRandomness randomness{1};
    auto const departure =
        world::broker(settings)->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
    auto const text = foundation::unbase64(departure.saml_request).value();
    auto const document = Document::parse(text);
    ASSERT_TRUE(document);
    EXPECT_EQ(document->root().attribute("ProviderName"), settings.provider_name);
    EXPECT_TRUE(world::xmlsec_verifies(text, "AuthnRequest", world::keys().portal.certificate_pem));
}

TEST(Request, goes_to_the_origin_that_the_page_may_post_to) {
    foundation::SeededRandomness randomness{1};
    auto const departure = world::broker(world::settings())
                               ->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
    EXPECT_EQ(portal::origin_of(departure.destination), "https://broker.example");
}

TEST(Resolve, asks_for_the_artifact_at_the_endpoint_of_its_index) {
    auto const [address, body] = asked();
    EXPECT_EQ(address, "https://broker.example/ars");
    auto const document = Document::parse(body);
    ASSERT_TRUE(document);
    auto const content = document->root().children().at(0).children();
    ASSERT_EQ(content.size(), 1U);
    auto const& resolve = content.front();
    EXPECT_TRUE(resolve.is({"urn:oasis:names:tc:SAML:2.0:protocol", "ArtifactResolve"}));
    EXPECT_EQ(resolve.attribute("Destination"), "https://broker.example/ars");
    EXPECT_EQ(resolve.attribute("Version"), "2.0");
    auto const parts = resolve.children();
    ASSERT_EQ(parts.size(), 3U);
    EXPECT_EQ(parts[0].value(), world::entity_id);
    EXPECT_EQ(parts[2].value(), hostile::artifact(std::string{world::broker_entity_id}));
}

TEST(Resolve, verifies_with_another_implementation) {
    EXPECT_TRUE(world::xmlsec_verifies(asked().body, "ArtifactResolve",
                                       world::keys().portal.certificate_pem));
}

TEST(OwnMetadata, verifies_with_another_implementation) {
    foundation::SeededRandomness randomness{1};
    auto const text = world::broker(world::settings())->metadata(randomness, world::now());
    EXPECT_TRUE(
        world::xmlsec_verifies(text, "EntityDescriptor", world::keys().portal.certificate_pem));
}

TEST(OwnMetadata, says_what_the_scheme_wants) {
    foundation::SeededRandomness randomness{1};
    auto const text = world::broker(world::settings())->metadata(randomness, world::now());
    auto const says = [&](std::string const& part) { return text.find(part) != std::string::npos; };
    EXPECT_TRUE(says("entityID=\"" + std::string{world::entity_id} + '"'));
    EXPECT_TRUE(says("AuthnRequestsSigned=\"true\" WantAssertionsSigned=\"true\""));
    EXPECT_TRUE(says("Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact\" Location=\"" +
                     std::string{world::acs_address} + "\" index=\"1\" isDefault=\"true\""));
    EXPECT_TRUE(says("Name=\"" + std::string{world::service_id} + "\" isRequired=\"true\""));
    EXPECT_TRUE(says("attribute-represented:CompanyName\" isRequired=\"false\""));
    EXPECT_TRUE(says("contactType=\"administrative\""));
    EXPECT_TRUE(says("<md:SurName>Beheer &amp; Co</md:SurName>"));
    EXPECT_FALSE(says("<md:GivenName>")) << "optional elements are not sent empty";
    EXPECT_FALSE(says("NameIDFormat"));
    EXPECT_FALSE(says("EntityConcernedID")) << "identifying numbers come from the catalogue";
}

TEST(OwnMetadata, publishes_the_keys_that_are_meant_to_be) {
    foundation::SeededRandomness randomness{1};
    auto const text = world::broker(world::settings())->metadata(randomness, world::now());
    EXPECT_NE(text.find(world::keys().portal.key_name), std::string::npos);
    EXPECT_NE(text.find(world::keys().opening_next.key_name), std::string::npos);
    EXPECT_EQ(text.find(world::keys().opening.key_name), std::string::npos);
}

} // namespace
