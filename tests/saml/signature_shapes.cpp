#include "saml/support/cases.h"

/// S6 to S8 of the attack catalogue: a signature by the broker's own key, but of another form than
/// the one that is permitted.
namespace {

using hostile::Login;
using hostile::replacing;

std::string const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";

/// A change of SignedInfo that is signed by the broker's own key: only the shape can refuse it.
world::Case in_signed_info(std::string name, hostile::Edit edit, std::string outcome) {
    return {std::move(name),
            [edit = std::move(edit)](Login& it) { it.assertion_signing.edit_signed_info = edit; },
            "9.10 signature: " + outcome};
}

world::Case in_signature(std::string name, hostile::Edit edit, std::string outcome) {
    return {std::move(name),
            [edit = std::move(edit)](Login& it) { it.assertion_signing.edit_signature = edit; },
            "9.10 signature: " + outcome};
}

std::string transform(std::string const& algorithm) {
    return R"(<ds:Transform Algorithm=")" + algorithm + R"("></ds:Transform>)";
}

std::string const c14n = transform(exclusive);
std::string const enveloped = transform("http://www.w3.org/2000/09/xmldsig#enveloped-signature");

TABLE(
    S6_S7_S8_refused_shapes, world::by_artifact,
    {in_signed_info("S6_reference_to_the_whole_document",
                    replacing("URI=\"#_assertion\"", "URI=\"\""), "reference"),
     in_signed_info("S6_reference_without_address", replacing(" URI=\"#_assertion\"", ""),
                    "reference"),
     in_signed_info("S6_reference_elsewhere",
                    replacing("URI=\"#_assertion\"", "URI=\"#_response\""), "reference"),
     in_signed_info("S6_reference_by_xpointer",
                    replacing("URI=\"#_assertion\"", "URI=\"#xpointer(id('_assertion'))\""),
                    "reference"),
     in_signed_info("S6_reference_to_a_file",
                    replacing("URI=\"#_assertion\"", "URI=\"file:///etc/hostname\""), "reference"),
     in_signed_info("S6_reference_to_the_network",
                    replacing("URI=\"#_assertion\"", "URI=\"http://127.0.0.1:9/\""), "reference"),
     in_signed_info("S6_reference_by_something_else_than_a_fragment",
                    replacing("#_assertion", "x_assertion"), "reference"),
     in_signed_info("S7_a_prefix_list_of_signed_info_that_is_none",
                    replacing("exc-c14n#\"></ds:CanonicalizationMethod>",
                              "exc-c14n#\"><ds:XPath>1</ds:XPath></ds:CanonicalizationMethod>"),
                    "algorithm"),
     in_signed_info(
         "S8_a_digest_that_is_no_base64",
         [](std::string& it) { it.replace(it.find("<ds:DigestValue>") + 16, 4, "****"); }, "shape"),
     in_signature(
         "S1_a_signature_value_that_is_no_base64",
         [](std::string& it) { it.replace(it.find("<ds:SignatureValue>") + 19, 4, "****"); },
         "shape"),
     in_signature(
         "S2_an_empty_key_info",
         [](std::string& it) {
             auto const at = it.find("<ds:KeyInfo>") + 12;
             it.erase(at, it.find("</ds:KeyInfo>") - at);
         },
         "key info"),
     in_signed_info("S6_a_longer_name", replacing("#_assertion", "#_assertionx"), "reference"),
     in_signed_info(
         "S6_two_references",
         [](std::string& it) {
             auto const at = it.find("<ds:Reference");
             auto const end = it.find("</ds:SignedInfo>");
             it.insert(end, it.substr(at, end - at));
         },
         "shape"),
     in_signed_info(
         "S1_no_reference",
         [](std::string& it) {
             auto const at = it.find("<ds:Reference");
             it.erase(at, it.find("</ds:SignedInfo>") - at);
         },
         "shape"),
     in_signed_info("S7_no_transforms", replacing(enveloped + c14n, ""), "transforms"),
     in_signed_info("S7_only_enveloped", replacing(c14n, ""), "transforms"),
     in_signed_info("S7_only_canonical", replacing(enveloped, ""), "transforms"),
     in_signed_info("S7_the_other_way_round", replacing(enveloped + c14n, c14n + enveloped),
                    "transforms"),
     in_signed_info("S7_one_more", replacing(c14n, c14n + c14n), "transforms"),
     in_signed_info("S7_xpath",
                    replacing(c14n, transform("http://www.w3.org/TR/1999/REC-xpath-19991116")),
                    "transforms"),
     in_signed_info("S7_xslt",
                    replacing(c14n, transform("http://www.w3.org/TR/1999/REC-xslt-19991116")),
                    "transforms"),
     in_signed_info("S7_base64",
                    replacing(enveloped, transform("http://www.w3.org/2000/09/xmldsig#base64")),
                    "transforms"),
     in_signed_info("S7_inclusive_canonical_form",
                    replacing(c14n, transform("http://www.w3.org/TR/2001/REC-xml-c14n-20010315")),
                    "transforms"),
     in_signed_info("S7_canonical_form_with_comments",
                    replacing(c14n, transform(exclusive + "WithComments")), "transforms"),
     in_signed_info("S7_something_within_a_transform",
                    replacing("#enveloped-signature\">",
                              "#enveloped-signature\"><ds:XPath>1</ds:XPath>"),
                    "transforms"),
     in_signed_info("S7_something_within_the_canonical_transform",
                    replacing("exc-c14n#\"></ds:Transform>",
                              "exc-c14n#\"><ds:XPath>1</ds:XPath></ds:Transform>"),
                    "transforms"),
     in_signed_info("S7_unknown_canonical_form_of_signed_info",
                    replacing("Method Algorithm=\"" + exclusive, "Method Algorithm=\"urn:none"),
                    "algorithm"),
     in_signed_info("S7_parameter_of_the_signature_method",
                    replacing("</ds:SignatureMethod>",
                              "<ds:HMACOutputLength>8</ds:HMACOutputLength></ds:SignatureMethod>"),
                    "algorithm"),
     in_signed_info("S7_parameter_of_the_digest_method",
                    replacing("</ds:DigestMethod>", "<ds:X></ds:X></ds:DigestMethod>"),
                    "algorithm"),
     {"S7_a_canonical_form_that_fails",
      [](Login& it) {
          it.edit_signed_assertion = replacing(
              "<saml:AttributeStatement>", "<saml:Advice><x xmlns=\"relative\"></x></saml:Advice>"
                                           "<saml:AttributeStatement>");
          it.response_signing.present = false;
      },
      "9.7 signature: canonical form"},
     {"S7_a_canonical_form_of_signed_info_that_fails",
      [](Login& it) {
          it.assertion_signing.edit_signature =
              replacing("<ds:SignedInfo>", "<ds:SignedInfo xmlns:x=\"relative\">");
      },
      "9.7 signature: canonical form"},
     {"S8_comment_in_the_digest",
      [](Login& it) {
          // Canonical form drops comments, so no signature notices this one.
          it.edit_soap = [](std::string& text) {
              text.insert(text.rfind("<ds:DigestValue>") + 20, "<!-- x -->");
          };
      },
      "9.6 markup in a value"},
     in_signed_info(
         "S8_empty_digest",
         [](std::string& it) {
             auto const at = it.find("<ds:DigestValue>") + 16;
             it.erase(at, it.find("</ds:DigestValue>") - at);
         },
         "shape"),
     in_signed_info(
         "digest_of_something_else",
         [](std::string& it) {
             auto const at = it.find("<ds:DigestValue>") + 16;
             it.replace(at, 4, "AAAA");
         },
         "digest"),
     in_signature(
         "S8_two_signed_infos",
         [](std::string& it) {
             auto const at = it.find("<ds:SignedInfo>");
             auto const end = it.find("<ds:SignatureValue>");
             it.insert(at, it.substr(at, end - at));
         },
         "shape"),
     in_signature("S6_object",
                  replacing("</ds:Signature>", "<ds:Object></ds:Object></ds:Signature>"), "shape"),
     in_signature("S6_manifest",
                  replacing("</ds:Signature>",
                            "<ds:Object><ds:Manifest></ds:Manifest></ds:Object></ds:Signature>"),
                  "shape"),
     in_signature(
         "S1_empty_signature",
         [](std::string& it) {
             it = "<ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">"
                  "</ds:Signature>";
         },
         "shape"),
     in_signature(
         "S1_empty_signature_value",
         [](std::string& it) {
             auto const at = it.find("<ds:SignatureValue>") + 19;
             it.erase(at, it.find("</ds:SignatureValue>") - at);
         },
         "shape"),
     in_signature(
         "signature_value_of_something_else",
         [](std::string& it) { it.replace(it.find("<ds:SignatureValue>") + 19, 4, "AAAA"); },
         "key"),
     {"a_key_name_with_markup",
      [](Login& it) { it.assertion_signing.key_info = "<ds:KeyName><ds:X></ds:X></ds:KeyName>"; },
      "9.10 signature: key info"},
     in_signed_info("S8_a_reference_without_digest_method",
                    replacing("<ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/"
                              "xmlenc#sha256\"></ds:DigestMethod>",
                              ""),
                    "shape"),
     {"S6_a_reference_to_an_empty_name", [](Login& it) { it.assertion_id = ""; },
      "9.10 signature: reference"},
     in_signature(
         "S8_two_signatures", [](std::string& it) { it += it; }, "shape"),
     in_signed_info(
         "S7_two_prefix_lists",
         [](std::string& it) {
             std::string const list =
                 "<ec:InclusiveNamespaces xmlns:ec=\"" + exclusive + "\"></ec:InclusiveNamespaces>";
             replacing("exc-c14n#\"></ds:Transform>",
                       "exc-c14n#\">" + list + list + "</ds:Transform>")(it);
         },
         "transforms"),
     in_signed_info("S7_something_within_a_prefix_list",
                    replacing("exc-c14n#\"></ds:Transform>",
                              "exc-c14n#\"><ec:InclusiveNamespaces xmlns:ec=\"" + exclusive +
                                  "\"><ds:XPath>1</ds:XPath></ec:InclusiveNamespaces>"
                                  "</ds:Transform>"),
                    "transforms"),
     {"S1_more_prefixes_than_anyone_needs",
      [](Login& it) { it.assertion_signing.prefix_list = "a b c d e f g h i j k l m n o p q"; },
      "9.10 signature: transforms"},
     {"a_changed_value",
      [](Login& it) {
          it.edit_signed_assertion = replacing("urn:etoegang:core:assurance-class:loa3",
                                               "urn:etoegang:core:assurance-class:loa4");
      },
      "9.10 signature: digest"}});

} // namespace
