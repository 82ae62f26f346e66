#include "broker/desk/staff_desk.h"
#include "broker/program/people.h"
#include "broker/visitor.h"
#include "broker/xml/service_provider_metadata.h"
#include "foundation/digest.h"
#include "foundation/text.h"
#include "saml/agency/provider.h"

#include <gtest/gtest.h>

/// The portal's own door for staff and the identity provider that the test broker plays, which
/// share no code, meet.
namespace {

foundation::Instant today() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

broker::Party party() {
    auto const pair = bench::key_pair("staff-signing");
    return {"urn:example:agency:staff",
            broker::SigningKey::read(bench::content(pair.key_path),
                                     bench::content(pair.certificate_path))};
}

class StaffMeeting : public testing::Test {
protected:
    StaffMeeting() {
        auto const metadata =
            broker::staff_metadata(party(), "http://localhost:8081", randomness_, today());
        auto const signing = bench::key_pair("sp-signing");
        portal_ = saml::agency::make_provider(
            {.entity_id = "http://localhost:8080/saml/dienst/metadata",
             .acs_address = "http://localhost:8080/saml/dienst/acs",
             .provider_metadata = metadata,
             .provider_metadata_sha256 = foundation::sha256_hex(metadata),
             .provider_metadata_signer_pem = "",
             .provider_entity_id = "",
             .signing_key_pem = foundation::Secret{bench::content(signing.key_path)},
             .signing_certificate_pem = bench::content(signing.certificate_path),
             .profile = {.subject_attribute = "",
                         .name_attribute = "displayName",
                         .mail_attribute = "mail",
                         .roles_attribute = "groups",
                         .roles = {{"mijnduo-registratie", {portal::StaffRole::registrar}}},
                         .context_classes = {}}},
            today(), [](std::string_view) {});
        auto const read = broker::xml::read_plain_service_provider(portal_->metadata(randomness_));
        EXPECT_TRUE(read) << read.error();
        auto const provider = std::make_shared<broker::ServiceProvider const>(read.value());
        desk_.emplace(broker::desk::StaffSetup{.public_url = "http://localhost:8081",
                                               .provider = party(),
                                               .staff = broker::program::demonstration_staff(),
                                               .service_provider = [provider] { return provider; },
                                               .randomness = randomness_,
                                               .clock = today,
                                               .log = [](std::string_view) {}});
    }

    http::Response post(std::string const& path, http::Request request) {
        EXPECT_TRUE(broker::desk::StaffDesk::is_for_staff(request)) << path;
        return desk_->answer(request);
    }

    /// The Response for whoever is chosen, out of the page that posts it.
    std::string chosen(std::string const& uid) {
        auto const departure = portal_->send_off(randomness_, today());
        pending_ = {.request_id = departure.request_id, .departed_at = today()};
        auto const arrived = post(
            "/dienst/sso", bench::posting("/dienst/sso", "application/x-www-form-urlencoded",
                                          "RelayState=handle&SAMLRequest=" +
                                              foundation::url_encoded(departure.saml_request)));
        EXPECT_EQ(arrived.status, 303) << arrived.body;
        auto const place = bench::header(arrived, "Location");
        auto const back = post(
            place, bench::posting(place, "application/x-www-form-urlencoded", "medewerker=" + uid));
        std::string const mark = "name=\"SAMLResponse\" value=\"";
        auto const at = back.body.find(mark);
        EXPECT_NE(at, std::string::npos) << back.body;
        auto const from = at + mark.size();
        return back.body.substr(from, back.body.find('"', from) - from);
    }

    foundation::SeededRandomness randomness_{5};
    std::unique_ptr<portal::AgencyProvider> portal_;
    std::optional<broker::desk::StaffDesk> desk_;
    portal::PendingSignIn pending_;
};

TEST_F(StaffMeeting, P8_1_a_chosen_member_of_staff_arrives_at_the_portal_with_the_role) {
    auto const arrival = portal_->receive_posted(chosen("femke"), pending_, today());
    ASSERT_TRUE(arrival) << arrival.error().detail;
    EXPECT_EQ(arrival->identity.issuer, "urn:example:agency:staff");
    EXPECT_EQ(arrival->identity.subject, "femke"); // the persistent NameID
    EXPECT_EQ(arrival->name, "Femke Dijkstra");
    EXPECT_EQ(arrival->roles, std::vector{portal::StaffRole::registrar});
}

TEST_F(StaffMeeting, P8_1_who_has_no_group_arrives_without_a_role) {
    auto const arrival = portal_->receive_posted(chosen("stef"), pending_, today());
    ASSERT_TRUE(arrival) << arrival.error().detail;
    EXPECT_TRUE(arrival->roles.empty());
}

TEST_F(StaffMeeting, a_request_of_somebody_else_ends_at_the_provider) {
    auto const answer =
        post("/dienst/sso", bench::posting("/dienst/sso", "application/x-www-form-urlencoded",
                                           "SAMLRequest=PHgvPg%3D%3D"));
    EXPECT_EQ(answer.status, 400);
}

} // namespace
