#include "saml/support/metadata_cases.h"

/// M1: by what metadata is believed, and that nothing is read before it is.
namespace {

using namespace world::of_metadata;
using hostile::replacing;

constexpr auto later = " validUntil=\"2026-11-23T10:00:01Z\"";

void trusting_the_signer(Settings& it) {
    it.broker_metadata_sha256.clear();
    it.broker_metadata_signer_pem = world::keys().next.certificate_pem;
}

class M1_MetadataBelief : public testing::TestWithParam<Row> {};
TEST_P(M1_MetadataBelief, ) { expect_outcome(GetParam()); }

std::vector<Row> const belief{
    {"as_it_should_be", as_it_is, unchanged, "started"},
    {"wrapped", [](Metadata& it) { it.wrapped = true; }, unchanged, "started"},
    {"fingerprint_in_upper_case", as_it_is,
     [](Settings& it) {
         for (auto& c : it.broker_metadata_sha256)
             c = static_cast<char>(std::toupper(c));
     },
     "started"},
    {"another_fingerprint", as_it_is, [](Settings& it) { it.broker_metadata_sha256[0] ^= 1; },
     "the broker's metadata has another SHA-256 fingerprint"},
    {"believed_by_nothing", as_it_is, [](Settings& it) { it.broker_metadata_sha256.clear(); },
     "the broker's metadata is believed by nothing"},
    {"signed_by_the_trusted_signer",
     [](Metadata& it) {
         it.signing = {.key = &world::keys().next, .present = true};
         it.root_attributes = later;
     },
     trusting_the_signer, "started"},
    {"signed_around_by_the_trusted_signer",
     [](Metadata& it) {
         it.wrapped = true;
         it.root_attributes = later;
         it.signing = {.key = &world::keys().next, .present = true};
     },
     trusting_the_signer, "started"},
    {"signed_with_an_end_of_the_brokers_part_alone",
     [](Metadata& it) {
         it.wrapped = true;
         it.edit = replacing("\"><md:IDPSSODescriptor",
                             std::string{"\""} + later + "><md:IDPSSODescriptor");
         it.signing = {.key = &world::keys().next, .present = true};
     },
     trusting_the_signer, "started"},
    {"signed_with_an_end_of_the_role_alone",
     [](Metadata& it) {
         it.signing = {.key = &world::keys().next, .present = true};
         it.edit = replacing("protocol\">", std::string{"protocol\""} + later + ">");
     },
     trusting_the_signer, "started"},
    {"signed_without_an_end",
     [](Metadata& it) { it.signing = {.key = &world::keys().next, .present = true}; },
     trusting_the_signer,
     "the broker's metadata is believed by its signer, and does not say until when (validUntil)"},
    {"signed_without_an_end_and_pinned_besides",
     [](Metadata& it) { it.signing = {.key = &world::keys().next, .present = true}; },
     [](Settings& it) { it.broker_metadata_signer_pem = world::keys().next.certificate_pem; },
     "the broker's metadata is believed by its signer, and does not say until when (validUntil)"},
    {"believed_by_its_signer_before_any_certificate_in_it_is_read", as_it_is,
     [](Settings& it) {
         file_changed(replacing("<ds:X509Certificate>MII", "<ds:X509Certificate>AAA"))(it);
         trusting_the_signer(it);
     },
     "the signature on the broker's metadata does not hold: missing"},
    {"believed_by_its_fingerprint_before_any_certificate_in_it_is_read", as_it_is,
     [](Settings& it) {
         file_changed(replacing("<ds:X509Certificate>MII", "<ds:X509Certificate>AAA"))(it);
         it.broker_metadata_sha256[0] ^= 1;
     },
     "the broker's metadata has another SHA-256 fingerprint"},
    {"not_signed_by_the_trusted_signer", as_it_is, trusting_the_signer,
     "the signature on the broker's metadata does not hold: missing"},
    {"signed_by_someone_else",
     [](Metadata& it) { it.signing = {.key = &world::keys().broker, .present = true}; },
     trusting_the_signer, "the signature on the broker's metadata does not hold: key"},
    {"a_signer_that_cannot_be_read", as_it_is,
     [](Settings& it) { it.broker_metadata_signer_pem = "x"; },
     "the certificate of the metadata's signer cannot be read"},
    {"pinned_and_signed_with_a_key_of_its_own",
     [](Metadata& it) { it.signing = {.key = &world::keys().broker, .present = true}; }, unchanged,
     "started"},
    {"pinned_and_signed_with_the_certificate_it_shows",
     [](Metadata& it) {
         it.signing = {.key = &world::keys().stranger,
                       .present = true,
                       .key_info = "<ds:X509Data><ds:X509Certificate>" +
                                   hostile::base64(world::keys().stranger.certificate_der) +
                                   "</ds:X509Certificate></ds:X509Data>"};
     },
     unchanged, "started"},
    {"pinned_but_its_signature_does_not_hold",
     [](Metadata& it) { it.signing = {.key = &world::keys().broker, .present = true}; },
     file_changed(replacing("https://broker.example/ars", "https://evil.example/ars")),
     "the signature on the broker's metadata does not hold: digest"}};

INSTANTIATE_TEST_SUITE_P(, M1_MetadataBelief, testing::ValuesIn(belief), &name_of);

} // namespace
