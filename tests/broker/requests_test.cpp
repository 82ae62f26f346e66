#include "broker/bench.h"
#include "broker/messages/artifact.h"
#include "broker/messages/parts.h"
#include "broker/messages/signature.h"
#include "broker/xml/requests.h"
#include "broker/xml/service_provider_metadata.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using bench::set;

constexpr auto sso = "http://localhost:8081/sso";
constexpr auto ars = "http://localhost:8081/ars";

auto read_text(std::string const& message, foundation::Instant now = bench::noon()) {
    return broker::xml::read_sign_in_request(message, bench::provider(), sso, now);
}

auto read(broker::Element const& request) { return read_text(bench::signed_by_provider(request)); }

/// The request with one attribute changed (or taken away), signed after that.
auto read_with(std::string_view attribute, std::string value) {
    auto request = bench::sign_in_request();
    return read(set(request, attribute, std::move(value)));
}

std::string why(auto const& read) { return read ? "accepted" : read.error(); }

TEST(SignInRequest, E2_1_is_read_by_the_index_of_its_endpoint_and_service) {
    auto const request = read(bench::sign_in_request());
    ASSERT_TRUE(request) << request.error();
    EXPECT_EQ(request->id, "_request");
    EXPECT_EQ(request->endpoint.location, bench::acs);
    EXPECT_EQ(request->service.service_id, bench::sp_service);
    EXPECT_FALSE(request->minimum_level);
}

TEST(SignInRequest, E2_4_an_address_with_its_binding_will_do_if_the_metadata_has_both) {
    auto request = bench::sign_in_request();
    set(request, "AssertionConsumerServiceIndex", "");
    set(request, "AssertionConsumerServiceURL", std::string{bench::acs});
    EXPECT_FALSE(read(request));
    set(request, "ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
    EXPECT_FALSE(read(request));
    set(request, "ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact");
    EXPECT_TRUE(read(request));
    set(request, "AssertionConsumerServiceURL", "http://localhost:8080/elsewhere");
    EXPECT_FALSE(read(request));
}

TEST(SignInRequest, E2_4_index_and_address_together_are_refused) {
    EXPECT_EQ(why(read_with("AssertionConsumerServiceURL", std::string{bench::acs})),
              "the request must name its consumer endpoint in one way");
    EXPECT_FALSE(read_with("AssertionConsumerServiceIndex", ""));
}

TEST(SignInRequest, E2_1_anything_wrong_in_it_is_refused) {
    EXPECT_FALSE(read_with("Destination", "http://localhost:8081/other"));
    EXPECT_FALSE(read_with("Destination", ""));
    EXPECT_FALSE(read_with("AssertionConsumerServiceIndex", "2"));
    EXPECT_FALSE(read_with("AttributeConsumingServiceIndex", "2"));
    EXPECT_FALSE(read_with("Version", "1.1"));
    EXPECT_FALSE(read_with("IsPassive", "true"));
    EXPECT_FALSE(read_with("IssueInstant", "2026-11-23T11:54:59Z"));
    EXPECT_FALSE(read_with("IssueInstant", "2026-11-23T12:05:01Z"));
    EXPECT_FALSE(read_with("IssueInstant", "yesterday"));
    auto request = bench::sign_in_request();
    request.children.front().text = "urn:etoegang:DV:00000009000000000011:entities:9001";
    EXPECT_FALSE(read(request));
}

TEST(SignInRequest, E2_3_must_be_signed_with_a_key_of_the_metadata) {
    auto request = bench::sign_in_request();
    EXPECT_EQ(why(read_text(broker::canonical(request))), "the message is not signed");
    auto forged = request;
    broker::sign(forged, bench::key_pair("stranger").key());
    EXPECT_EQ(why(read_text(broker::canonical(forged))),
              "the signature was not made with a key from the metadata");
    auto text = bench::signed_by_provider(request);
    text.replace(text.find("_request"), 8, "_changed");
    EXPECT_EQ(why(read_text(text)), "the signature is not for this message");
    text = bench::signed_by_provider(request);
    text.replace(text.find("ForceAuthn=\"true\""), 17, "ForceAuthn=\"fals\"");
    EXPECT_EQ(why(read_text(text)), "the message was changed after it was signed");
}

TEST(SignInRequest, S5_a_document_type_or_a_doubled_id_is_refused) {
    auto const text = bench::signed_by_provider(bench::sign_in_request());
    EXPECT_TRUE(read_text(text));
    EXPECT_FALSE(read_text("<!DOCTYPE a [<!ENTITY b \"c\">]>" + text));
    auto request = bench::sign_in_request();
    request.children.push_back({.name = "samlp:Extensions", .attributes = {{"ID", "_request"}}});
    EXPECT_FALSE(read(request));
    EXPECT_FALSE(read_text("<a/>"));
    EXPECT_FALSE(read_text(""));
}

TEST(SignInRequest, E1_4_may_ask_for_a_level_itself) {
    auto request = bench::sign_in_request();
    request.children.push_back({.name = "samlp:RequestedAuthnContext",
                                .children = {{.name = "saml:AuthnContextClassRef",
                                              .text = "urn:etoegang:core:assurance-class:loa4"}}});
    EXPECT_EQ(read(request)->minimum_level, broker::Level::loa4);
}

TEST(ResolveRequest, E4_2_is_taken_from_its_envelope) {
    auto const envelope = [](broker::Element message) {
        broker::sign(message, bench::key_pair("sp-signing").key());
        return broker::in_envelope(std::move(message));
    };
    auto const read_envelope = [](std::string const& text) {
        return broker::xml::read_resolve_request(text, bench::provider(), ars, bench::noon());
    };
    auto const request = read_envelope(envelope(bench::resolve_request("AAQ=")));
    ASSERT_TRUE(request) << request.error();
    EXPECT_EQ(request->id, "_resolve");
    EXPECT_EQ(request->artifact, "AAQ=");
    EXPECT_FALSE(read_envelope(broker::in_envelope(bench::resolve_request("AAQ="))));
    auto elsewhere = bench::resolve_request("AAQ=");
    EXPECT_FALSE(read_envelope(envelope(set(elsewhere, "Destination", sso))));
    EXPECT_FALSE(read_envelope(bench::signed_by_provider(bench::resolve_request("AAQ="))));
}

TEST(ServiceProviderMetadata, E4_3_tells_its_keys_endpoints_and_services) {
    auto const provider = broker::xml::read_service_provider(bench::provider_metadata());
    ASSERT_TRUE(provider) << provider.error();
    EXPECT_EQ(provider->entity_id, bench::sp_entity);
    ASSERT_EQ(provider->signing.size(), 1U);
    ASSERT_EQ(provider->encryption.size(), 1U);
    EXPECT_EQ(provider->encryption.front().key_name,
              bench::key_pair("sp-encryption").key().certificate().fingerprint());
    ASSERT_EQ(provider->endpoints.size(), 1U);
    EXPECT_EQ(provider->endpoints.front().binding, broker::Binding::artifact);
    ASSERT_EQ(provider->services.size(), 1U);
    EXPECT_EQ(provider->services.front().name, "Mijn DUO");
    EXPECT_EQ(provider->services.front().service_id, bench::sp_service);
}

TEST(ServiceProviderMetadata, is_refused_when_changed_or_without_keys) {
    auto text = bench::provider_metadata();
    text.replace(text.find("/saml/acs"), 9, "/saml/ac5");
    EXPECT_FALSE(broker::xml::read_service_provider(text));
    EXPECT_FALSE(broker::xml::read_service_provider("<md:EntityDescriptor "
                                                    "xmlns:md=\"urn:oasis:names:tc:SAML:2.0:"
                                                    "metadata\"/>"));
}

} // namespace
