#include "saml/support/metadata_cases.h"

/// M1, S1 and eherkenning.md 4.3: what the portal believes about its broker, and that it does not
/// start when it cannot believe it.
namespace {

using namespace std::chrono_literals;
using namespace world::of_metadata;
using hostile::replacing;

class M1_Metadata : public testing::TestWithParam<Row> {};
TEST_P(M1_Metadata, ) { expect_outcome(GetParam()); }

std::vector<Row> const content{
    {"valid_until_later",
     [](Metadata& it) { it.root_attributes = " validUntil=\"2026-11-23T10:00:01Z\""; }, unchanged,
     "started"},
    {"expired", [](Metadata& it) { it.root_attributes = " validUntil=\"2026-11-23T10:00:00Z\""; },
     unchanged, "the broker's metadata has expired"},
    {"the_wrapper_expired",
     [](Metadata& it) {
         it.wrapped = true;
         it.root_attributes = " validUntil=\"2026-11-23T09:00:00Z\"";
     },
     unchanged, "the broker's metadata has expired"},
    {"an_unreadable_end", [](Metadata& it) { it.root_attributes = " validUntil=\"soon\""; },
     unchanged, "the broker's metadata has a validUntil that cannot be read"},
    {"the_configured_entity", as_it_is,
     [](Settings& it) { it.broker_entity_id = world::broker_entity_id; }, "started"},
    {"another_entity", as_it_is, [](Settings& it) { it.broker_entity_id = "urn:another"; },
     "the broker's metadata does not describe the configured entity id"},
    {"two_brokers", [](Metadata& it) { it.wrapped = true; }, file_changed([](std::string& text) {
         auto const at = text.find("<md:EntityDescriptor");
         auto const end = text.find("</md:EntitiesDescriptor>");
         text.insert(end, text.substr(at, end - at));
     }),
     "the broker's metadata must describe exactly one broker"},
    {"a_service_provider_besides", [](Metadata& it) { it.wrapped = true; },
     file_changed([](std::string& text) {
         text.insert(text.find("<md:EntityDescriptor"),
                     "<md:EntityDescriptor entityID=\"urn:other\"></md:EntityDescriptor>");
     }),
     "started"},
    {"two_roles_of_a_broker", as_it_is, file_changed([](std::string& text) {
         text.insert(text.find("<md:IDPSSODescriptor"),
                     "<md:IDPSSODescriptor></md:IDPSSODescriptor>");
     }),
     "the broker's metadata describes more than one identity provider"},
    {"neither_one_entity_nor_several", as_it_is,
     file_changed([](std::string& text) { text = "<x>" + text + "</x>"; }),
     "the broker's metadata must describe exactly one broker"},
    {"an_empty_index", as_it_is, file_changed(replacing(" index=\"0\"", " index=\"\"")),
     "the broker's metadata holds an artifact endpoint without a usable index"},
    {"an_index_beyond_numbers", as_it_is,
     file_changed(replacing(" index=\"0\"", " index=\"99999999999\"")),
     "the broker's metadata holds an artifact endpoint without a usable index"},
    {"an_index_of_65535", as_it_is, file_changed(replacing(" index=\"0\"", " index=\"65535\"")),
     "started"},
    {"an_index_of_65536", as_it_is, file_changed(replacing(" index=\"0\"", " index=\"65536\"")),
     "the broker's metadata holds an artifact endpoint without a usable index"},
    {"an_index_with_a_tail", as_it_is, file_changed(replacing(" index=\"0\"", " index=\"0x\"")),
     "the broker's metadata holds an artifact endpoint without a usable index"},
    {"no_artifact_service_for_a_broker_that_posts", as_it_is,
     [](Settings& it) {
         file_changed(replacing("bindings:SOAP", "bindings:PAOS"))(it);
         it.post_binding = true;
     },
     "started"},
    {"no_entity_id", [](Metadata& it) { it.entity_id.clear(); }, unchanged,
     "the broker's metadata names no entity id"},
    {"S1_no_signing_certificate", [](Metadata& it) { it.signing_keys.clear(); }, unchanged,
     "the broker's metadata holds no signing certificate that is in date"},
    {"S1_only_an_expired_one", [](Metadata& it) { it.signing_keys = {&world::keys().expired}; },
     unchanged, "the broker's metadata holds no signing certificate that is in date"},
    {"a_certificate_that_cannot_be_read", as_it_is,
     file_changed(replacing("<ds:X509Certificate>MII", "<ds:X509Certificate>AAA")),
     "the broker's metadata holds a signing certificate that cannot be read"},
    {"no_sign_on_address", as_it_is, file_changed(replacing("HTTP-POST", "HTTP-Redirect")),
     "the broker's metadata offers no sign-on address"},
    {"no_artifact_service", as_it_is, file_changed(replacing("bindings:SOAP", "bindings:PAOS")),
     "the broker's metadata offers no artifact resolution service"},
    {"an_endpoint_without_index", as_it_is, file_changed(replacing(" index=\"0\"", " index=\"x\"")),
     "the broker's metadata holds an artifact endpoint without a usable index"},
    {"plain_http", [](Metadata& it) { it.resolution_address = "http://broker.example/ars"; },
     unchanged, "the broker's metadata holds an address that is not https"},
    {"plain_http_on_this_machine",
     [](Metadata& it) { it.resolution_address = "http://127.0.0.1:9/ars"; }, unchanged, "started"},
    {"plain_http_on_localhost",
     [](Metadata& it) { it.resolution_address = "http://localhost/ars"; }, unchanged, "started"},
    {"plain_http_on_a_port_of_localhost",
     [](Metadata& it) { it.resolution_address = "http://localhost:9/ars"; }, unchanged, "started"},
    {"plain_http_on_this_machine_in_ipv6",
     [](Metadata& it) { it.resolution_address = "http://[::1]:9/ars"; }, unchanged, "started"},
    {"plain_http_to_a_name_as_long_as_localhost",
     [](Metadata& it) { it.resolution_address = "http://evil.host:80/ars"; }, unchanged,
     "the broker's metadata holds an address that is not https"},
    {"plain_http_to_a_longer_name",
     [](Metadata& it) { it.resolution_address = "http://localhost.evil.example/ars"; }, unchanged,
     "the broker's metadata holds an address that is not https"},
    {"plain_http_to_a_user_called_localhost",
     [](Metadata& it) { it.sign_on_address = "http://localhost:x@evil.example/"; }, unchanged,
     "the broker's metadata holds an address that is not https"},
    {"H5_a_comma_in_the_host", [](Metadata& it) { it.sign_on_address = "https://a,b.example/"; },
     unchanged, "the broker's metadata holds an address that is not https"},
    {"H5_a_semicolon_in_the_host",
     [](Metadata& it) { it.sign_on_address = "https://a;b.example/"; },
     [](Settings& it) { it.allow_plain_http = true; },
     "the broker's metadata holds an address that is not https"},
    {"H5_a_space_in_the_host", [](Metadata& it) { it.sign_on_address = "https://a b.example/"; },
     unchanged, "the broker's metadata holds an address that is not https"},
    {"a_user_before_the_host",
     [](Metadata& it) { it.sign_on_address = "https://broker.example@evil.example/"; }, unchanged,
     "the broker's metadata holds an address that is not https"},
    {"no_host_at_all", [](Metadata& it) { it.sign_on_address = "https:///sso"; }, unchanged,
     "the broker's metadata holds an address that is not https"},
    {"a_host_with_a_port", [](Metadata& it) { it.sign_on_address = "https://sso-1.example:8443/"; },
     unchanged, "started"},
    {"plain_http_in_development",
     [](Metadata& it) { it.resolution_address = "http://broker.example/ars"; },
     [](Settings& it) { it.allow_plain_http = true; }, "started"},
    {"not_http_at_all", [](Metadata& it) { it.sign_on_address = "javascript:1"; },
     [](Settings& it) { it.allow_plain_http = true; },
     "the broker's metadata holds an address that is not https"},
    {"S11_a_doctype", as_it_is,
     file_changed([](std::string& text) { text = "<!DOCTYPE x>" + text; }),
     "the broker's metadata cannot be read: 9.6 doctype"}};

std::vector<Row> const own{
    {"no_decryption_key", as_it_is, [](Settings& it) { it.decryption_keys.clear(); },
     "no decryption key is configured"},
    {"keys_that_do_not_belong_together", as_it_is,
     [](Settings& it) {
         it.decryption_keys[0].certificate_pem = world::keys().portal.certificate_pem;
     },
     "a decryption key or its certificate cannot be read"},
    {"a_signing_key_that_is_not_the_certificates", as_it_is,
     [](Settings& it) { it.signing_certificate_pem = world::keys().opening.certificate_pem; },
     "the signing key and its certificate do not belong together"},
    {"no_signing_key", as_it_is,
     [](Settings& it) { it.signing_key_pem = foundation::Secret<std::string>{""}; },
     "the signing key or its certificate cannot be read"},
    {"an_expired_signing_certificate", as_it_is,
     [](Settings& it) {
         it.signing_key_pem = foundation::Secret{world::keys().expired.key_pem};
         it.signing_certificate_pem = world::keys().expired.certificate_pem;
     },
     "the signing certificate is not in date"},
    {"no_entity", as_it_is, [](Settings& it) { it.entity_id.clear(); }, "the entity id"},
    {"no_service", as_it_is, [](Settings& it) { it.service_id.clear(); }, "the entity id"},
    {"no_address_for_answers", as_it_is, [](Settings& it) { it.acs_address.clear(); },
     "the entity id"},
    {"no_signing_certificate", as_it_is, [](Settings& it) { it.signing_certificate_pem = ""; },
     "the signing key or its certificate cannot be read"},
    {"a_decryption_key_that_cannot_be_read", as_it_is,
     [](Settings& it) { it.decryption_keys[0].key_pem = foundation::Secret<std::string>{"x"}; },
     "a decryption key or its certificate cannot be read"},
    {"a_decryption_certificate_that_cannot_be_read", as_it_is,
     [](Settings& it) { it.decryption_keys[0].certificate_pem = "x"; },
     "a decryption key or its certificate cannot be read"},
    {"skew_of_5_seconds", as_it_is, [](Settings& it) { it.skew = 5s; }, "started"},
    {"skew_of_120_seconds", as_it_is, [](Settings& it) { it.skew = 120s; }, "started"},
    {"skew_of_121_seconds", as_it_is, [](Settings& it) { it.skew = 121s; },
     "the permitted difference between clocks"},
    {"skew_of_4_seconds", as_it_is, [](Settings& it) { it.skew = 4s; },
     "the permitted difference between clocks"}};

INSTANTIATE_TEST_SUITE_P(Content, M1_Metadata, testing::ValuesIn(content), &name_of);
INSTANTIATE_TEST_SUITE_P(Own, M1_Metadata, testing::ValuesIn(own), &name_of);

TEST(M1_Metadata_, a_key_of_1024_bits_is_refused) {
    auto const weak = hostile::KeyPair::make(0, 4'000'000'000, 1024);
    auto file = world::broker_metadata();
    file.signing_keys = {&weak};
    EXPECT_EQ(started(file, unchanged).find("the broker's metadata holds a signing certificate"),
              0U);
}

TEST(M1_Metadata_, that_runs_out_while_the_portal_runs_vouches_for_nobody) {
    auto file = world::broker_metadata();
    file.root_attributes = " validUntil=\"2026-11-23T10:00:01Z\"";
    auto settings = world::settings();
    settings.post_binding = true;
    settings.broker_metadata = hostile::metadata(file);
    settings.broker_metadata_sha256 = foundation::sha256_hex(settings.broker_metadata);
    auto const broker = world::broker(std::move(settings));
    auto const posted = hostile::base64(hostile::response(world::login()));
    EXPECT_EQ(
        world::outcome(broker->receive_posted(posted, world::pending(), world::now() + 999'999us)),
        "let in");
    EXPECT_EQ(world::outcome(broker->receive_posted(posted, world::pending(), world::now() + 1s)),
              "9.24 metadata expired");
    foundation::SeededRandomness randomness{1};
    auto const artifact =
        broker->read_artifact(hostile::artifact(std::string{world::broker_entity_id}));
    EXPECT_EQ(world::outcome(broker->receive(artifact.value(), world::pending(), randomness,
                                             world::now() + 1s)),
              "9.24 metadata expired");
}

} // namespace
