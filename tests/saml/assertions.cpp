#include "saml/support/changes.h"

/// What a message says, signed by the broker's own key throughout: each row has one value wrong,
/// and the rule of that item of eherkenning.md section 9 must name it.
namespace {

using hostile::Login;
using world::in_assertion;
using world::with_level;

std::string const us{world::entity_id};
std::string const issuer{world::broker_entity_id};
std::string const acs{world::acs_address};

std::string const audience = "<saml:AudienceRestriction><saml:Audience>" + us +
                             "</saml:Audience></saml:AudienceRestriction>";
std::string const other_audience =
    "<saml:AudienceRestriction><saml:Audience>urn:another</saml:Audience>"
    "</saml:AudienceRestriction>";
std::string const class_ref = "<saml:AuthnContextClassRef>urn:etoegang:core:assurance-class:loa3"
                              "</saml:AuthnContextClassRef>";

/// Nothing from here to the end.
world::Case without_from(std::string name, std::string from, std::string outcome) {
    return {std::move(name),
            [=](Login& it) {
                it.edit_assertion = [=](std::string& text) {
                    auto const at = text.find(from);
                    text.erase(at, text.find("</saml:Assertion>") - at);
                };
            },
            std::move(outcome)};
}

TABLE(Item_9_10_the_assertion, world::by_both,
      {in_assertion("version_1_1", "Version=\"2.0\"", "Version=\"1.1\"", "9.10 version"),
       in_assertion("P6_other_issuer", issuer, "urn:another", "9.10 issuer"),
       in_assertion("P6_issuer_is_the_portal", issuer, us, "9.10 issuer"),
       in_assertion("P6_no_issuer", "<saml:Issuer>" + issuer + "</saml:Issuer>", "", "9.10 issuer"),
       in_assertion("P6_two_issuers", "<saml:Subject>",
                    "<saml:Issuer>" + issuer + "</saml:Issuer><saml:Subject>", "9.10 issuer"),
       in_assertion("P5_issued_in_the_future", "IssueInstant=\"2026-11-23T10:00:00Z",
                    "IssueInstant=\"2026-11-23T10:01:01Z", "9.10 issue instant"),
       in_assertion("P6_no_issuer_name", issuer, "", "9.10 issuer"),
       in_assertion("P6_issuer_with_a_format", "<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">",
                    "9.10 issuer format"),
       in_assertion("P5_older_than_five_minutes", "IssueInstant=\"2026-11-23T10:00:00Z",
                    "IssueInstant=\"2026-11-23T09:54:59Z", "9.10 issue instant"),
       in_assertion("P5_no_issue_instant", " IssueInstant=\"2026-11-23T10:00:00Z\"", "",
                    "9.10 issue instant"),
       in_assertion("an_unknown_statement", "<saml:AttributeStatement>",
                    "<saml:AuthzDecisionStatement></saml:AuthzDecisionStatement>"
                    "<saml:AttributeStatement>",
                    "9.10 parts"),
       without_from("no_statements", "<saml:AttributeStatement>", "9.13 one statement"),
       {"conditions_before_the_subject",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                std::string const end = "</saml:Conditions>";
                auto const at = text.find("<saml:Conditions");
                auto const conditions = text.substr(at, text.find(end) + end.size() - at);
                text.erase(at, conditions.size());
                text.insert(text.find("<saml:Subject>"), conditions);
            };
        },
        "9.10 parts"},
       without_from("no_conditions_either", "<saml:Conditions", "9.10 parts"),
       in_assertion("advice", "<saml:AttributeStatement>",
                    "<saml:Advice></saml:Advice><saml:AttributeStatement>", "let in")});

TABLE(Item_9_11_the_subject, world::by_both,
      {in_assertion("not_by_bearer", "cm:bearer", "cm:holder-of-key", "9.11 bearer"),
       in_assertion("P1_to_another_request", "InResponseTo=\"_request", "InResponseTo=\"_another",
                    "9.11 in response to"),
       in_assertion("P1_to_none", " InResponseTo=\"_request\"", "", "9.11 in response to"),
       in_assertion("P4_other_recipient", "Recipient=\"" + acs, "Recipient=\"https://x.example/",
                    "9.11 recipient"),
       in_assertion("P4_a_longer_recipient", "Recipient=\"" + acs, "Recipient=\"" + acs + "?x",
                    "9.11 recipient"),
       in_assertion("P4_an_empty_recipient", "Recipient=\"" + acs, "Recipient=\"",
                    "9.11 recipient"),
       in_assertion("P4_a_shorter_recipient", "Recipient=\"" + acs,
                    "Recipient=\"" + acs.substr(0, acs.size() - 1), "9.11 recipient"),
       in_assertion("P4_recipient_in_upper_case", "Recipient=\"https", "Recipient=\"HTTPS",
                    "9.11 recipient"),
       in_assertion("P5_an_end_without_zone", "NotOnOrAfter=\"2026-11-23T10:02:00Z\" Recipient",
                    "NotOnOrAfter=\"2026-11-23T10:02:00\" Recipient", "9.11 not on or after"),
       in_assertion("P5_an_end_that_is_garbage", "NotOnOrAfter=\"2026-11-23T10:02:00Z\" Recipient",
                    "NotOnOrAfter=\"tomorrowZ\" Recipient", "9.11 not on or after"),
       in_assertion("P4_no_recipient", " Recipient=\"" + acs + "\"", "", "9.11 recipient"),
       in_assertion("P5_over", "Data InResponseTo=\"_request\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "Data InResponseTo=\"_request\" NotOnOrAfter=\"2026-11-23T09:59:00Z",
                    "9.11 not on or after"),
       in_assertion("P5_not_yet_over_with_the_skew",
                    "Data InResponseTo=\"_request\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "Data InResponseTo=\"_request\" NotOnOrAfter=\"2026-11-23T09:59:01Z", "let in"),
       in_assertion("P5_without_end", " NotOnOrAfter=\"2026-11-23T10:02:00Z\" Recipient",
                    " Recipient", "9.11 not on or after"),
       in_assertion("with_a_beginning", " NotOnOrAfter=\"2026-11-23T10:02:00Z\" Recipient",
                    " NotBefore=\"2026-11-23T09:00:00Z\""
                    " NotOnOrAfter=\"2026-11-23T10:02:00Z\" Recipient",
                    "9.11 not before"),
       {"P9_two_confirmations",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:SubjectConfirmation ");
                auto const end = text.find("</saml:Subject>");
                text.insert(end, text.substr(at, end - at));
            };
        },
        "9.11 one confirmation"},
       {"no_confirmation",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:SubjectConfirmation ");
                text.erase(at, text.find("</saml:Subject>") - at);
            };
        },
        "9.11 one confirmation"}});

/// 3.2: a NameID that is new at each login, whatever it says; the scheme's own profile wants one.
std::string const name = R"(<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:)"
                         R"(transient">once</saml:NameID>)";

TABLE(Item_9_11_the_name_of_the_subject, world::by_both,
      {in_assertion("none", name, "", "9.11 name"),
       in_assertion("empty", "once</saml:NameID>", "</saml:NameID>", "9.11 name"),
       in_assertion("blank", "once</saml:NameID>", " \n</saml:NameID>", "9.11 name"),
       in_assertion("two", name, name + name, "9.11 name"),
       in_assertion("an_element_in_it", "once</saml:NameID>", "<x></x></saml:NameID>", "9.11 name"),
       in_assertion("of_another_kind", name, "<saml:BaseID></saml:BaseID>", "9.11 name"),
       in_assertion("another_value", "once</saml:NameID>", "x</saml:NameID>", "let in")});

TABLE(Item_9_12_the_conditions, world::by_both,
      {in_assertion("P4_other_audience", audience, other_audience, "9.12 audience"),
       in_assertion("P4_no_audience", audience, "", "9.12 audience"),
       in_assertion("P4_empty_audience", us + "</saml:Audience>", "</saml:Audience>",
                    "9.12 audience"),
       in_assertion("P4_longer_audience", us + "</saml:Audience>", us + "0</saml:Audience>",
                    "9.12 audience"),
       in_assertion("P4_shorter_audience", us + "</saml:Audience>",
                    us.substr(0, us.size() - 1) + "</saml:Audience>", "9.12 audience"),
       in_assertion("P4_audience_in_upper_case",
                    "<saml:Audience>urn:", "<saml:Audience>URN:", "9.12 audience"),
       in_assertion("P4_audience_with_a_space", us + "</saml:Audience>", us + " </saml:Audience>",
                    "9.12 audience"),
       in_assertion("P4_a_restriction_without_audience",
                    "<saml:Audience>" + us + "</saml:Audience>", "", "9.12 audience"),
       in_assertion("P4_one_of_several_audiences", "<saml:Audience>",
                    "<saml:Audience>urn:another</saml:Audience><saml:Audience>", "let in"),
       in_assertion("P4_two_restrictions_of_which_one_is_not_us", audience,
                    audience + other_audience, "9.12 audience"),
       in_assertion("P4_two_restrictions_that_are_us", audience, audience + audience, "let in"),
       in_assertion("once_only", audience, audience + "<saml:OneTimeUse></saml:OneTimeUse>",
                    "let in"),
       in_assertion("a_condition_we_do_not_know", audience,
                    audience + "<saml:Condition></saml:Condition>", "9.12 unknown condition"),
       in_assertion("P5_not_yet", "NotBefore=\"2026-11-23T09:59:55Z",
                    "NotBefore=\"2026-11-23T10:01:01Z", "9.12 not before"),
       in_assertion("P5_yet_with_the_skew", "NotBefore=\"2026-11-23T09:59:55Z",
                    "NotBefore=\"2026-11-23T10:01:00Z", "let in"),
       in_assertion("P5_no_beginning", "NotBefore=\"2026-11-23T09:59:55Z\" ", "",
                    "9.12 not before"),
       in_assertion("P5_over", "55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "55Z\" NotOnOrAfter=\"2026-11-23T09:59:00Z", "9.12 not on or after"),
       in_assertion("P5_no_end", "55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z\"", "55Z\"",
                    "9.12 not on or after"),
       in_assertion("P5_a_window_of_no_length",
                    "NotBefore=\"2026-11-23T09:59:55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "NotBefore=\"2026-11-23T10:00:30Z\" NotOnOrAfter=\"2026-11-23T10:00:30Z",
                    "9.12 window"),
       in_assertion("P5_not_yet_over_with_the_skew", "55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "55Z\" NotOnOrAfter=\"2026-11-23T09:59:55.5Z", "let in"),
       in_assertion("P5_a_beginning_without_zone", "NotBefore=\"2026-11-23T09:59:55Z",
                    "NotBefore=\"2026-11-23T09:59:55", "9.12 not before"),
       in_assertion("P5_an_end_in_another_zone", "55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "55Z\" NotOnOrAfter=\"2026-11-23T10:02:00+00:00", "9.12 not on or after"),
       in_assertion("P5_inverted",
                    "NotBefore=\"2026-11-23T09:59:55Z\" NotOnOrAfter=\"2026-11-23T10:02:00Z",
                    "NotBefore=\"2026-11-23T10:00:30Z\" NotOnOrAfter=\"2026-11-23T10:00:20Z",
                    "9.12 window"),
       {"two_conditions",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:Conditions ");
                auto const end = text.find("<saml:AttributeStatement>");
                text.insert(end, text.substr(at, end - at));
            };
        },
        "9.10 parts"}});

TABLE(Item_9_13_the_authentication, world::by_both,
      {with_level("P8_loa4", "urn:etoegang:core:assurance-class:loa4", "let in"),
       with_level("P8_loa2plus", "urn:etoegang:core:assurance-class:loa2plus", "9.13 level"),
       with_level("P8_loa2", "urn:etoegang:core:assurance-class:loa2", "9.13 level"),
       with_level("P8_loa1", "urn:etoegang:core:assurance-class:loa1", "9.13 level"),
       with_level("P8_unknown", "urn:etoegang:core:assurance-class:loa5", "9.13 unknown level"),
       with_level("P8_upper_case", "urn:etoegang:core:assurance-class:LOA3", "9.13 unknown level"),
       with_level("P8_suffix", "urn:etoegang:core:assurance-class:loa3x", "9.13 unknown level"),
       with_level("P8_spaced", " urn:etoegang:core:assurance-class:loa3", "9.13 unknown level"),
       with_level("P8_empty", "", "9.13 unknown level"),
       in_assertion("P8_no_class", class_ref, "", "9.13 one class"),
       in_assertion("P8_only_a_declaration", class_ref,
                    "<saml:AuthnContextDeclRef>urn:etoegang:core:assurance-class:loa4"
                    "</saml:AuthnContextDeclRef>",
                    "9.13 one class"),
       in_assertion("P8_two_classes", class_ref, class_ref + class_ref, "9.13 one class"),
       {"P8_two_statements",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:AuthnStatement");
                auto const end = text.find("</saml:Assertion>");
                text.insert(end, text.substr(at, end - at));
            };
        },
        "9.13 one statement"},
       {"P8_no_statement",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:AuthnStatement");
                text.erase(at, text.find("</saml:Assertion>") - at);
            };
        },
        "9.13 one statement"},
       in_assertion("P5_at_the_request_less_the_skew", "AuthnInstant=\"2026-11-23T10:00:00Z",
                    "AuthnInstant=\"2026-11-23T09:57:00Z", "let in"),
       in_assertion("P5_before_the_request", "AuthnInstant=\"2026-11-23T10:00:00Z",
                    "AuthnInstant=\"2026-11-23T09:56:59Z", "9.13 before request"),
       in_assertion("P5_in_the_future_within_the_skew", "AuthnInstant=\"2026-11-23T10:00:00Z",
                    "AuthnInstant=\"2026-11-23T10:01:00Z", "let in"),
       in_assertion("P5_in_the_future", "AuthnInstant=\"2026-11-23T10:00:00Z",
                    "AuthnInstant=\"2026-11-23T10:01:01Z", "9.13 instant"),
       in_assertion("P5_unreadable", "AuthnInstant=\"2026-11-23T10:00:00Z",
                    "AuthnInstant=\"2026-11-23 10:00:00Z", "9.13 instant"),
       in_assertion("P5_a_session_that_goes_on", " SessionIndex=\"_session\"",
                    " SessionIndex=\"_session\" SessionNotOnOrAfter=\"2026-11-23T12:00:00Z\"",
                    "let in"),
       in_assertion("P5_a_session_that_has_ended", " SessionIndex=\"_session\"",
                    " SessionIndex=\"_session\" SessionNotOnOrAfter=\"2026-11-23T09:59:00Z\"",
                    "9.13 session ended"),
       in_assertion("P5_a_session_that_has_not_yet_ended_with_the_skew",
                    " SessionIndex=\"_session\"",
                    " SessionIndex=\"_session\" SessionNotOnOrAfter=\"2026-11-23T09:59:01Z\"",
                    "let in"),
       in_assertion("P5_a_session_with_an_unreadable_end", " SessionIndex=\"_session\"",
                    " SessionIndex=\"_session\" SessionNotOnOrAfter=\"later\"",
                    "9.13 session ended")});

} // namespace
