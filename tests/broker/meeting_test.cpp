#include "broker/messages/pseudonym.h"
#include "broker/visitor.h"
#include "broker/xml/service_provider_metadata.h"
#include "foundation/digest.h"
#include "saml/broker.h"

#include <gtest/gtest.h>

/// The portal's own door to eHerkenning and the test broker, which share no code, meet.
namespace {

using bench::header;
using bench::query_value;
using bench::Visitor;

foundation::Instant today() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

saml::Settings portal_settings(std::string const& broker_metadata, bool by_post) {
    auto const signing = bench::key_pair("sp-signing");
    auto const encryption = bench::key_pair("sp-encryption");
    return {.entity_id = std::string{bench::sp_entity},
            .service_id = std::string{bench::sp_service},
            .service_uuids = {Visitor::ordinary().service_uuid},
            .acs_address = std::string{bench::acs},
            .broker_metadata = broker_metadata,
            .broker_metadata_sha256 = foundation::sha256_hex(broker_metadata),
            .broker_metadata_signer_pem = {},
            .broker_entity_id = std::string{bench::hm_entity},
            .signing_key_pem = foundation::Secret{bench::content(signing.key_path)},
            .signing_certificate_pem = bench::content(signing.certificate_path),
            .decryption_keys = {{foundation::Secret{bench::content(encryption.key_path)},
                                 bench::content(encryption.certificate_path)}},
            .post_binding = by_post};
}

/// A portal that has been given the broker's metadata, and a broker that has read the portal's.
class Meeting : public testing::Test {
protected:
    explicit Meeting(bool by_post = false) {
        Visitor printer; // whoever prints the metadata need not know the portal yet
        printer.now = today();
        portal_ = saml::make_broker(
            portal_settings(printer.get("/metadata").body, by_post), today(),
            [](std::string_view) {},
            [this](std::string const& address, std::string const& body) {
                EXPECT_EQ(address, "http://localhost:8081/ars");
                return visitor_->send(bench::posting("/ars", "text/xml", body)).body;
            });
        auto const metadata =
            broker::xml::read_service_provider(portal_->metadata(randomness_, today()));
        EXPECT_TRUE(metadata) << metadata.error();
        visitor_ = std::make_unique<Visitor>(Visitor::ordinary(), metadata.value());
        visitor_->now = today();
    }

    /// The broker's last answer to somebody who fills in this form at the means.
    http::Response sign_in(bench::Form const& form) {
        auto const departure = portal_->send_off(randomness_, today());
        EXPECT_EQ(departure.destination, "http://localhost:8081/sso");
        pending_ = {.request_id = departure.request_id, .departed_at = today()};
        auto const arrived = visitor_->post(
            "/sso", {{"SAMLRequest", departure.saml_request}, {"RelayState", "handle"}});
        EXPECT_EQ(arrived.status, 303) << arrived.body;
        auto const chosen = visitor_->post(header(arrived, "Location"), {{"leverancier", "Alfa"}});
        return visitor_->post(header(chosen, "Location"), form);
    }

    std::expected<portal::Arrival, portal::Rejected> receive(http::Response const& back) {
        auto const artifact =
            portal_->read_artifact(query_value(header(back, "Location"), "SAMLart"));
        if (!artifact)
            return std::unexpected{artifact.error()};
        return portal_->receive(*artifact, pending_, randomness_, today());
    }

    std::expected<portal::Arrival, portal::Rejected> arrival(bench::Form form) {
        return receive(sign_in(form));
    }

    foundation::SeededRandomness randomness_{5};
    std::unique_ptr<portal::Broker> portal_;
    std::unique_ptr<Visitor> visitor_;
    portal::PendingSignIn pending_;
};

class MeetingByPost : public Meeting {
protected:
    MeetingByPost()
        : Meeting(true) {}
};

bench::Form somebody(std::string const& deviation) {
    return {{"persoon", "anders"},
            {"naam", "Joke Mol"},
            {"kvk", "12345678"},
            {"niveau", "loa4"},
            {"afwijking", deviation}};
}

std::optional<portal::Rejection> reason(std::expected<portal::Arrival, portal::Rejected> const& r) {
    return r ? std::nullopt : std::optional{r.error().reason};
}

TEST_F(Meeting, the_portal_lets_an_invented_person_in) {
    auto const arrived = arrival({{"persoon", "1"}});
    ASSERT_TRUE(arrived) << arrived.error().detail;
    EXPECT_EQ(arrived->identity.pseudonym,
              broker::pseudonym("anja-de-wit", "90000001", bench::sp_entity));
    EXPECT_EQ(arrived->identity.kvk.text(), "90000001");
    EXPECT_EQ(arrived->rsin, "900000016");
    EXPECT_EQ(arrived->organisation_name, "Scholengroep Lindenhof");
    EXPECT_EQ(arrived->level, portal::AssuranceLevel::loa3);
}

TEST_F(Meeting, the_portal_lets_a_pseudonym_in_capitals_in_as_the_same_person) {
    auto const arrived = arrival(somebody("hoofdletters"));
    ASSERT_TRUE(arrived) << arrived.error().detail;
    EXPECT_EQ(arrived->identity.pseudonym,
              broker::pseudonym("joke-mol", "12345678", bench::sp_entity));
    EXPECT_NE(arrived->raw_pseudonym, arrived->identity.pseudonym);
}

TEST_F(Meeting, the_portal_notices_each_deviation) {
    EXPECT_EQ(reason(arrival({{"annuleren", "ja"}})), portal::Rejection::cancelled);
    EXPECT_EQ(reason(arrival({{"persoon", "10"}})), portal::Rejection::level_too_low);
    EXPECT_EQ(reason(arrival(somebody("niveau"))), portal::Rejection::level_too_low);
    EXPECT_EQ(reason(arrival(somebody("keten"))), portal::Rejection::chain_mandate);
    EXPECT_EQ(reason(arrival(somebody("zonder"))), portal::Rejection::message_refused);
}

TEST_F(Meeting, the_portal_is_refused_when_it_comes_back_with_a_used_artifact) {
    auto const back = sign_in({{"persoon", "1"}});
    EXPECT_TRUE(receive(back));
    EXPECT_FALSE(receive(back));
}

TEST_F(MeetingByPost, the_portal_lets_somebody_in_by_a_form) {
    auto const back = sign_in({{"persoon", "1"}});
    auto const at = back.body.find("name=\"SAMLResponse\" value=\"") + 27;
    auto const message = back.body.substr(at, back.body.find('"', at) - at);
    auto const arrived = portal_->receive_posted(message, pending_, today());
    ASSERT_TRUE(arrived) << arrived.error().detail;
    EXPECT_EQ(arrived->identity.kvk.text(), "90000001");
}

} // namespace
