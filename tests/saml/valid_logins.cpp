#include "saml/support/tool.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

TEST(Arrival, holds_what_the_broker_vouches_for) {
    auto login = world::login();
    login.rsin = "001234560";
    login.more_attributes = {
        hostile::attribute("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr", {"000012345678"}),
        hostile::attribute("urn:etoegang:1.11:attribute-represented:CompanyName",
                           {"Kinderopvang &amp; Zn"})};
    auto const arrival = world::by_artifact(login);
    ASSERT_EQ(world::outcome(arrival), "let in");
    EXPECT_EQ(arrival->request_id, "_request");
    EXPECT_EQ(arrival->response_id, "_response");
    EXPECT_EQ(arrival->assertion_id, "_assertion");
    EXPECT_EQ(arrival->assertion_expires_at, world::now() + 2min + 60s);
    EXPECT_EQ(arrival->authenticated_at, world::now());
    EXPECT_EQ(arrival->identity.kvk.text(), "12345678");
    EXPECT_EQ(arrival->raw_pseudonym, world::pseudonym);
    EXPECT_EQ(arrival->identity.pseudonym.substr(0, 8), "a1b2c3d4");
    EXPECT_EQ(arrival->identity.pseudonym.substr(64, 5), "@9162");
    EXPECT_EQ(arrival->pseudonym_qualifier, "urn:etoegang:1.13:EntityConcernedID:Pseudo");
    EXPECT_EQ(arrival->rsin, "001234560");
    EXPECT_EQ(arrival->branch_number, "000012345678");
    EXPECT_EQ(arrival->organisation_name, "Kinderopvang & Zn");
    EXPECT_EQ(arrival->level, portal::AssuranceLevel::loa3);
    EXPECT_EQ(arrival->authenticating_authority,
              "urn:etoegang:AD:00000004000000149000:entities:9009");
}

TEST(Arrival, leaves_out_what_was_not_told) {
    auto const arrival = world::by_artifact(world::login());
    ASSERT_EQ(world::outcome(arrival), "let in");
    EXPECT_EQ(arrival->rsin, std::nullopt);
    EXPECT_EQ(arrival->branch_number, std::nullopt);
    EXPECT_EQ(arrival->organisation_name, std::nullopt);
}

TEST(Arrival, names_an_authority_only_of_the_schemes_own_form) {
    auto login = world::login();
    login.edit_assertion = hostile::replacing("urn:etoegang:AD:", "https://ad.example/");
    auto const arrival = world::by_artifact(login);
    ASSERT_EQ(world::outcome(arrival), "let in");
    EXPECT_EQ(arrival->authenticating_authority, "");
}

TEST(Arrival, names_an_authority_only_when_it_is_fit_for_a_log) {
    std::string const prefix = "urn:etoegang:EB:";
    auto const kept = [&](std::string const& rest) {
        auto login = world::login();
        login.edit_assertion =
            hostile::replacing("urn:etoegang:AD:00000004000000149000:entities:9009", prefix + rest);
        auto const arrival = world::by_artifact(login);
        return arrival ? arrival->authenticating_authority : world::outcome(arrival);
    };
    EXPECT_EQ(kept(std::string(184, 'x')), prefix + std::string(184, 'x'));
    EXPECT_EQ(kept(std::string(185, 'x')), "");
    EXPECT_EQ(kept("a b"), "");
    EXPECT_EQ(kept("a\nb"), "");
    EXPECT_EQ(kept("a\x7f"), "");
    EXPECT_EQ(kept("a~!"), prefix + "a~!");
}

TEST(Arrival, leaves_out_what_was_told_twice) {
    auto login = world::login();
    login.more_attributes = {
        hostile::attribute("urn:etoegang:1.11:attribute-represented:CompanyName", {"A", "B"})};
    std::string const authority = "<saml:AuthenticatingAuthority>urn:etoegang:AD:";
    login.edit_assertion =
        hostile::replacing(authority, authority + "1</saml:AuthenticatingAuthority>" + authority);
    auto const arrival = world::by_artifact(login);
    ASSERT_EQ(world::outcome(arrival), "let in");
    EXPECT_EQ(arrival->organisation_name, std::nullopt);
    EXPECT_EQ(arrival->authenticating_authority, "");
}

TEST(Arrival, is_the_same_by_post) {
    auto const posted = world::by_post(world::login());
    auto const resolved = world::by_artifact(world::login());
    ASSERT_EQ(world::outcome(posted), "let in");
    ASSERT_EQ(world::outcome(resolved), "let in");
    EXPECT_EQ(posted->identity, resolved->identity);
    EXPECT_EQ(posted->assertion_id, resolved->assertion_id);
}

TEST(Arrival, tells_the_log_the_name_of_what_is_unknown_and_nothing_else) {
    std::vector<std::string> lines;
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = saml::make_broker(
        std::move(settings), world::now(), [&](std::string_view line) { lines.emplace_back(line); },
        [](std::string const&, std::string const&) -> std::expected<std::string, portal::Rejected> {
            return "";
        });
    auto login = world::login();
    login.more_attributes = {hostile::attribute("urn:unknown", {"a secret"}),
                             hostile::attribute(std::string(100, 'n'), {"x"}),
                             hostile::attribute(std::string(101, 'm'), {"x"}),
                             hostile::attribute("a&#xA;line", {"x"})};
    login.edit_assertion = hostile::replacing("a&#xA;line", "a&#xA;line");
    auto const received = broker->receive_posted(hostile::base64(hostile::response(login)),
                                                 world::pending(), world::now());
    ASSERT_EQ(world::outcome(received), "let in");
    std::string const said = "an attribute that the portal does not know: ";
    EXPECT_EQ(lines, (std::vector{said + "urn:unknown", said + std::string(100, 'n')}));
}

/// The tests' own broker is held against the second implementation too: what it calls valid is.
TEST(HostileBroker, writes_valid_signatures) {
    auto const& certificate = world::keys().broker.certificate_pem;
    auto login = world::login();
    EXPECT_TRUE(world::xmlsec_verifies(hostile::assertion(login), "Assertion", certificate));
    login.response_signing.present = false;
    EXPECT_TRUE(world::xmlsec_verifies(hostile::response(login), "Assertion", certificate));
    auto const metadata = world::broker_metadata();
    auto wrapped = metadata;
    wrapped.wrapped = true;
    wrapped.signing = {.key = &world::keys().broker, .present = true};
    EXPECT_TRUE(
        world::xmlsec_verifies(hostile::metadata(wrapped), "EntitiesDescriptor", certificate));
}

} // namespace
