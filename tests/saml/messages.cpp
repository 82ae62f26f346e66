#include "saml/support/changes.h"

/// What a message says, signed by the broker's own key throughout: each row has one value wrong,
/// and the rule of that item of eherkenning.md section 9 must name it.
namespace {

using hostile::Login;
using world::failing;
using world::in_answer;
using world::in_response;
using world::status;

std::string const issuer{world::broker_entity_id};
std::string const acs{world::acs_address};

TABLE(Item_9_7_the_answer, world::by_artifact,
      {in_answer("other_version", "Version=\"2.0\"", "Version=\"1.1\"", "9.7 version"),
       in_answer("other_issuer", issuer, issuer + "x", "9.7 issuer"),
       in_answer("issuer_is_the_portal", issuer, std::string{world::entity_id}, "9.7 issuer"),
       in_answer("issuer_with_a_format", "2.0:assertion\">", "2.0:assertion\" Format=\"urn:x\">",
                 "9.7 issuer format"),
       in_answer("old", "IssueInstant=\"2026-11-23T10:00:00Z",
                 "IssueInstant=\"2026-11-23T09:54:59Z", "9.7 issue instant"),
       in_answer("A2_to_another_resolve", "InResponseTo=\"_0", "InResponseTo=\"_1",
                 "9.7 in response to"),
       in_answer("A2_to_none", " InResponseTo=\"_00000000000000000000000000000000\"", "",
                 "9.7 in response to"),
       in_answer("A2_outer_failure", "status:Success", "status:Requester", "9.7 outer status"),
       in_answer("A2_outer_second_level", "></samlp:StatusCode>",
                 "><samlp:StatusCode Value=\"urn:x\"></samlp:StatusCode></samlp:StatusCode>",
                 "9.7 outer status"),
       {"an_id_unfit_for_a_log", [](Login& it) { it.answer_id = "x y"; }, "9.7 id"},
       in_answer("extensions", "</saml:Issuer>",
                 "</saml:Issuer><samlp:Extensions></samlp:Extensions>", "9.7 parts"),
       {"A2_no_response",
        [](Login& it) {
            it.edit_answer = [](std::string& text) {
                auto const at = text.find("<samlp:Response");
                text.erase(at, text.find("</samlp:Response>") + 17 - at);
            };
        },
        "9.7 parts"},
       {"A2_two_responses",
        [](Login& it) {
            it.edit_answer = [](std::string& text) {
                text.insert(text.find("</samlp:ArtifactResponse>"),
                            "<samlp:Response></samlp:Response>");
            };
        },
        "9.7 parts"}});

TABLE(Item_9_8_the_response, world::by_artifact,
      {in_response("P7_version_1_1", "Version=\"2.0\"", "Version=\"1.1\"", "9.8 version"),
       in_response("P6_other_issuer", issuer, "urn:another", "9.8 issuer"),
       in_response("P6_issuer_in_upper_case", issuer, "URN:" + issuer.substr(4), "9.8 issuer"),
       in_response("P6_issuer_with_a_space", issuer, issuer + " ", "9.8 issuer"),
       in_response("P6_issuer_is_the_portal", issuer, std::string{world::entity_id}, "9.8 issuer"),
       in_response("P4_shorter_destination", "Destination=\"" + acs,
                   "Destination=\"" + acs.substr(0, acs.size() - 1), "9.8 destination"),
       in_response("P4_destination_with_a_slash", "Destination=\"" + acs,
                   "Destination=\"" + acs + "/", "9.8 destination"),
       {"P6_no_issuer",
        [](Login& it) {
            it.response_signing.present = false;
            it.edit_response = [](std::string& text) {
                auto const at = text.find("<saml:Issuer");
                text.erase(at, text.find("</saml:Issuer>") + 14 - at);
            };
        },
        "9.8 issuer"},
       in_response("P6_empty_issuer", issuer, "", "9.8 issuer"),
       in_response("P6_issuer_with_a_qualifier", "2.0:assertion\">",
                   "2.0:assertion\" NameQualifier=\"x\">", "9.8 issuer format"),
       in_response("P4_other_destination", "Destination=\"" + acs,
                   "Destination=\"https://other.example/", "9.8 destination"),
       in_response("P4_longer_destination", "Destination=\"" + acs, "Destination=\"" + acs + "/x",
                   "9.8 destination"),
       in_response("P4_destination_in_upper_case", "Destination=\"https", "Destination=\"HTTPS",
                   "9.8 destination"),
       in_response("P4_empty_destination", "Destination=\"" + acs, "Destination=\"",
                   "9.8 destination"),
       in_response("P4_no_destination", " Destination=\"" + acs + "\"", "", "9.8 destination"),
       in_response("P1_to_another_request", "InResponseTo=\"_request", "InResponseTo=\"_another",
                   "9.8 in response to"),
       in_response("P1_unsolicited", " InResponseTo=\"_request\"", "", "9.8 in response to"),
       in_response("P5_five_minutes_old", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T09:55:00Z", "let in"),
       in_response("P5_older", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T09:54:59Z", "9.8 issue instant"),
       in_response("P5_within_the_skew_ahead", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T10:01:00Z", "let in"),
       in_response("P5_in_the_future", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T10:01:01Z", "9.8 issue instant"),
       in_response("P5_without_zone", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T10:00:00", "9.8 issue instant"),
       in_response("P5_in_another_zone", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T11:00:00+01:00", "9.8 issue instant"),
       in_response("P5_garbage", "IssueInstant=\"2026-11-23T10:00:00Z", "IssueInstant=\"now",
                   "9.8 issue instant"),
       in_response("P5_with_a_fraction", "IssueInstant=\"2026-11-23T10:00:00Z",
                   "IssueInstant=\"2026-11-23T10:00:00.1234567Z", "let in"),
       {"status_before_the_issuer",
        [](Login& it) {
            it.response_signing.present = false;
            it.edit_response = [&it](std::string& text) {
                hostile::replacing(it.status, "")(text);
                text.insert(text.find("<saml:Issuer"), it.status);
            };
        },
        "9.8 parts"},
       in_response("extensions", "<samlp:Status>",
                   "<samlp:Extensions></samlp:Extensions><samlp:Status>", "9.8 parts"),
       in_response("something_behind_the_assertion", "</samlp:Response>",
                   "<samlp:X></samlp:X></samlp:Response>", "9.8 parts"),
       {"an_id_that_is_no_name", [](Login& it) { it.response_id = "1x"; }, "9.8 id"},
       {"an_id_too_long", [](Login& it) { it.response_id = "_" + std::string(200, 'x'); },
        "9.8 id"}});

TABLE(Item_9_9_the_status, world::by_both,
      {failing("cancelled", "Responder", "AuthnFailed", "9.9 authentication failed"),
       failing("bad_credentials", "Requester", "AuthnFailed", "9.9 authentication failed"),
       failing("unsupported", "Requester", "RequestUnsupported", "9.9 request unsupported"),
       failing("our_message_was_wrong", "Requester", "", "9.9 failure"),
       failing("their_problem", "Responder", "", "9.9 failure"),
       failing("a_second_level_we_do_not_know", "Responder", "NoPassive", "9.9 failure"),
       failing("a_top_level_that_is_none", "VersionMismatch", "AuthnFailed", "9.9 status"),
       failing("P7_success_as_second_level", "Responder", "Success", "9.9 failure"),
       failing("success_without_assertion", "Success", "", "9.9 one assertion"),
       {"P7_no_status", [](Login& it) { it.status = "<samlp:Status></samlp:Status>"; },
        "9.9 assertion with failure"},
       {"P7_failure_with_assertion",
        [](Login& it) { it.status = status("Responder", "AuthnFailed"); },
        "9.9 assertion with failure"},
       {"P7_success_with_two_second_levels",
        [](Login& it) {
            it.status = status("Success", "AuthnFailed");
            std::string const inner =
                "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\">"
                "</samlp:StatusCode>";
            hostile::replacing(inner, inner + inner)(it.status);
        },
        "9.9 second level"},
       {"P7_success_with_a_second_level_without_value",
        [](Login& it) {
            it.status = status("Success", "AuthnFailed");
            hostile::replacing(" Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\"",
                               "")(it.status);
        },
        "9.9 second level"},
       {"P7_success_with_something_else_below",
        [](Login& it) {
            it.status = status("Success", "AuthnFailed");
            hostile::replacing(
                "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\">"
                "</samlp:StatusCode>",
                "<samlp:StatusDetail></samlp:StatusDetail>")(it.status);
        },
        "9.9 second level"},
       {"P7_status_left_out", [](Login& it) { it.status.clear(); }, "9.8 parts"},
       {"P7_two_statuses", [](Login& it) { it.status += it.status; }, "9.8 parts"},
       {"P7_success_beside_a_failure",
        [](Login& it) {
            std::string const end = "</samlp:Status>";
            auto const failure = status("Responder", "");
            auto const code = failure.substr(14, failure.size() - 14 - end.size());
            it.status.insert(it.status.size() - end.size(), code);
        },
        "9.9 assertion with failure"},
       {"P7_success_with_a_second_level",
        [](Login& it) { it.status = status("Success", "AuthnFailed"); }, "9.9 second level"}});

} // namespace
