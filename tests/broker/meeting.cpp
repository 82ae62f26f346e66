#include "broker/meeting.h"

#include "broker/xml/service_provider_metadata.h"
#include "foundation/digest.h"

namespace bench {
namespace {

saml::Settings portal_settings(std::string const& broker_metadata, bool by_post) {
    auto const signing = key_pair("sp-signing");
    auto const encryption = key_pair("sp-encryption");
    return {.entity_id = std::string{sp_entity},
            .service_id = std::string{sp_service},
            .service_uuids = {Visitor::ordinary().service_uuid},
            .acs_address = std::string{acs},
            .broker_metadata = broker_metadata,
            .broker_metadata_sha256 = foundation::sha256_hex(broker_metadata),
            .broker_metadata_signer_pem = {},
            .broker_entity_id = std::string{hm_entity},
            .signing_key_pem = foundation::Secret{content(signing.key_path)},
            .signing_certificate_pem = content(signing.certificate_path),
            .decryption_keys = {{foundation::Secret{content(encryption.key_path)},
                                 content(encryption.certificate_path)}},
            .post_binding = by_post};
}

/// As over the wire: an answer that is not 200 is no answer.
std::expected<std::string, portal::Rejected> body_of(http::Response const& answer) {
    if (answer.status != 200)
        return std::unexpected{
            portal::Rejected{portal::Rejection::broker_unavailable, "9.5 http status"}};
    return answer.body;
}

} // namespace

foundation::Instant today() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

Meeting::Meeting(bool by_post) {
    Visitor printer; // whoever prints the metadata need not know the portal yet
    printer.now = today();
    portal_ = saml::make_broker(
        portal_settings(printer.get("/metadata").body, by_post), today(), [](std::string_view) {},
        [this](std::string const& address, std::string const& body) {
            EXPECT_EQ(address, "http://localhost:8081/ars");
            return body_of(visitor_->send(posting("/ars", "text/xml", body)));
        });
    auto const metadata =
        broker::xml::read_service_provider(portal_->metadata(randomness_, today()));
    EXPECT_TRUE(metadata) << metadata.error();
    visitor_ = std::make_unique<Visitor>(Visitor::ordinary(), metadata.value());
    visitor_->now = today();
}

http::Response Meeting::sign_in(Form const& form, portal::AssuranceLevel wanted) {
    auto const departure = portal_->send_off(randomness_, today(), wanted);
    EXPECT_EQ(departure.destination, "http://localhost:8081/sso");
    pending_ = {
        .request_id = departure.request_id, .departed_at = today(), .minimum_level = wanted};
    auto const arrived =
        visitor_->post("/sso", {{"SAMLRequest", departure.saml_request}, {"RelayState", "handle"}});
    EXPECT_EQ(arrived.status, 303) << arrived.body;
    chooser_ = visitor_->get(header(arrived, "Location")).body;
    auto const chosen = visitor_->post(header(arrived, "Location"), {{"leverancier", "Alfa"}});
    return visitor_->post(header(chosen, "Location"), form);
}

std::expected<portal::Arrival, portal::Rejected> Meeting::receive(http::Response const& back) {
    auto const artifact = portal_->read_artifact(query_value(header(back, "Location"), "SAMLart"));
    if (!artifact)
        return std::unexpected{artifact.error()};
    return portal_->receive(*artifact, pending_, randomness_, today());
}

std::expected<portal::Arrival, portal::Rejected>
Meeting::receive_posted(http::Response const& back) {
    auto const at = back.body.find("name=\"SAMLResponse\" value=\"") + 27;
    auto const message = back.body.substr(at, back.body.find('"', at) - at);
    return portal_->receive_posted(message, pending_, today());
}

std::expected<portal::Arrival, portal::Rejected> Meeting::arrival(Form const& form) {
    return receive(sign_in(form));
}

std::optional<portal::Rejection> reason(std::expected<portal::Arrival, portal::Rejected> const& r) {
    return r ? std::nullopt : std::optional{r.error().reason};
}

} // namespace bench
