#include "foundation/digest.h"
#include "saml/support/token.h"
#include "saml/support/world.h"
#include "server/configuration.h"
#include "server/house.h"
#include "server/support/installation.h"
#include "server/support/tls_door.h"

#include <gtest/gtest.h>

/// `mijnduo check` about the next signing key, and about where the broker's metadata comes from.
namespace {

using namespace std::chrono_literals;

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

foundation::Instant in(std::chrono::hours ahead) {
    return std::chrono::floor<std::chrono::seconds>(server::clock_now()) + ahead;
}

/// With a next key, which is the key and certificate of these files.
void with_next(Installation const& it, std::string const& key, std::string const& certificate,
               foundation::Instant from) {
    it.configure("signing_key =", "next_signing_key = \"" + key +
                                      "\"\nnext_signing_certificate = \"" + certificate +
                                      "\"\nnext_signing_from = \"" + foundation::rfc3339(from) +
                                      "\"\nsigning_key =");
}

std::string with_next(std::string const& key, std::string const& certificate,
                      foundation::Instant from) {
    Installation const installation;
    with_next(installation, key, certificate, from);
    return installation.checked();
}

constexpr auto key = "keys/portal_signing.key";
constexpr auto certificate = "keys/portal_signing.crt";

TEST(CheckOfTheNextKey, says_nothing_of_one_that_is_not_configured) {
    EXPECT_FALSE(says(Installation{}.checked(), "next signing key"));
}

TEST(CheckOfTheNextKey, tells_from_when_it_signs) {
    auto const from = in(48h);
    auto const said = with_next(key, certificate, from);
    EXPECT_TRUE(says(said, "ok       next signing key: key and certificate belong together"));
    EXPECT_TRUE(says(said, "ok       next signing key: signs from " + foundation::rfc3339(from)))
        << said;
    EXPECT_TRUE(says(said, ", 0 wrong\n")) << said;
}

TEST(CheckOfTheNextKey, may_be_in_a_token_which_is_made_to_sign) {
    Installation const installation;
    auto const token = world::token().key("signing");
    installation.write("pin", std::string{world::token_pin} + '\n');
    std::filesystem::permissions(installation.file("pin"), std::filesystem::perms::owner_read);
    installation.write("keys/next.crt", world::keys().portal.certificate_pem);
    auto const from = in(48h);
    with_next(installation, token.uri, "keys/next.crt", from);
    installation.configure("signing_key = \"k", "pkcs11_module = \"" + token.module +
                                                    "\"\npkcs11_pin = \"pin\"\nsigning_key = \"k");
    auto const said = installation.checked();
    EXPECT_TRUE(says(said, "ok       next signing key: the token signs with " + token.uri)) << said;
    EXPECT_TRUE(says(said, "ok       next signing key: key and certificate belong together"));
    EXPECT_TRUE(says(said, "ok       next signing key: signs from " + foundation::rfc3339(from)));
    installation.write("keys/next.crt", world::keys().next.certificate_pem);
    EXPECT_TRUE(says(installation.checked(),
                     "wrong    next signing key: key and certificate do not belong together"));
}

TEST(CheckOfTheNextKey, that_is_in_use_is_to_become_the_signing_key) {
    auto const said = with_next(key, certificate, in(-1h));
    EXPECT_TRUE(says(said, "ok       signing key: messages are signed with the next one")) << said;
    EXPECT_FALSE(says(said, "next signing key: signs from")) << said;
}

TEST(CheckOfTheNextKey, is_wrong_with_another_certificate_or_without_its_file) {
    EXPECT_TRUE(says(with_next(key, "keys/portal_decryption.crt", in(1h)),
                     "wrong    next signing key: key and certificate do not belong together"));
    EXPECT_TRUE(says(with_next("keys/none.key", certificate, in(1h)),
                     "wrong    next signing key: there is no file"));
}

TEST(CheckOfTheNextKey, is_judged_at_its_moment_and_so_is_the_gap_before_it) {
    Installation const installation;
    auto const until =
        saml::xml::Certificate::from_pem(server::content_of(installation.file(certificate)))
            .value()
            .valid_until;
    auto const gap = "nobody signs in between";
    auto const said = with_next(key, certificate, until);
    EXPECT_TRUE(says(said, "wrong    next signing key: the certificate ran out on")) << said;
    EXPECT_TRUE(says(said, gap)) << said;
    EXPECT_FALSE(says(with_next(key, certificate, until - 1s), gap));
}

/// The installation with its metadata at the door, signed by the broker's key.
std::string checked_at(TlsDoor const& door, std::string const& trust) {
    Installation const installation;
    installation.write("authorities.pem", broker_key().certificate_pem);
    auto const before = server::content_of(installation.configuration());
    auto const at = before.find("broker_metadata_sha256 = \"");
    installation.configure(before.substr(at, before.find('\n', at) - at), trust);
    installation.configure(
        "broker_metadata = ",
        "authorities = \"authorities.pem\"\n"
        "broker_entity_id = \"urn:etoegang:HM:00000009990000002000:entities:9001\"\n"
        "broker_metadata_url = \"" +
            door.address() + "\" # ");
    return installation.checked();
}

/// What the door offers, signed with an end.
std::string document(std::string const& attributes = " validUntil=\"2099-01-01T00:00:00Z\"") {
    Installation const installation;
    installation.broker_at("https://broker.example/ars", attributes);
    return server::content_of(installation.file("broker_metadata.xml"));
}
std::string const fine = "HTTP/1.1 200 OK\r\n";
std::string const by_signer = "broker_metadata_signer = \"authorities.pem\"";

TEST(CheckOfTheMetadata, M1_at_an_address_is_fetched_and_believed_by_its_signer) {
    TlsDoor const door{broker_key(), false, fine, document()};
    auto const said = checked_at(door, by_signer);
    EXPECT_TRUE(says(said, "ok       broker metadata: " + door.address() + " answers")) << said;
    EXPECT_TRUE(says(said, "ok       broker metadata signer: the certificate is valid until"));
    EXPECT_TRUE(says(said, "ok       broker metadata: can be used, and describes urn:etoegang"));
    EXPECT_TRUE(says(said, ", 0 wrong\n")) << said;
}

TEST(CheckOfTheMetadata, M1_at_an_address_by_its_fingerprint_or_by_nothing) {
    TlsDoor const door{broker_key(), false, fine, document()};
    auto const digest = foundation::sha256_hex(document());
    EXPECT_TRUE(says(checked_at(door, "broker_metadata_sha256 = \"" + digest + '"'),
                     "ok       broker metadata: has the SHA-256 that is configured"));
    TlsDoor const again{broker_key(), false, fine, document()};
    auto const said = checked_at(again, "");
    EXPECT_TRUE(says(said, "broker_metadata_signer: is missing")) << said;
    EXPECT_TRUE(says(said, "wrong    broker metadata: is believed by nothing")) << said;
    EXPECT_TRUE(says(said, "it is " + digest)) << said;
    TlsDoor const other{broker_key(), false, fine, document()};
    auto const wrong =
        checked_at(other, "broker_metadata_sha256 = \"" + std::string(64, '0') + '"');
    EXPECT_TRUE(says(wrong, "wrong    broker metadata: has another SHA-256 than configured"));
    EXPECT_FALSE(says(wrong, "can be used")) << "what nobody vouches for is not read: " << wrong;
}

TEST(CheckOfTheMetadata, M1_that_somebody_else_signs_or_that_cannot_be_had_is_wrong) {
    TlsDoor const door{broker_key(), false, fine, document()};
    EXPECT_TRUE(says(checked_at(door, "broker_metadata_signer = \"keys/portal_signing.crt\""),
                     "wrong    broker: the signature on the broker's metadata does not hold: key"));
    TlsDoor const endless{broker_key(), false, fine, document("")};
    EXPECT_TRUE(says(checked_at(endless, by_signer),
                     "wrong    broker: the broker's metadata is believed by its signer, and does "
                     "not say until when (validUntil): ask the signer for a set that ends"));
    TlsDoor const away{broker_key(), false, "HTTP/1.1 503 Away\r\n"};
    EXPECT_TRUE(says(checked_at(away, by_signer),
                     "wrong    broker: the broker's metadata cannot be fetched: http status 503"));
}

} // namespace
