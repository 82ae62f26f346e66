#include "broker/messages/pseudonym.h"
#include "broker/visitor.h"
#include "broker/xml/document.h"
#include "broker/xml/verification.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using bench::header;
using bench::query_value;
using bench::says;
using bench::Visitor;

broker::xml::Node only(broker::xml::Node const& node, std::string_view prefix,
                       std::string_view name) {
    auto const found = node.only(prefix, name);
    EXPECT_TRUE(found) << name;
    return found.value();
}

/// What came out of the envelope, with its signature checked.
struct Resolved {
    broker::xml::Document document;
    broker::xml::Node response() const {
        return only(only(document.root(), "soap", "Body"), "samlp", "ArtifactResponse");
    }
    std::optional<broker::xml::Node> message() const {
        return response().only("samlp", "Response");
    }
};

Resolved resolved(http::Response const& answer) {
    EXPECT_EQ(answer.status, 200) << answer.body;
    Resolved out{*broker::xml::Document::parse(answer.body)};
    EXPECT_TRUE(broker::xml::verify(out.response(), {bench::keys().broker.key.certificate()}));
    return out;
}

TEST(Journey, M1_2_somebody_signs_in_and_goes_back_with_an_artifact) {
    Visitor visitor;
    auto const chooser = visitor.arrive();
    EXPECT_TRUE(chooser.starts_with("/kiezen/"));
    EXPECT_EQ(visitor.get(chooser).status, 200);
    auto const means =
        header(visitor.post(chooser, {{"leverancier", "Alfa"}, {"onthoud", "ja"}}), "Location");
    EXPECT_TRUE(says(visitor.get(means), "Inloggen bij Testleverancier Alfa"));
    auto const back = visitor.post(means, {{"persoon", "1"}});
    ASSERT_EQ(back.status, 303);
    auto const address = header(back, "Location");
    EXPECT_TRUE(address.starts_with(std::string{bench::acs} + "?SAMLart="));
    EXPECT_EQ(query_value(address, "RelayState"), "handle");
    auto const answer = resolved(visitor.resolve(query_value(address, "SAMLart")));
    EXPECT_EQ(answer.response().attribute("InResponseTo"), "_resolve");
    ASSERT_TRUE(answer.message());
    EXPECT_EQ(answer.message()->attribute("InResponseTo"), "_request");
    EXPECT_TRUE(answer.message()->only("saml", "Assertion"));
}

TEST(Journey, E4_1_an_artifact_is_good_once_and_for_two_minutes) {
    Visitor visitor;
    auto const sign_in = [&] {
        return query_value(header(visitor.post(visitor.choose(), {{"persoon", "1"}}), "Location"),
                           "SAMLart");
    };
    auto const first = sign_in();
    EXPECT_TRUE(resolved(visitor.resolve(first)).message());
    EXPECT_FALSE(resolved(visitor.resolve(first)).message());
    auto const second = sign_in();
    visitor.now += 2min - 1us;
    auto const third = sign_in();
    EXPECT_TRUE(resolved(visitor.resolve(second)).message());
    visitor.now += 2min;
    EXPECT_FALSE(resolved(visitor.resolve(third)).message());
}

TEST(Journey, E5_1_Annuleren_goes_back_with_AuthnFailed_from_every_page) {
    for (bool const at_the_means : {false, true}) {
        Visitor visitor;
        auto const page = at_the_means ? visitor.choose() : visitor.arrive();
        auto const back = visitor.post(page, {{"annuleren", "ja"}, {"leverancier", ""}});
        ASSERT_EQ(back.status, 303);
        EXPECT_EQ(header(back, "Set-Cookie"), "");
        auto const answer =
            resolved(visitor.resolve(query_value(header(back, "Location"), "SAMLart")));
        auto const code = only(only(*answer.message(), "samlp", "Status"), "samlp", "StatusCode");
        EXPECT_EQ(only(code, "samlp", "StatusCode").attribute("Value"),
                  "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed");
        EXPECT_FALSE(answer.message()->only("saml", "Assertion"));
    }
}

TEST(Journey, E1_2_somebody_with_two_mandates_says_for_whom) {
    Visitor visitor;
    auto const choice = header(visitor.post(visitor.choose(), {{"persoon", "9"}}), "Location");
    ASSERT_TRUE(choice.starts_with("/organisatie/"));
    EXPECT_TRUE(says(visitor.get(choice), "Gemeente Waterrijk"));
    EXPECT_EQ(visitor.post(choice, {}).status, 422);
    EXPECT_EQ(visitor.post(choice, {{"organisatie", "90000003"}}).status, 422);
    auto const back = visitor.post(choice, {{"organisatie", "90000002"}});
    auto const answer = visitor.resolve(query_value(header(back, "Location"), "SAMLart"));
    EXPECT_TRUE(says(answer, "Gemeente Waterrijk"));
    EXPECT_FALSE(says(answer, "Scholengroep"));
}

TEST(Journey, E8_the_supplier_is_remembered_after_a_sign_in_if_asked_to) {
    Visitor visitor;
    auto const chooser = visitor.arrive();
    auto const chosen = visitor.post(chooser, {{"leverancier", "Beta"}, {"onthoud", "ja"}});
    EXPECT_EQ(header(chosen, "Set-Cookie"), "");
    auto const back = visitor.post(header(chosen, "Location"), {{"persoon", "1"}});
    visitor.cookie = header(back, "Set-Cookie");
    visitor.cookie.resize(visitor.cookie.find(';'));
    EXPECT_EQ(visitor.cookie, "makelaar_leverancier=Beta");
    EXPECT_TRUE(says(visitor.get(visitor.arrive()), "value=\"Beta\" selected"));
    auto const without = visitor.post(visitor.arrive(), {{"leverancier", "Alfa"}});
    EXPECT_TRUE(header(visitor.post(header(without, "Location"), {{"persoon", "1"}}), "Set-Cookie")
                    .find("Max-Age=0") != std::string::npos);
}

TEST(Journey, a_sign_in_is_over_once_it_went_back_and_after_thirty_minutes) {
    Visitor visitor;
    auto const means = visitor.choose();
    EXPECT_EQ(visitor.post(means, {{"persoon", "1"}}).status, 303);
    EXPECT_EQ(visitor.post(means, {{"persoon", "1"}}).status, 410);
    EXPECT_EQ(visitor.get(means).status, 410);
    auto const chooser = visitor.arrive();
    visitor.now += 30min;
    EXPECT_EQ(visitor.get(chooser).status, 410);
}

TEST(Journey, the_steps_cannot_be_skipped) {
    Visitor visitor;
    auto const chooser = visitor.arrive();
    auto const id = chooser.substr(chooser.rfind('/'));
    EXPECT_EQ(header(visitor.post("/inloggen" + id, {{"persoon", "1"}}), "Location"), chooser);
    EXPECT_EQ(header(visitor.get("/organisatie" + id), "Location"), chooser);
}

TEST(Journey, E2_2_a_service_provider_may_take_the_Response_in_a_form) {
    auto provider = bench::provider();
    provider.endpoints.front().binding = broker::Binding::post;
    auto manner = Visitor::ordinary();
    manner.sign_response = false;
    Visitor visitor{manner, provider};
    auto const back = visitor.post(visitor.choose(), {{"persoon", "1"}});
    ASSERT_EQ(back.status, 200);
    EXPECT_TRUE(says(back, "action=\"http://localhost:8080/saml/acs\""));
    EXPECT_TRUE(says(back, "name=\"RelayState\" value=\"handle\""));
    auto const at = back.body.find("name=\"SAMLResponse\" value=\"") + 27;
    auto const message =
        foundation::unbase64(std::string_view{back.body}.substr(at, back.body.find('"', at) - at));
    auto const document = broker::xml::Document::parse(message.value());
    EXPECT_TRUE(broker::xml::verify(document->root(), {bench::keys().broker.key.certificate()}));
}

TEST(Journey, E4_1_an_artifact_can_be_delivered_by_a_form_too) {
    auto manner = Visitor::ordinary();
    manner.artifact_delivery = broker::desk::ArtifactDelivery::post;
    Visitor visitor{manner};
    auto const back = visitor.post(visitor.choose(), {{"persoon", "1"}});
    EXPECT_EQ(back.status, 200);
    EXPECT_TRUE(says(back, "name=\"SAMLart\""));
    EXPECT_TRUE(
        header(back, "Content-Security-Policy").find("form-action 'self' http://localhost:8080;") !=
        std::string::npos);
}

TEST(Arrival, E2_4_a_wrong_request_ends_on_a_page_and_never_in_a_redirect) {
    auto const arrive = [](broker::Element const& request) {
        return Visitor{}.post(
            "/sso", {{"SAMLRequest", foundation::base64(bench::signed_by_provider(request))}});
    };
    EXPECT_EQ(arrive(bench::sign_in_request()).status, 303);
    for (auto const& [attribute, value] :
         {std::pair{"AssertionConsumerServiceIndex", "7"},
          {"Destination", "http://elsewhere/sso"},
          {"AssertionConsumerServiceURL", "http://evil.example/acs"}}) {
        auto request = bench::sign_in_request();
        auto const answer = arrive(bench::set(request, attribute, value));
        EXPECT_EQ(answer.status, 400) << attribute;
        EXPECT_EQ(header(answer, "Location"), "");
        EXPECT_TRUE(says(answer, "Inloggen kan nu niet"));
    }
}

TEST(Arrival, E2_2_the_RelayState_is_at_most_80_bytes_and_comes_once) {
    Visitor visitor;
    EXPECT_NE(visitor.arrive(std::string(80, 'r')), "");
    EXPECT_EQ(visitor.arrive(std::string(81, 'r')), "");
    auto const message = foundation::base64(bench::signed_by_provider(bench::sign_in_request()));
    EXPECT_EQ(
        visitor.post("/sso", {{"SAMLRequest", message}, {"RelayState", "a"}, {"RelayState", "b"}})
            .status,
        400);
    EXPECT_EQ(visitor.post("/sso", {{"SAMLRequest", "no base64!"}}).status, 400);
    EXPECT_EQ(visitor.post("/sso", {}).status, 400);
    EXPECT_EQ(visitor.get("/sso").status, 405);
}

TEST(Resolution, E4_2_is_refused_to_strangers_and_as_another_content_type) {
    Visitor visitor;
    auto const artifact = query_value(
        header(visitor.post(visitor.choose(), {{"persoon", "1"}}), "Location"), "SAMLart");
    EXPECT_EQ(visitor.send(bench::posting("/ars", "text/xml", "<soap:Envelope/>")).status, 500);
    EXPECT_TRUE(says(visitor.send(bench::posting("/ars", "application/soap+xml", "")),
                     "the content type must be text/xml"));
    EXPECT_TRUE(resolved(visitor.resolve(artifact)).message());
    EXPECT_FALSE(resolved(visitor.resolve("unknown")).message());
}

} // namespace
