#include "support/staff_house.h"

#include <gtest/gtest.h>

#include <ostream>

/// What a message at the staff door says, through the whole portal: each row has one thing wrong,
/// and the check that must name it. An empty check marks a positive control.
namespace {

using attack::StaffHouse;
using attack::StaffLogin;
using attack::StaffVisitor;
using hostile::replacing;

struct Row {
    std::string name;
    std::function<void(StaffLogin&)> change;
    std::string check;

    friend void PrintTo(Row const& row, std::ostream* out) { *out << row.name; }
};

Row in_assertion(std::string name, std::string from, std::string to, std::string check) {
    return {std::move(name), [=](StaffLogin& login) { login.edit_assertion = replacing(from, to); },
            std::move(check)};
}

Row in_response(std::string name, std::string from, std::string to, std::string check) {
    return {std::move(name), [=](StaffLogin& login) { login.edit_response = replacing(from, to); },
            std::move(check)};
}

std::string const registrar = "<saml:AttributeValue>mijnduo-registratie</saml:AttributeValue>";
std::string const approver = "<saml:AttributeValue>mijnduo-goedkeuring</saml:AttributeValue>";
std::string const role_statement =
    R"(<saml:AttributeStatement xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">)"
    R"(<saml:Attribute Name="groups">)" +
    approver + "</saml:Attribute></saml:AttributeStatement>";

class P8_1_StaffMessages : public testing::TestWithParam<Row> {};

TEST_P(P8_1_StaffMessages, ) {
    StaffHouse house;
    StaffVisitor browser{house};
    auto const& row = GetParam();
    auto const response = browser.sign_in(row.change);
    if (row.check.empty()) {
        EXPECT_EQ(response.status, 303) << house.written();
        EXPECT_TRUE(browser.staff());
        return;
    }
    EXPECT_TRUE(attack::refused(response)) << response.status;
    EXPECT_FALSE(browser.staff());
    EXPECT_FALSE(house.account_of("femke"));
    EXPECT_NE(house.written().find("detail=" + row.check), std::string::npos) << house.written();
}

std::vector<Row> signatures() {
    return {
        {"as_it_should_be", {}, ""},
        {"the_response_signed_too", [](StaffLogin& it) { it.response_signing.present = true; }, ""},
        {"S1_unsigned", [](StaffLogin& it) { it.assertion_signing.present = false; },
         "9.10 signature: missing"},
        {"S1_only_the_response_signed",
         [](StaffLogin& it) {
             it.assertion_signing.present = false;
             it.response_signing.present = true;
         },
         "9.10 signature: missing"},
        {"S2_signed_with_the_key_of_the_broker",
         [](StaffLogin& it) { it.assertion_signing.key = &world::keys().broker; },
         "9.10 signature: "},
        {"S2_a_response_signed_by_another",
         [](StaffLogin& it) {
             it.response_signing.present = true;
             it.response_signing.key = &world::keys().broker;
         },
         "9.8 signature: "},
        {"S4_sha_1",
         [](StaffLogin& it) {
             it.assertion_signing.signature_digest = "SHA1";
             it.assertion_signing.signature_uri = "http://www.w3.org/2000/09/xmldsig#rsa-sha1";
         },
         "9.10 signature: "},
        {"a_role_put_in_after_signing",
         [](StaffLogin& it) {
             it.edit_signed_assertion = replacing(registrar, registrar + approver);
         },
         "9.10 signature: digest"}};
}

std::vector<Row> wrappers() {
    return {
        {"S5_roles_in_an_unsigned_statement_beside_the_assertion",
         [](StaffLogin& it) {
             it.edit_response = replacing("<saml:Assertion", role_statement + "<saml:Assertion");
         },
         "9.8 parts"},
        {"S5_roles_in_extensions",
         [](StaffLogin& it) {
             it.edit_response =
                 replacing("<samlp:Status>", "<samlp:Extensions>" + role_statement +
                                                 "</samlp:Extensions><samlp:Status>");
         },
         "9.8 parts"},
        {"S5_an_unsigned_assertion_around_the_signed_one",
         [](StaffLogin& it) {
             it.edit_signed_assertion = [inner = it](std::string& text) mutable {
                 inner.edit_signed_assertion = {};
                 inner.assertion_id = "_wrapper";
                 inner.groups = {"mijnduo-goedkeuring"};
                 inner.assertion_signing.present = false;
                 auto wrapper = attack::staff_assertion(inner);
                 replacing("<saml:AuthnStatement",
                           "<saml:Advice>" + text + "</saml:Advice><saml:AuthnStatement")(wrapper);
                 text = wrapper;
             };
         },
         "9.10 signature: missing"},
        {"S5_a_second_assertion_with_more_roles",
         [](StaffLogin& it) {
             it.edit_signed_assertion = [inner = it](std::string& text) mutable {
                 inner.edit_signed_assertion = {};
                 inner.assertion_id = "_second";
                 inner.groups = {"mijnduo-alles"};
                 inner.assertion_signing.present = false;
                 text += attack::staff_assertion(inner);
             };
         },
         "9.9 one assertion"}};
}

std::vector<Row> said() {
    return {
        in_assertion("P4_another_audience", "<saml:Audience>https://mijnduo.example",
                     "<saml:Audience>https://elders.example", "9.12 audience"),
        in_assertion("P4_another_recipient", "Recipient=\"https://mijnduo.example/saml/dienst/acs",
                     "Recipient=\"https://mijnduo.example/saml/acs", "9.11 recipient"),
        in_response("P4_another_destination",
                    "Destination=\"https://mijnduo.example/saml/dienst/acs",
                    "Destination=\"https://mijnduo.example/saml/acs", "9.8 destination"),
        in_response("P1_another_request", "InResponseTo=\"_", "InResponseTo=\"_x",
                    "9.8 in response to"),
        in_response("P1_to_nothing", "InResponseTo=\"_", "Ignored=\"_", "9.8 in response to"),
        in_assertion("P1_another_request_inside", "InResponseTo=\"_", "InResponseTo=\"_x",
                     "9.11 in response to"),
        in_assertion("P6_another_issuer", "<saml:Issuer>https://inloggen",
                     "<saml:Issuer>https://uitloggen", "9.10 issuer"),
        in_assertion("not_by_bearer", "cm:bearer", "cm:sender-vouches", "9.11 bearer"),
        in_assertion("P5_authenticated_before_the_request", "AuthnInstant=\"2026-11-23T10:00:00Z",
                     "AuthnInstant=\"2026-11-23T09:58:59Z", "9.13 before request"),
        in_assertion("P5_authenticated_at_the_request_less_the_skew",
                     "AuthnInstant=\"2026-11-23T10:00:00Z", "AuthnInstant=\"2026-11-23T09:59:00Z",
                     ""),
        {"P5_over",
         [](StaffLogin& it) {
             it.not_before = "2026-11-23T09:50:00Z";
             it.not_on_or_after = "2026-11-23T09:59:00Z";
         },
         "9.11 not on or after"},
        {"P5_over_but_for_the_skew",
         [](StaffLogin& it) {
             it.not_before = "2026-11-23T09:50:00Z";
             it.not_on_or_after = "2026-11-23T09:59:01Z";
         },
         ""},
        {"P5_not_yet", [](StaffLogin& it) { it.not_before = "2026-11-23T10:01:01Z"; },
         "9.12 not before"},
        {"P5_stale",
         [](StaffLogin& it) {
             it.edit_assertion = replacing("IssueInstant=\"2026-11-23T10:00:00Z",
                                           "IssueInstant=\"2026-11-23T09:54:59Z");
         },
         "9.10 issue instant"},
    };
}

std::vector<Row> persons() {
    std::string const end = "</saml:AttributeStatement>";
    return {
        {"P8_a_way_of_signing_in_that_is_not_allowed",
         [](StaffLogin& it) { it.context = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified"; },
         "P8.1 context class"},
        in_assertion("P8_two_ways", "</saml:AuthnContextClassRef>",
                     "</saml:AuthnContextClassRef><saml:AuthnContextClassRef>x"
                     "</saml:AuthnContextClassRef>",
                     "9.13 one class"),
        {"P9_no_subject", [](StaffLogin& it) { it.subject = ""; }, "P8.1 subject"},
        in_assertion("P9_two_subjects", "<saml:AttributeValue>femke</saml:AttributeValue>",
                     "<saml:AttributeValue>femke</saml:AttributeValue>"
                     "<saml:AttributeValue>gijs</saml:AttributeValue>",
                     "P8.1 subject"),
        {"P9_a_subject_with_a_line_break", [](StaffLogin& it) { it.subject = "fem&#xD;ke"; },
         "P8.1 subject"},
        {"P9_a_long_subject", [](StaffLogin& it) { it.subject = std::string(257, 'a'); },
         "P8.1 subject"},
        in_assertion("no_name_id_where_an_attribute_says_who_it_is",
                     R"(<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">)"
                     "once</saml:NameID>",
                     "", ""),
        {"no_name", [](StaffLogin& it) { it.name = ""; }, "P8.1 name"},
        {"a_mail_address_that_is_none", [](StaffLogin& it) { it.mail = "femke"; },
         "P8.1 mail address"},
        in_assertion("P9_the_role_attribute_twice", end,
                     R"(<saml:Attribute Name="groups">)" + approver + "</saml:Attribute>" + end,
                     "9.18 duplicate attribute"),
        {"S9_a_comment_in_the_subject",
         [](StaffLogin& it) {
             // Canonical form leaves comments out, so the signature still holds.
             it.edit_signed_assertion = replacing(">femke<", ">fem<!-- x -->ke<");
         },
         "9.6 markup in a value"}};
}

std::vector<Row> all() {
    auto rows = signatures();
    for (auto const& more : {wrappers(), said(), persons()})
        rows.insert(rows.end(), more.begin(), more.end());
    return rows;
}

INSTANTIATE_TEST_SUITE_P(, P8_1_StaffMessages, testing::ValuesIn(all()),
                         [](auto const& row) { return row.param.name; });

} // namespace
