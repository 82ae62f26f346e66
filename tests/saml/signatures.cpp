#include "saml/support/cases.h"

/// S1 to S4 of the attack catalogue: every way in which a signature can be wrong, on
/// the element that it matters for, with what must still be accepted beside it.
namespace {

using hostile::Login;
using hostile::replacing;

constexpr std::string_view sha1_signature = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";

void signing_with(hostile::Signing& it, std::string digest, std::string digest_uri,
                  std::string signature_digest, std::string signature_uri) {
    it.digest = std::move(digest);
    it.digest_uri = std::move(digest_uri);
    it.signature_digest = std::move(signature_digest);
    it.signature_uri = std::move(signature_uri);
}

TABLE(AcceptedSignatures, world::by_artifact,
      {{"as_it_should_be", [](Login&) {}, "let in"},
       {"of_the_brokers_second_key",
        [](Login& it) { it.assertion_signing.key = &world::keys().next; }, "let in"},
       {"without_key_info", [](Login& it) { it.assertion_signing.key_info_present = false; },
        "let in"},
       {"with_a_key_name_that_says_nothing",
        [](Login& it) { it.assertion_signing.key_info = "<ds:KeyName>?</ds:KeyName>"; }, "let in"},
       {"with_a_certificate_shown",
        [](Login& it) {
            it.assertion_signing.key_info =
                "<ds:X509Data><ds:X509Certificate>AAAA</ds:X509Certificate></ds:X509Data>";
        },
        "let in"},
       {"sha384",
        [](Login& it) {
            signing_with(it.assertion_signing, "SHA384",
                         "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA384",
                         "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384");
        },
        "let in"},
       {"sha512",
        [](Login& it) {
            signing_with(it.assertion_signing, "SHA512", "http://www.w3.org/2001/04/xmlenc#sha512",
                         "SHA512", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512");
        },
        "let in"},
       {"with_a_prefix_list", [](Login& it) { it.assertion_signing.prefix_list = "xs xsd"; },
        "let in"},
       {"with_a_prefix_list_that_matters",
        [](Login& it) {
            it.assertion_signing.prefix_list = "xs";
            it.more_attributes = {
                R"(<saml:Attribute Name="x"><saml:AttributeValue xmlns:xs="urn:s")"
                R"( xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">)"
                R"(v</saml:AttributeValue></saml:Attribute>)"};
            // The enclosing signatures cover the same declaration and so list it too.
            it.response_signing.prefix_list = "xs";
            it.answer_signing.prefix_list = "xs";
        },
        "let in"},
       {"response_without_one_of_its_own", [](Login& it) { it.response_signing.present = false; },
        "let in"}});

/// Hints are never trusted, so that all but the name of a key are passed over (eherkenning.md 2.3).
std::string shown(hostile::KeyPair const& key) {
    return "<ds:X509Data><ds:X509Certificate>" + hostile::base64(key.certificate_der) +
           "</ds:X509Certificate></ds:X509Data>";
}
std::string named(hostile::KeyPair const& key) {
    return "<ds:KeyName>" + key.key_name + "</ds:KeyName>";
}
std::string const bare = "<ds:KeyValue><ds:RSAKeyValue><ds:Modulus>AAAA</ds:Modulus><ds:Exponent>"
                         "AQAB</ds:Exponent></ds:RSAKeyValue></ds:KeyValue>";
std::string const elsewhere =
    R"(<ds:RetrievalMethod URI="http://127.0.0.1:9/key"></ds:RetrievalMethod>)";

world::Case hinted(std::string test, hostile::KeyPair const& key, std::string hints,
                   std::string outcome) {
    return {std::move(test),
            [&key, hints = std::move(hints)](Login& it) {
                it.assertion_signing.key = &key;
                it.assertion_signing.key_info = hints;
            },
            std::move(outcome)};
}

std::string times(std::size_t count, std::string const& hint) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += hint;
    return text;
}

TABLE(S2_Hints, world::by_artifact,
      {hinted("name_and_certificate", world::keys().broker,
              named(world::keys().broker) + shown(world::keys().broker), "let in"),
       hinted("all_three_in_another_order", world::keys().next,
              bare + shown(world::keys().next) + named(world::keys().next), "let in"),
       hinted("a_bare_key", world::keys().broker, bare, "let in"),
       hinted("an_address_that_nobody_calls", world::keys().broker, elsewhere, "let in"),
       hinted("of_a_namespace_that_nobody_knows", world::keys().broker,
              "<x xmlns=\"urn:x\"><y></y></x>", "let in"),
       hinted("a_strangers_certificate", world::keys().broker, shown(world::keys().stranger),
              "let in"),
       hinted("two_names", world::keys().broker,
              "<ds:KeyName>a</ds:KeyName><ds:KeyName>b</ds:KeyName>", "let in"),
       hinted("eight", world::keys().broker, times(8, bare), "let in"),
       hinted("nine", world::keys().broker, times(9, bare), "9.10 signature: key info"),
       hinted("a_name_that_is_no_text", world::keys().broker,
              shown(world::keys().broker) + "<ds:KeyName><ds:X></ds:X></ds:KeyName>",
              "9.10 signature: key info"),
       hinted("of_a_stranger_who_shows_everything", world::keys().stranger,
              named(world::keys().broker) + shown(world::keys().stranger) + bare + elsewhere,
              "9.10 signature: key")});

TABLE(
    S1_S2_S3_S4_refused_keys_and_algorithms, world::by_both,
    {{"S1_none", [](Login& it) { it.assertion_signing.present = false; },
      "9.10 signature: missing"},
     {"S2_a_strangers_key", [](Login& it) { it.assertion_signing.key = &world::keys().stranger; },
      "9.10 signature: key"},
     {"S2_a_strangers_key_under_the_brokers_name",
      [](Login& it) {
          it.assertion_signing.key = &world::keys().stranger;
          it.assertion_signing.key_info =
              "<ds:KeyName>" + world::keys().broker.key_name + "</ds:KeyName>";
      },
      "9.10 signature: key"},
     {"S2_a_strangers_key_with_its_certificate_shown",
      [](Login& it) {
          it.assertion_signing.key = &world::keys().stranger;
          it.assertion_signing.key_info = "<ds:X509Data><ds:X509Certificate>" +
                                          hostile::base64(world::keys().stranger.certificate_der) +
                                          "</ds:X509Certificate></ds:X509Data>";
      },
      "9.10 signature: key"},
     {"S2_the_brokers_key_for_encryption",
      [](Login& it) { it.assertion_signing.key = &world::keys().sealing; }, "9.10 signature: key"},
     {"S2_the_brokers_expired_key",
      [](Login& it) { it.assertion_signing.key = &world::keys().expired; }, "9.10 signature: key"},
     {"S2_the_portals_own_key", [](Login& it) { it.assertion_signing.key = &world::keys().portal; },
      "9.10 signature: key"},
     {"S3_hmac_with_the_public_certificate",
      [](Login& it) {
          it.assertion_signing.hmac_with_certificate = true;
          it.assertion_signing.signature_uri = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
      },
      "9.10 signature: algorithm"},
     {"S3_hmac_called_rsa", [](Login& it) { it.assertion_signing.hmac_with_certificate = true; },
      "9.10 signature: key"},
     {"S4_sha1_signature",
      [](Login& it) {
          it.assertion_signing.signature_digest = "SHA1";
          it.assertion_signing.signature_uri = sha1_signature;
      },
      "9.10 signature: algorithm"},
     {"S4_sha1_digest",
      [](Login& it) {
          it.assertion_signing.digest = "SHA1";
          it.assertion_signing.digest_uri = "http://www.w3.org/2000/09/xmldsig#sha1";
      },
      "9.10 signature: algorithm"},
     {"S4_md5",
      [](Login& it) {
          it.assertion_signing.signature_digest = "MD5";
          it.assertion_signing.signature_uri = "http://www.w3.org/2001/04/xmldsig-more#rsa-md5";
      },
      "9.10 signature: algorithm"},
     {"S1_invented_algorithm",
      [](Login& it) { it.assertion_signing.signature_uri = "urn:invented"; },
      "9.10 signature: algorithm"},
     {"S1_algorithm_in_upper_case",
      [](Login& it) {
          it.assertion_signing.signature_uri = "http://www.w3.org/2001/04/xmldsig-more#RSA-SHA256";
      },
      "9.10 signature: algorithm"},
     {"declared_sha512_but_made_with_sha256",
      [](Login& it) {
          it.assertion_signing.signature_uri = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512";
      },
      "9.10 signature: key"}});

TABLE(S1_signatures_around_the_assertion, world::by_artifact,
      {{"response_signed_by_a_stranger",
        [](Login& it) { it.response_signing.key = &world::keys().stranger; }, "9.8 signature: key"},
       {"response_with_two_signatures",
        [](Login& it) {
            it.response_signing.edit_signature = [](std::string& text) { text += text; };
        },
        "9.8 signature: shape"},
       {"answer_unsigned", [](Login& it) { it.answer_signing.present = false; },
        "9.7 signature: missing"},
       {"answer_signed_by_a_stranger",
        [](Login& it) { it.answer_signing.key = &world::keys().stranger; }, "9.7 signature: key"},
       {"answer_changed_afterwards",
        [](Login& it) { it.edit_signed_answer = replacing("_request", "_another"); },
        "9.7 signature: digest"}});

} // namespace
