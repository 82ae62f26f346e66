#include "saml/support/cases.h"

/// P10 and E1: the encrypted identities. Everything around them is in order and signed.
namespace {

using hostile::Encryption;
using hostile::Login;
using hostile::replacing;

world::Case acting(std::string name, std::function<void(Encryption&)> change, std::string outcome) {
    return {std::move(name), [change = std::move(change)](Login& it) { change(it.acting); },
            std::move(outcome)};
}

world::Case element(std::string name, std::string from, std::string to, std::string outcome) {
    return acting(
        std::move(name), [=](Encryption& it) { it.edit_element = replacing(from, to); },
        std::move(outcome));
}

std::function<void(Encryption&)> without(std::string from, std::string to) {
    return [=](Encryption& it) {
        it.edit_element = [=](std::string& text) {
            auto const at = text.find(from);
            text.erase(at, text.find(to, at) + to.size() - at);
        };
    };
}

std::string const pseudo = "urn:etoegang:1.13:EntityConcernedID:Pseudo";

world::Case of_plain(std::string name, std::string from, std::string to, std::string outcome) {
    return acting(
        std::move(name), [=](Encryption& it) { it.edit_plain = replacing(from, to); },
        std::move(outcome));
}

TABLE(AcceptedEncryption, world::by_both,
      {acting(
           "aes128_cbc",
           [](Encryption& it) {
               it.cipher = "AES-128-CBC";
               it.cipher_uri = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
           },
           "let in"),
       acting(
           "aes128_gcm",
           [](Encryption& it) {
               it.cipher = "AES-128-GCM";
               it.cipher_uri = "http://www.w3.org/2009/xmlenc11#aes128-gcm";
           },
           "let in"),
       acting(
           "aes256_gcm",
           [](Encryption& it) {
               it.cipher = "AES-256-GCM";
               it.cipher_uri = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
           },
           "let in"),
       acting(
           "oaep_sha256", [](Encryption& it) { it.oaep_digest = "SHA256"; }, "let in"),
       acting(
           "oaep_without_digest_method", [](Encryption& it) { it.digest_method_present = false; },
           "let in"),
       acting(
           "key_nested", [](Encryption& it) { it.layout = Encryption::Layout::nested; }, "let in"),
       acting(
           "key_by_carried_name",
           [](Encryption& it) { it.layout = Encryption::Layout::carried_name; }, "let in"),
       acting(
           "key_beside_without_pointer",
           [](Encryption& it) {
               it.edit_element = [](std::string& text) {
                   auto const at = text.find("<ds:KeyInfo");
                   text.erase(at, text.find("</ds:KeyInfo>") + 13 - at);
               };
           },
           "let in"),
       acting(
           "for_the_next_key", [](Encryption& it) { it.key = &world::keys().opening_next; },
           "let in"),
       acting(
           "under_an_unknown_key_name", [](Encryption& it) { it.key_name = "?"; }, "let in"),
       acting(
           "under_the_other_keys_name",
           [](Encryption& it) { it.key_name = world::keys().opening_next.key_name; }, "let in"),
       of_plain("the_older_pseudonym_type", pseudo, "urn:etoegang:1.9:EntityConcernedID:Pseudo",
                "let in"),
       {"an_rsin_too", [](Login& it) { it.rsin = "001234560"; }, "let in"}});

TABLE(
    E1_one_answer_for_everything_that_cannot_be_decrypted, world::by_both,
    {acting(
         "for_another_key", [](Encryption& it) { it.key = &world::keys().stranger; },
         "9.15 decryption"),
     acting(
         "P10_for_another_recipient", [](Encryption& it) { it.recipient = "urn:another"; },
         "9.15 decryption"),
     element("P10_for_no_recipient", " Recipient=\"" + std::string{world::entity_id} + "\"", "",
             "9.15 decryption"),
     acting(
         "S4_rsa_1_5",
         [](Encryption& it) {
             it.oaep_digest = "";
             it.transport_uri = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";
         },
         "9.15 decryption"),
     acting(
         "S4_rsa_1_5_called_oaep", [](Encryption& it) { it.oaep_digest = ""; }, "9.15 decryption"),
     acting(
         "S4_oaep_of_another_kind",
         [](Encryption& it) { it.transport_uri = "http://www.w3.org/2009/xmlenc11#rsa-oaep"; },
         "9.15 decryption"),
     acting(
         "S4_triple_des",
         [](Encryption& it) { it.cipher_uri = "http://www.w3.org/2001/04/xmlenc#tripledes-cbc"; },
         "9.15 decryption"),
     acting(
         "key_of_another_length",
         [](Encryption& it) { it.cipher_uri = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"; },
         "9.15 decryption"),
     acting(
         "cbc_padding",
         [](Encryption& it) {
             it.edit_sealed = [](std::string& sealed) { sealed[sealed.size() - 17] ^= '\x7f'; };
         },
         "9.15 decryption"),
     acting(
         "cbc_last_block",
         [](Encryption& it) {
             it.edit_sealed = [](std::string& sealed) { sealed.resize(sealed.size() - 16); };
         },
         "9.15 decryption"),
     acting(
         "cbc_truncated",
         [](Encryption& it) {
             it.edit_sealed = [](std::string& sealed) { sealed.resize(sealed.size() - 1); };
         },
         "9.15 decryption"),
     acting(
         "cbc_first_block",
         [](Encryption& it) { it.edit_sealed = [](std::string& sealed) { sealed[0] ^= 1; }; },
         "9.15 decryption"),
     acting(
         "nothing_sealed",
         [](Encryption& it) { it.edit_sealed = [](std::string& sealed) { sealed.clear(); }; },
         "9.15 decryption"),
     acting(
         "gcm_tag",
         [](Encryption& it) {
             it.cipher = "AES-256-GCM";
             it.cipher_uri = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
             it.edit_sealed = [](std::string& sealed) { sealed.back() ^= 1; };
         },
         "9.15 decryption"),
     element("cipher_reference", "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>",
             "</xenc:CipherValue><xenc:CipherReference URI=\"http://127.0.0.1:9/\">"
             "</xenc:CipherReference></xenc:CipherData></xenc:EncryptedData>",
             "9.15 decryption"),
     element("retrieval_from_elsewhere", "URI=\"#_k1\"", "URI=\"http://127.0.0.1:9/\"",
             "9.15 decryption"),
     element("retrieval_by_something_else_than_a_fragment", "URI=\"#_k1\"", "URI=\"x_k1\"",
             "9.15 decryption"),
     acting(
         "retrieval_of_a_key_without_name",
         [](Encryption& it) {
             it.edit_element = [](std::string& text) {
                 replacing("URI=\"#_k1\"", "URI=\"#\"")(text);
                 replacing(" Id=\"_k1\"", "")(text);
             };
         },
         "9.15 decryption"),
     acting(
         "oaep_digest_by_another_element",
         [](Encryption& it) {
             it.edit_element = [](std::string& text) {
                 replacing("<ds:DigestMethod", "<ds:Another")(text);
                 replacing("</ds:DigestMethod", "</ds:Another")(text);
             };
         },
         "9.15 decryption"),
     element("retrieval_of_another_key", "URI=\"#_k1\"", "URI=\"#_k2\"", "9.15 decryption"),
     element("retrieval_of_another_type", "xmlenc#EncryptedKey\"", "xmlenc#Key\"",
             "9.15 decryption"),
     element("retrieval_with_a_transform", "></ds:RetrievalMethod>",
             "><ds:Transforms></ds:Transforms></ds:RetrievalMethod>", "9.15 decryption"),
     element("key_info_of_another_kind", "<ds:RetrievalMethod",
             "<ds:KeyValue></ds:KeyValue><ds:RetrievalMethod", "9.15 decryption"),
     element("something_beside_the_keys", "</saml:EncryptedID>",
             "<saml:X></saml:X></saml:EncryptedID>", "9.15 decryption"),
     element("retrieval_of_nothing", "URI=\"#_k1\"", "URI=\"\"", "9.15 decryption"),
     element("no_method_of_the_key",
             "<xenc:EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p\">"
             "<ds:DigestMethod xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" Algorithm=\"http://"
             "www.w3.org/2000/09/xmldsig#sha1\"></ds:DigestMethod></xenc:EncryptionMethod>",
             "", "9.15 decryption"),
     acting(
         "only_a_vector",
         [](Encryption& it) { it.edit_sealed = [](std::string& sealed) { sealed.resize(16); }; },
         "9.15 decryption"),
     acting(
         "a_key_of_another_carried_name",
         [](Encryption& it) {
             it.layout = Encryption::Layout::carried_name;
             it.edit_element = replacing("<ds:KeyName>carried1", "<ds:KeyName>another");
         },
         "9.15 decryption"),
     acting("no_data_at_all", without("<xenc:EncryptedData", "</xenc:EncryptedData>"),
            "9.15 decryption"),
     acting("no_cipher_of_the_data", without("<xenc:CipherData", "</xenc:CipherData>"),
            "9.15 decryption"),
     acting(
         "no_cipher_of_the_key",
         [](Encryption& it) {
             it.edit_element = [](std::string& text) {
                 auto const at = text.rfind("<xenc:CipherValue>") + 18;
                 text.replace(at, 4, "****");
             };
         },
         "9.15 decryption"),
     element("not_an_element", "xmlenc#Element\"", "xmlenc#Content\"", "9.15 decryption"),
     acting(
         "S9_an_element_for_a_cipher_value",
         [](Encryption& it) {
             it.edit_element = [](std::string& text) {
                 auto const at = text.find("<xenc:CipherValue>") + 18;
                 text.replace(at, text.find("</xenc:CipherValue>") - at, "<x></x>");
             };
         },
         "9.15 decryption"),
     element("oaep_parameters", "</ds:DigestMethod>",
             "</ds:DigestMethod><xenc:OAEPparams>AA==</xenc:OAEPparams>", "9.15 decryption"),
     acting(
         "oaep_digest_unknown",
         [](Encryption& it) {
             it.edit_element = replacing("http://www.w3.org/2000/09/xmldsig#sha1",
                                         "http://www.w3.org/2001/04/xmldsig-more#md5");
         },
         "9.15 decryption"),
     acting(
         "more_keys_than_anyone_needs",
         [](Encryption& it) {
             it.edit_element = [](std::string& text) {
                 auto const at = text.find("<xenc:EncryptedKey");
                 auto const end = text.find("</saml:EncryptedID>");
                 auto key = text.substr(at, end - at);
                 key.replace(key.find(" Id=\"_k1\""), 9, "");
                 replacing("<ds:RetrievalMethod Type=\"http://www.w3.org/2001/04/"
                           "xmlenc#EncryptedKey\" URI=\"#_k1\"></ds:RetrievalMethod>",
                           "")(text);
                 for (int i = 0; i < 4; ++i)
                     text.insert(text.find("</saml:EncryptedID>"), key);
             };
         },
         "9.15 decryption"),
     of_plain("S9_comment_in_the_pseudonym", "A1B2", "A1<!-- -->B2", "9.15 decryption"),
     of_plain("S9_child_in_the_pseudonym", "A1B2", "A1<b/>B2", "9.15 decryption"),
     of_plain("S9_cdata_in_the_pseudonym", "A1B2", "<![CDATA[A1B2]]>", "9.15 decryption"),
     of_plain("S11_doctype_inside", "<saml:NameID", "<!DOCTYPE x><saml:NameID", "9.15 decryption"),
     {"another_element_inside",
      [](Login& it) {
          it.acting.edit_plain = [](std::string& text) {
              replacing("<saml:NameID", "<saml:NameIE")(text);
              replacing("</saml:NameID", "</saml:NameIE")(text);
          };
      },
      "9.15 decryption"},
     acting(
         "not_xml_inside",
         [](Encryption& it) { it.edit_plain = [](std::string& text) { text = "x"; }; },
         "9.15 decryption"),
     {"the_organisation_too", [](Login& it) { it.legal.key = &world::keys().stranger; },
      "9.15 decryption"}});

TEST(P10_Encryption, nothing_is_decrypted_before_the_signature_holds) {
    // A wrong signature with an identity for someone else: the signature is what is told.
    auto login = world::login();
    login.acting.key = &world::keys().stranger;
    login.assertion_signing.key = &world::keys().stranger;
    EXPECT_EQ(world::outcome(world::by_artifact(login)), "9.10 signature: key");
}

} // namespace
