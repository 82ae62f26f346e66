#include "saml/support/changes.h"

/// What a message says, signed by the broker's own key throughout: each row has one value wrong,
/// and the rule of that item of eherkenning.md section 9 must name it.
namespace {

using hostile::attribute;
using hostile::Login;
using world::in_assertion;
using world::unseen;
using world::with_attribute;

std::string const service{world::service_id};
std::string const uuid{world::service_uuid};

TABLE(
    Items_9_14_and_9_17_and_9_18_the_attributes, world::by_artifact,
    {{"P9_other_service", [](Login& it) { it.service_id += "1"; }, "9.14 service id"},
     {"P9_other_uuid", [](Login& it) { it.service_uuid = "x"; }, "9.14 service uuid"},
     {"the_other_configured_uuid", [](Login& it) { it.service_uuid = "another-uuid"; }, "let in"},
     in_assertion("P9_no_service", attribute("urn:etoegang:core:ServiceID", {service}), "",
                  "9.14 service id"),
     in_assertion("P9_two_services", attribute("urn:etoegang:core:ServiceID", {service}),
                  attribute("urn:etoegang:core:ServiceID", {service, service}), "9.14 service id"),
     in_assertion("P9_no_uuid", attribute("urn:etoegang:core:ServiceUUID", {uuid}), "",
                  "9.14 service uuid"),
     with_attribute("P9_intermediary", attribute("urn:etoegang:core:IntermediateSubjectID", {"x"}),
                    "9.17 intermediary"),
     with_attribute("P9_intermediary_of_old",
                    attribute("urn:etoegang:1.9:IntermediateEntityID:KvKnr", {"12345678"}),
                    "9.17 intermediary"),
     with_attribute("P9_the_intermediarys_name",
                    attribute("urn:etoegang:1.13:attribute-intermediate:CompanyName", {"X"}),
                    "9.17 intermediary"),
     with_attribute("a_branch",
                    attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr", {"000012345678"}),
                    "let in"),
     with_attribute("P9_kvk_in_the_branch",
                    attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr", {"12345678"}),
                    "9.17 branch number"),
     with_attribute("P9_a_branch_with_letters",
                    attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr", {"00001234567x"}),
                    "9.17 branch number"),
     with_attribute("P9_two_branches",
                    attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr",
                              {"000012345678", "000012345679"}),
                    "9.17 branch number"),
     with_attribute("a_restriction_that_we_cannot_keep",
                    attribute("urn:etoegang:1.9:ServiceRestriction:SubdossierNr", {"0001"}),
                    "9.17 unknown restriction"),
     with_attribute("an_unknown_attribute", attribute("urn:unknown", {"x"}), "let in"),
     with_attribute("a_name",
                    attribute("urn:etoegang:1.11:attribute-represented:CompanyName",
                              {"Kinderopvang &amp; Zn"}),
                    "let in"),
     with_attribute("P9_a_name_twice",
                    attribute("urn:unknown", {"x"}) + attribute("urn:unknown", {"x"}),
                    "9.18 duplicate attribute"),
     with_attribute("P9_the_service_twice", attribute("urn:etoegang:core:ServiceID", {service}),
                    "9.18 duplicate attribute"),
     with_attribute("without_a_name", "<saml:Attribute></saml:Attribute>",
                    "9.18 nameless attribute"),
     with_attribute("S9_markup_in_a_value", attribute("x", {"a<b></b>"}), "9.18 markup in a value"),
     with_attribute("S9_something_else_than_a_value",
                    R"(<saml:Attribute Name="x"><saml:X></saml:X></saml:Attribute>)",
                    "9.18 markup in a value"),
     unseen("S9_comment_in_a_value", "services:9000", "services:9000<!-- x -->",
            "9.18 markup in a value"),
     in_assertion("two_statements", "</saml:AttributeStatement>",
                  "</saml:AttributeStatement><saml:AttributeStatement>"
                  "</saml:AttributeStatement>",
                  "9.18 one statement")});

} // namespace
