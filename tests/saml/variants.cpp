#include "saml/support/changes.h"

/// What brokers may write otherwise than this one does, and must be let in all the same: prefixes,
/// white space, order, and what stands beside the things that the portal reads.
namespace {

using hostile::Edit;
using hostile::Encryption;
using hostile::Login;
using hostile::renaming;
using hostile::replacing;
using hostile::replacing_all;
using world::in_assertion;
using world::in_response;

world::Case accepted(std::string name, std::function<void(Login&)> change) {
    return {std::move(name), std::move(change), "let in"};
}

Edit const indented = replacing_all("><", ">\n    <");

Edit each(std::vector<Edit> edits) {
    return [edits = std::move(edits)](std::string& text) {
        for (auto const& edit : edits)
            edit(text);
    };
}

std::string cut(std::string& text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    auto const piece = text.substr(at, text.find(to) + to.size() - at);
    text.erase(at, piece.size());
    return piece;
}

TABLE(AcceptedPrefixes, world::by_post,
      {accepted("other_ones_in_the_assertion",
                [](Login& it) { it.edit_assertion = renaming("saml", "saml2"); }),
       accepted("the_default_namespace_in_the_assertion",
                [](Login& it) { it.edit_assertion = renaming("saml", ""); }),
       accepted("other_ones_in_the_response",
                [](Login& it) { it.edit_response = renaming("samlp", "p"); }),
       accepted("the_default_namespace_in_the_response",
                [](Login& it) { it.edit_response = renaming("samlp", ""); }),
       accepted("the_default_namespace_in_both",
                [](Login& it) {
                    it.edit_assertion = renaming("saml", "");
                    it.edit_response = renaming("samlp", "");
                }),
       accepted("other_ones_in_the_signatures",
                [](Login& it) {
                    it.assertion_signing.prefix = "dsig";
                    it.response_signing.prefix = "dsig";
                }),
       accepted("the_default_namespace_in_the_signatures",
                [](Login& it) {
                    it.assertion_signing.prefix = "";
                    it.response_signing.prefix = "";
                }),
       accepted("other_ones_for_what_is_encrypted",
                [](Login& it) { it.acting.edit_element = renaming("xenc", "e"); }),
       accepted("the_default_namespace_for_what_is_encrypted",
                [](Login& it) { it.acting.edit_element = renaming("xenc", ""); }),
       accepted("in_the_identity", [](Login& it) { it.acting.edit_plain = renaming("saml", ""); }),
       accepted("declared_and_never_used", [](Login& it) {
           it.edit_signed_response =
               replacing("<samlp:Response", "<samlp:Response xmlns:n=\"urn:n\"");
       })});

TABLE(AcceptedEnvelopes, world::by_artifact,
      {accepted("other_prefixes_in_the_answer",
                [](Login& it) {
                    it.response_signing.present = false;
                    it.edit_answer = renaming("samlp", "p");
                }),
       accepted("the_default_namespace_in_the_answer",
                [](Login& it) {
                    it.response_signing.present = false;
                    it.edit_answer = renaming("samlp", "");
                }),
       accepted("another_prefix_of_soap",
                [](Login& it) { it.edit_soap = renaming("soap", "SOAP-ENV"); }),
       accepted("the_default_namespace_of_soap",
                [](Login& it) { it.edit_soap = renaming("soap", ""); }),
       accepted("a_header",
                [](Login& it) {
                    it.edit_soap = replacing("<soap:Body>", "<soap:Header/><soap:Body>");
                }),
       accepted("a_declaration_and_line_ends",
                [](Login& it) {
                    it.edit_soap = each(
                        {replacing("<soap:Envelope", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                                     "<soap:Envelope"),
                         replacing("<soap:Body>", "\n  <soap:Body>\n    "),
                         replacing("</soap:Body>", "\n  </soap:Body>\n")});
                }),
       accepted("comments_between_elements", [](Login& it) {
           it.edit_soap = each({replacing("<saml:Conditions", "<!-- x --><saml:Conditions"),
                                replacing("<samlp:Status>", "<!-- x --><samlp:Status>"),
                                replacing("<soap:Body>", "<!-- x --><soap:Body>")});
       })});

TABLE(AcceptedSpace, world::by_both,
      {accepted("indentation_in_the_assertion", [](Login& it) { it.edit_assertion = indented; }),
       accepted("indentation_in_the_response",
                [](Login& it) {
                    it.edit_response = replacing("<samlp:Status>", "\n <samlp:Status>");
                }),
       accepted("indentation_in_the_answer",
                [](Login& it) {
                    it.edit_answer = replacing("<samlp:Status>", "\n <samlp:Status>");
                }),
       accepted("indentation_in_a_signature",
                [](Login& it) { it.assertion_signing.edit_signed_info = indented; }),
       accepted("lines_of_76_characters",
                [](Login& it) {
                    it.assertion_signing.edit_signature = [](std::string& text) {
                        text.insert(text.find("<ds:SignatureValue>") + 19, "\n");
                        text.insert(text.find("<ds:SignatureValue>") + 19 + 76, "\n");
                        text.insert(text.find("</ds:SignatureValue>"), " \t");
                    };
                }),
       accepted("around_a_key_name",
                [](Login& it) {
                    it.assertion_signing.key_info =
                        "<ds:KeyName>\n " + world::keys().broker.key_name + "\n </ds:KeyName>";
                }),
       accepted("indentation_of_what_is_encrypted",
                [](Login& it) { it.acting.edit_element = indented; }),
       accepted("in_a_cipher_value", [](Login& it) {
           it.acting.edit_element = [](std::string& text) {
               text.insert(text.find("<xenc:CipherValue>") + 18 + 40, "\n");
           };
       })});

TABLE(AcceptedAssertions, world::by_both,
      {accepted("the_authentication_before_the_attributes",
                [](Login& it) {
                    it.edit_assertion = [](std::string& text) {
                        auto const statement =
                            cut(text, "<saml:AuthnStatement", "</saml:AuthnStatement>");
                        text.insert(text.find("<saml:AttributeStatement>"), statement);
                    };
                }),
       accepted("without_session_index",
                [](Login& it) { it.edit_assertion = replacing(" SessionIndex=\"_session\"", ""); }),
       in_assertion("with_a_name_of_another_format", "nameid-format:transient",
                    "nameid-format:unspecified", "let in"),
       in_assertion("with_a_locality", "<saml:AuthnContext>",
                    "<saml:SubjectLocality Address=\"192.0.2.1\"></saml:SubjectLocality>"
                    "<saml:AuthnContext>",
                    "let in"),
       in_assertion("with_proxy_restriction", "</saml:AudienceRestriction>",
                    "</saml:AudienceRestriction><saml:ProxyRestriction></saml:ProxyRestriction>",
                    "let in"),
       in_assertion("with_an_encrypted_attribute", "</saml:AttributeStatement>",
                    "<saml:EncryptedAttribute></saml:EncryptedAttribute></saml:AttributeStatement>",
                    "let in"),
       in_response("with_consent", " Destination=", " Consent=\"urn:x\" Destination=", "let in"),
       in_response("with_a_status_message", "</samlp:Status>",
                   "<samlp:StatusMessage>OK</samlp:StatusMessage></samlp:Status>", "let in"),
       accepted("with_an_empty_prefix_list_of_signed_info",
                [](Login& it) {
                    std::string const c14n = "http://www.w3.org/2001/10/xml-exc-c14n#";
                    it.assertion_signing.edit_signed_info =
                        replacing("exc-c14n#\"></ds:CanonicalizationMethod>",
                                  "exc-c14n#\"><ec:InclusiveNamespaces xmlns:ec=\"" + c14n +
                                      "\" PrefixList=\"xs\"></ec:InclusiveNamespaces>"
                                      "</ds:CanonicalizationMethod>");
                }),
       accepted("with_sixteen_prefixes",
                [](Login& it) {
                    it.assertion_signing.prefix_list = "a b c d e f g h i j k l m n o  p";
                }),
       in_assertion("without_authority",
                    "<saml:AuthenticatingAuthority>urn:etoegang:AD:00000004000000149000:entities:"
                    "9009</saml:AuthenticatingAuthority>",
                    "", "let in"),
       in_assertion("with_a_name_of_nobody", "</saml:AttributeStatement>",
                    hostile::attribute("urn:etoegang:1.11:attribute-represented:CompanyName", {}) +
                        "</saml:AttributeStatement>",
                    "let in"),
       accepted("with_the_default_namespace_in_the_prefix_list",
                [](Login& it) { it.assertion_signing.prefix_list = "#default"; })});

/// Two Assertions of others with their own signatures, as brokers enclose them
/// (eherkenning.md 3.5).
std::string foreign(std::string const& id, hostile::KeyPair const& key) {
    auto login = world::login();
    login.broker_entity_id = "urn:etoegang:AD:00000004000000149000:entities:9009";
    login.assertion_id = id;
    login.kvk = "87654321";
    login.assertion_signing.key = &key;
    auto text = hostile::assertion(login);
    for (auto const* own : {"_d1", "_d2", "_k1", "_k2"})
        replacing_all(own, own + id)(text);
    replacing(" xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"", "")(text);
    return text;
}

TABLE(AcceptedAdvice, world::by_both,
      {accepted("with_foreign_signatures",
                [](Login& it) {
                    auto const advice = "<saml:Advice>" + foreign("_ad", world::keys().stranger) +
                                        foreign("_mr", world::keys().portal) + "</saml:Advice>";
                    it.edit_assertion = replacing("<saml:AttributeStatement>",
                                                  advice + "<saml:AttributeStatement>");
                }),
       accepted("that_refers", [](Login& it) {
           it.edit_assertion =
               replacing("<saml:AttributeStatement>",
                         "<saml:Advice><saml:AssertionIDRef>_mr</saml:AssertionIDRef>"
                         "</saml:Advice><saml:AttributeStatement>");
       })});

TEST(AcceptedAdvice_, nothing_in_it_is_believed) {
    auto login = world::login();
    login.edit_assertion = replacing("<saml:AttributeStatement>",
                                     "<saml:Advice>" + foreign("_ad", world::keys().broker) +
                                         "</saml:Advice>" + "<saml:AttributeStatement>");
    auto const received = world::by_artifact(login);
    ASSERT_EQ(world::outcome(received), "let in");
    EXPECT_EQ(received->identity.kvk.text(), "12345678");
    EXPECT_EQ(received->assertion_id, "_assertion");
}

TABLE(AcceptedKeys, world::by_both,
      {accepted("for_several_recipients",
                [](Login& it) {
                    it.acting.layout = Encryption::Layout::carried_name;
                    it.acting.edit_element = [](std::string& text) {
                        auto const at = text.find("<xenc:EncryptedKey");
                        auto other = text.substr(at, text.find("</saml:EncryptedID>") - at);
                        replacing("Recipient=\"urn:", "Recipient=\"urn:another:")(other);
                        replacing(" Id=\"_k1\"", " Id=\"_k9\"")(other);
                        text.insert(at, other);
                    };
                }),
       accepted("four_for_us",
                [](Login& it) {
                    it.acting.layout = Encryption::Layout::carried_name;
                    it.acting.edit_element = [](std::string& text) {
                        auto const at = text.find("<xenc:EncryptedKey");
                        auto key = text.substr(at, text.find("</saml:EncryptedID>") - at);
                        replacing(" Id=\"_k1\"", "")(key);
                        text.insert(at, key + key + key);
                    };
                }),
       accepted("by_a_name_of_one_letter",
                [](Login& it) {
                    it.acting.edit_element =
                        each({replacing("#_k1", "#k"), replacing(" Id=\"_k1\"", " Id=\"k\"")});
                }),
       accepted("with_a_list_of_what_they_open",
                [](Login& it) {
                    it.acting.edit_element =
                        replacing("</xenc:EncryptedKey>",
                                  "<xenc:ReferenceList><xenc:DataReference URI=\"#_d1\">"
                                  "</xenc:DataReference></xenc:ReferenceList></xenc:EncryptedKey>");
                }),
       accepted("each_identity_in_another_way", [](Login& it) {
           it.legal.layout = Encryption::Layout::nested;
           it.legal.key = &world::keys().opening_next;
           it.legal.cipher = "AES-128-CBC";
           it.legal.cipher_uri = "http://www.w3.org/2001/04/xmlenc#aes128-cbc";
           it.legal.digest_method_present = false;
       })});

} // namespace
