#include "broker/bench.h"
#include "broker/messages/artifact.h"
#include "broker/messages/metadata.h"
#include "broker/messages/pseudonym.h"
#include "broker/xml/document.h"
#include "broker/xml/verification.h"
#include "foundation/digest.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using broker::xml::Document;
using broker::xml::Node;

std::string response(broker::Answer const& answer = bench::answer(),
                     broker::Person const& person = bench::anja()) {
    foundation::SeededRandomness chance{7};
    return broker::make_response(bench::keys(), bench::provider(), person, answer, chance,
                                 bench::noon());
}

Node assertion_in(Document const& document) { return *document.root().only("saml", "Assertion"); }

std::optional<Node> attribute(Document const& document, std::string_view name) {
    for (auto const& one :
         assertion_in(document).only("saml", "AttributeStatement")->children("saml", "Attribute"))
        if (one.attribute("Name") == name)
            return one;
    return std::nullopt;
}

/// With a second implementation: lxml for the tree, xmlsec (libxmlsec1) for signatures and
/// decryption, none of it shared with the program.
bench::Outcome with_xmlsec(std::string const& message, std::string const& what) {
    return bench::run("/usr/bin/python3 " SOURCE_DIR "/tests/broker/second_opinion.py " + what +
                      " " + bench::file("message.xml", message) + " " +
                      bench::key_pair("broker").certificate_path + " " +
                      bench::key_pair("sp-encryption").key_path);
}

TEST(Response, E3_has_the_parts_in_the_order_of_the_scheme) {
    auto const document = *Document::parse(response());
    auto const root = document.root();
    ASSERT_TRUE(root.is("samlp", "Response"));
    EXPECT_EQ(root.attribute("InResponseTo"), "_0123456789abcdef");
    EXPECT_EQ(root.attribute("Destination"), bench::acs);
    auto const parts = root.children();
    ASSERT_EQ(parts.size(), 4U);
    EXPECT_TRUE(parts[0].is("saml", "Issuer"));
    EXPECT_TRUE(parts[1].is("ds", "Signature"));
    EXPECT_TRUE(parts[2].is("samlp", "Status"));
    EXPECT_TRUE(parts[3].is("saml", "Assertion"));
    std::string order;
    for (auto const& child : parts[3].children())
        for (auto const* const name :
             {"Issuer", "Subject", "Conditions", "Advice", "AttributeStatement", "AuthnStatement"})
            if (child.is("saml", name))
                order += std::string{name} + " ";
    EXPECT_EQ(order, "Issuer Subject Conditions Advice AttributeStatement AuthnStatement ");
}

TEST(Response, E3_2_is_confirmed_for_this_request_and_valid_for_two_minutes) {
    auto const document = *Document::parse(response());
    auto const assertion = assertion_in(document);
    auto const confirmation =
        *assertion.only("saml", "Subject")->only("saml", "SubjectConfirmation");
    auto const data = *confirmation.only("saml", "SubjectConfirmationData");
    EXPECT_EQ(confirmation.attribute("Method"), "urn:oasis:names:tc:SAML:2.0:cm:bearer");
    EXPECT_EQ(data.attribute("InResponseTo"), "_0123456789abcdef");
    EXPECT_EQ(data.attribute("Recipient"), bench::acs);
    EXPECT_EQ(data.attribute("NotOnOrAfter"), "2026-11-23T12:02:00Z");
    auto const conditions = *assertion.only("saml", "Conditions");
    EXPECT_EQ(conditions.attribute("NotBefore"), "2026-11-23T11:59:55Z");
    EXPECT_EQ(conditions.attribute("NotOnOrAfter"), "2026-11-23T12:02:00Z");
    EXPECT_EQ(conditions.only("saml", "AudienceRestriction")->only("saml", "Audience")->text(),
              bench::sp_entity);
}

TEST(Response, E3_5_every_signature_is_held_to_be_good_by_another_implementation) {
    foundation::SeededRandomness chance{3};
    auto const message = broker::in_envelope(
        broker::artifact_response(bench::keys().broker, "_r",
                                  broker::response(bench::keys(), bench::provider(), bench::anja(),
                                                   bench::answer(), chance, bench::noon()),
                                  chance, bench::noon()));
    auto const opinion = with_xmlsec(message, "verify");
    EXPECT_EQ(opinion.status, 0) << opinion.output;
    EXPECT_EQ(opinion.output, "ArtifactResponse good\nResponse good\nAssertion good\n");
}

TEST(Response, E3_5_the_assertions_in_the_advice_are_signed_by_the_AD_and_the_MR) {
    auto const document = *Document::parse(response());
    auto const inner = assertion_in(document).only("saml", "Advice")->children();
    ASSERT_EQ(inner.size(), 2U);
    auto const& keys = bench::keys();
    EXPECT_TRUE(broker::xml::verify(inner[0], {keys.authentication_service.key.certificate()}));
    EXPECT_TRUE(broker::xml::verify(inner[1], {keys.mandate_register.key.certificate()}));
    EXPECT_FALSE(broker::xml::verify(inner[1], {keys.broker.key.certificate()}));
    EXPECT_EQ(inner[1].only("saml", "Advice")->only("saml", "AssertionIDRef")->text(),
              inner[0].attribute("ID"));
}

TEST(Response, E2_3_the_command_xmlsec1_agrees_and_notices_a_change) {
    auto const verify = [](std::string const& text) {
        return bench::run("xmlsec1 --verify --pubkey-cert-pem:" +
                          bench::keys().broker.key.certificate().fingerprint() + " " +
                          bench::key_pair("broker").certificate_path +
                          " --id-attr:ID urn:oasis:names:tc:SAML:2.0:protocol:Response " +
                          bench::file("response.xml", text));
    };
    auto text = response();
    EXPECT_EQ(verify(text).status, 0) << verify(text).output;
    text.replace(text.find("12:02:00"), 8, "12:03:00");
    EXPECT_NE(verify(text).status, 0);
}

TEST(Response, E3_6_the_service_provider_decrypts_who_acted_and_for_whom) {
    auto person = bench::anja();
    person.organisations.front().rsin = "001234567";
    auto answer = bench::answer();
    answer.represented = person.organisations.front();
    auto const opinion = with_xmlsec(response(answer, person), "decrypt");
    EXPECT_EQ(opinion.status, 0) << opinion.output;
    EXPECT_EQ(opinion.output,
              "urn:etoegang:core:ActingSubjectID urn:etoegang:1.13:EntityConcernedID:Pseudo " +
                  broker::pseudonym("anja-de-wit", "90000001", bench::sp_entity) +
                  "\nurn:etoegang:core:LegalSubjectID urn:etoegang:1.9:EntityConcernedID:KvKnr "
                  "90000001\nurn:etoegang:core:LegalSubjectID "
                  "urn:etoegang:1.9:EntityConcernedID:RSIN 001234567\n");
}

TEST(Response, E3_3_says_the_service_the_company_and_the_branch_in_plain_text) {
    auto answer = bench::answer();
    answer.branch_number = "000012345678";
    auto const document = *Document::parse(response(answer));
    EXPECT_EQ(attribute(document, "urn:etoegang:core:ServiceID")->text(), bench::sp_service);
    EXPECT_EQ(attribute(document, "urn:etoegang:1.11:attribute-represented:CompanyName")->text(),
              "Scholengroep Lindenhof & Zn.");
    EXPECT_EQ(attribute(document, "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr")->text(),
              "000012345678");
    EXPECT_FALSE(attribute(document, "urn:etoegang:core:IntermediateSubjectID"));
}

TEST(Response, the_switches_for_testing_change_what_they_say) {
    auto answer = bench::answer();
    answer.intermediary = broker::Organisation{.kvk = "90000009", .name = "De Tussenschakel"};
    answer.level = broker::Level::loa2;
    answer.with_advice = false;
    answer.sign_response = false;
    auto const document = *Document::parse(response(answer));
    EXPECT_TRUE(attribute(document, "urn:etoegang:core:IntermediateSubjectID"));
    EXPECT_TRUE(document.root().children("ds", "Signature").empty());
    EXPECT_FALSE(assertion_in(document).only("saml", "Advice"));
    auto const context =
        *assertion_in(document).only("saml", "AuthnStatement")->only("saml", "AuthnContext");
    EXPECT_EQ(context.only("saml", "AuthnContextClassRef")->text(),
              "urn:etoegang:core:assurance-class:loa2");
    answer.with_mandate = false;
    EXPECT_FALSE(attribute(*Document::parse(response(answer)), "urn:etoegang:core:LegalSubjectID"));
}

TEST(Response, E5_1_a_cancelled_sign_in_is_Responder_with_AuthnFailed_and_no_assertion) {
    foundation::SeededRandomness chance{3};
    auto const refusal = broker::refusing_response(
        bench::keys().broker, broker::cancelled("_q", "http://a/acs"), chance, bench::noon());
    auto const document = *Document::parse(broker::canonical(refusal));
    auto const code = *document.root().only("samlp", "Status")->only("samlp", "StatusCode");
    EXPECT_EQ(code.attribute("Value"), "urn:oasis:names:tc:SAML:2.0:status:Responder");
    EXPECT_EQ(code.only("samlp", "StatusCode")->attribute("Value"),
              "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed");
    EXPECT_FALSE(document.root().only("saml", "Assertion"));
    EXPECT_TRUE(broker::xml::verify(document.root(), {bench::keys().broker.key.certificate()}));
}

TEST(Pseudonym, E6_1_differs_per_person_organisation_and_service_provider) {
    auto const one = broker::pseudonym("anja-de-wit", "90000001", "urn:a");
    EXPECT_EQ(one, foundation::sha256_hex("anja-de-wit\n90000001\nurn:a") + "@" +
                       broker::md5_hex("90000001"));
    EXPECT_NE(one, broker::pseudonym("anja-de-wit", "90000002", "urn:a"));
    EXPECT_NE(one, broker::pseudonym("anja-de-wit", "90000001", "urn:b"));
    EXPECT_NE(one, broker::pseudonym("bram-jansen", "90000001", "urn:a"));
    EXPECT_EQ(broker::md5_hex("24444001"), "9162f54b3b07284ac4e147a849deaee4");
    EXPECT_EQ(broker::person_key("  Anja  de Wit "), "anja-de-wit");
}

TEST(Artifact, E4_1_is_44_bytes_of_type_4_with_the_digest_of_the_entity) {
    foundation::SeededRandomness chance{3};
    auto const artifact = *foundation::unbase64(broker::new_artifact("urn:x", chance));
    ASSERT_EQ(artifact.size(), 44U);
    EXPECT_EQ(artifact.substr(0, 4), (std::string{"\0\4\0\0", 4}));
    EXPECT_EQ(artifact.substr(4, 20), broker::sha1("urn:x"));
    EXPECT_NE(broker::new_artifact("urn:x", chance), broker::new_artifact("urn:x", chance));
}

TEST(Metadata, E4_3_names_the_endpoints_and_carries_its_certificate) {
    foundation::SeededRandomness chance{3};
    auto const text =
        broker::broker_metadata(bench::keys().broker, bench::public_url, chance, bench::noon());
    auto const document = *Document::parse(text);
    EXPECT_EQ(document.root().attribute("entityID"), bench::hm_entity);
    EXPECT_EQ(document.root().attribute("validUntil"), "2027-11-23T12:00:00Z");
    auto const role = *document.root().only("md", "IDPSSODescriptor");
    EXPECT_EQ(role.only("md", "ArtifactResolutionService")->attribute("Location"),
              "http://localhost:8081/ars");
    EXPECT_EQ(role.only("md", "SingleSignOnService")->attribute("Location"),
              "http://localhost:8081/sso");
    EXPECT_EQ(
        role.only("md", "KeyDescriptor")->only("ds", "KeyInfo")->only("ds", "KeyName")->text(),
        bench::keys().broker.key.certificate().fingerprint());
    auto const opinion =
        bench::run("xmlsec1 --verify --enabled-key-data x509 --trusted-pem " +
                   bench::key_pair("broker").certificate_path +
                   " --id-attr:ID urn:oasis:names:tc:SAML:2.0:metadata:EntityDescriptor " +
                   bench::file("metadata.xml", text));
    EXPECT_EQ(opinion.status, 0) << opinion.output;
}

} // namespace
