#include "foundation/fault.h"
#include "saml/service_catalogue.h"
#include "saml/support/tool.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

/// eherkenning.md 4.3 and 4.4: what the broker is given, held against schemas and read by other
/// implementations.
namespace {

saml::ServiceDescription service() {
    return {.oin = "00000001002306608000",
            .organisation = {"Uitvoering & Co", "Execution & Co"},
            .name = {"Mijn DUO", "My DUO"},
            .description = {"Gegevens uitwisselen", "Exchange data"},
            .purpose = {"Uw organisatie noemen", "To name your organisation"},
            .broker_oin = "00000003244440010000",
            .definition_uuid = std::string{world::service_uuid},
            .instance_uuid = "0d5a3c1e-0b1f-4d9a-9a53-0f8b6a1d2c3e",
            .address = "https://mijnduo.example/",
            .privacy_address = "https://mijnduo.example/privacy?a=1&b=2"};
}

std::string catalogue(saml::ServiceDescription const& of = service(),
                      saml::Settings const& settings = world::settings()) {
    foundation::SeededRandomness randomness{1};
    return saml::make_service_catalogue(settings, of, randomness, world::now());
}

std::string metadata(saml::Settings const& settings = world::settings()) {
    foundation::SeededRandomness randomness{1};
    return world::broker(settings)->metadata(randomness, world::now());
}

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(OwnMetadata, is_valid_by_the_schema_of_SAML) {
    EXPECT_EQ(world::schema_complaints(metadata(), world::metadata_schema), "");
}

TEST(OwnMetadata, without_contact_and_organisation_is_valid_too) {
    auto settings = world::settings();
    settings.contact = {};
    settings.organisation = {};
    EXPECT_EQ(world::schema_complaints(metadata(settings), world::metadata_schema), "");
}

TEST(OwnMetadata, in_another_order_is_not_valid_so_that_the_schema_is_really_looked_at) {
    auto text = metadata();
    hostile::replacing("<md:ServiceName xml:lang=\"nl\">Mijn DUO</md:ServiceName>", "")(text);
    EXPECT_TRUE(says(world::schema_complaints(text, world::metadata_schema), "ServiceName"));
}

TEST(OwnMetadata, is_signed_with_the_certificate_itself_and_no_name) {
    auto const text = metadata();
    auto const signature = text.substr(0, text.find("</ds:Signature>"));
    EXPECT_TRUE(says(signature, "<ds:KeyInfo><ds:X509Data><ds:X509Certificate>"));
    EXPECT_FALSE(says(signature, "KeyName"));
}

TEST(ServiceCatalogue, is_valid_by_the_schema) {
    EXPECT_EQ(world::schema_complaints(catalogue(), world::catalogue_schema), "");
    auto described = service();
    described.takes_branch_mandates = true;
    described.is_public = false;
    EXPECT_EQ(world::schema_complaints(catalogue(described), world::catalogue_schema), "");
}

TEST(ServiceCatalogue, with_an_element_too_few_or_a_text_too_long_is_not_valid) {
    auto text = catalogue();
    hostile::replacing("<esc:HerkenningsmakelaarId>00000003244440010000"
                       "</esc:HerkenningsmakelaarId>",
                       "")(text);
    EXPECT_TRUE(says(world::schema_complaints(text, world::catalogue_schema), "Herkennings"));
    auto described = service();
    described.name.english = std::string(65, 'x');
    EXPECT_TRUE(says(world::schema_complaints(catalogue(described), world::catalogue_schema),
                     "maximum length"));
    described.name.english.pop_back();
    EXPECT_EQ(world::schema_complaints(catalogue(described), world::catalogue_schema), "");
}

TEST(ServiceCatalogue, verifies_with_another_implementation) {
    auto const& certificate = world::keys().portal.certificate_pem;
    auto text = catalogue();
    EXPECT_TRUE(world::xmlsec_verifies(text, "ServiceCatalogue", certificate));
    hostile::replacing("loa3", "loa2")(text);
    EXPECT_FALSE(world::xmlsec_verifies(text, "ServiceCatalogue", certificate));
}

TEST(ServiceCatalogue, is_in_canonical_form_whatever_the_texts_hold) {
    auto described = service();
    described.description = {"<a> & \"b\"\r\n\t", "é ]]> €"};
    EXPECT_TRUE(world::xmlsec_verifies(catalogue(described), "ServiceCatalogue",
                                       world::keys().portal.certificate_pem));
}

TEST(ServiceCatalogue, asks_for_the_numbers_that_the_portal_needs_and_no_more) {
    auto const text = catalogue();
    EXPECT_TRUE(says(text, R"(<esc:EntityConcernedTypesAllowed setNumber="1">)"
                           "urn:etoegang:1.9:EntityConcernedID:KvKnr<"));
    EXPECT_TRUE(says(text, R"(<esc:ActingSubjectTypesAllowed setNumber="1">)"
                           "urn:etoegang:1.13:EntityConcernedID:Pseudo<"));
    EXPECT_FALSE(says(text, "RSIN"));
    EXPECT_FALSE(says(text, "BSN"));
    EXPECT_FALSE(says(text, "Vestigingsnr"));
    EXPECT_TRUE(says(text, "urn:etoegang:core:assurance-class:loa3<"));
    EXPECT_TRUE(says(text, R"(intermediationAllowed="noIntermediation")"));
    EXPECT_TRUE(says(text, "<esc:SSOSupport>false<"));
}

TEST(ServiceCatalogue, names_branches_only_where_mandates_for_one_are_taken) {
    auto described = service();
    described.takes_branch_mandates = true;
    EXPECT_TRUE(says(catalogue(described), "<esc:ServiceRestrictionsAllowed>urn:etoegang:1.9:"
                                           "ServiceRestriction:Vestigingsnr<"));
}

TEST(ServiceCatalogue, says_which_edition_it_is_and_whether_for_testing) {
    EXPECT_TRUE(says(catalogue(), R"(esc:Version="urn:etoegang:1.13:service-catalogue:T:1")"));
    auto described = service();
    described.is_for_testing = false;
    described.number = 12;
    EXPECT_TRUE(says(catalogue(described), "service-catalogue:P:12\""));
    EXPECT_TRUE(says(catalogue(), R"(esc:IssueInstant="2026-11-23T10:00:00Z")"));
}

TEST(ServiceCatalogue, asks_for_the_level_that_is_configured) {
    auto settings = world::settings();
    settings.minimum_level = portal::AssuranceLevel::loa4;
    EXPECT_TRUE(says(catalogue(service(), settings), "urn:etoegang:core:assurance-class:loa4<"));
}

TEST(ServiceCatalogue, holds_the_certificates_that_are_in_the_metadata_and_no_other) {
    auto settings = world::settings();
    settings.decryption_keys.front().published = false;
    auto const& next = world::keys().opening_next;
    settings.decryption_keys.push_back({.key_pem = foundation::Secret<std::string>{next.key_pem},
                                        .certificate_pem = next.certificate_pem});
    auto const text = catalogue(service(), settings);
    EXPECT_TRUE(says(text, "<ds:KeyName>" + next.key_name + "</ds:KeyName>"));
    EXPECT_FALSE(says(text, world::keys().opening.key_name));
}

TEST(ServiceCatalogue, is_written_without_anything_of_the_broker_being_known) {
    auto settings = world::settings();
    settings.broker_metadata.clear();
    EXPECT_TRUE(says(catalogue(service(), settings), "ServiceProviderID"));
}

} // namespace
