#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/support/hostile_broker.h"
#include "saml/xml/keys.h"
#include "server/check/check.h"
#include "server/commands.h"
#include "server/house.h"
#include "server/support/installation.h"

#include <gtest/gtest.h>

#include <fstream>

/// `mijnduo check` where staff sign in at the agency's own identity provider (P8.1), and what else
/// that section does to the commands.
namespace {

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

class StaffProvider : public testing::Test {
protected:
    StaffProvider() {
        std::ofstream{installation.configuration(), std::ios::app} << R"(
[agency_login]
metadata = "staff_metadata.xml"
metadata_sha256 = "none"
name_attribute = "displayName"
mail_attribute = "mail"
roles_attribute = "groups"
roles = { registratie = "registrar" }
)";
        provider_at("https://inloggen.dienst.example/in");
    }

    void provider_at(std::string const& address, std::string const& attributes = "") {
        auto const text = hostile::metadata({.entity_id = "https://inloggen.dienst.example/idp",
                                             .sign_on_address = address,
                                             .signing_keys = {&broker_key()},
                                             .root_attributes = attributes});
        installation.write("staff_metadata.xml", text);
        auto const sha256 = foundation::sha256_hex(text);
        installation.configure("\nmetadata_sha256 = \"" + pinned_,
                               "\nmetadata_sha256 = \"" + sha256);
        pinned_ = sha256;
    }
    void own_key(std::string const& key, std::string const& certificate) const {
        installation.configure("[agency_login]", "[agency_login]\nsigning_key = \"keys/" + key +
                                                     "\"\nsigning_certificate = \"keys/" +
                                                     certificate + '"');
    }
    void expect(std::string const& line) const {
        EXPECT_TRUE(says(installation.checked(), line)) << installation.checked();
    }

    Installation const installation;

private:
    std::string pinned_ = "none";
};

TEST_F(StaffProvider, P8_1_in_order_is_said_so_with_whose_key_and_which_address) {
    auto const said = installation.checked();
    EXPECT_TRUE(says(said, ", 0 wrong\n")) << said;
    for (auto const* line :
         {"ok       staff signing key: is the signing key of [eherkenning]",
          "ok       staff provider metadata: has the SHA-256 that is configured",
          "ok       staff provider metadata: can be used, and describes https://inloggen",
          "ok       staff provider metadata: the staff provider's signing certificate is valid",
          "ok       staff provider address: https://inloggen.dienst.example/in, where"})
        EXPECT_TRUE(says(said, line)) << line << '\n' << said;
    EXPECT_FALSE(says(Installation{}.checked(), "staff provider"));
}

TEST_F(StaffProvider, P8_1_a_key_of_its_own_is_looked_at_like_the_others) {
    own_key("broker_signing.key", "broker_signing.crt");
    expect("ok       staff signing key: key and certificate belong together");
    expect("ok       staff signing key: the certificate is valid until");
    installation.configure("keys/broker_signing.crt\"\nmetadata",
                           "keys/portal_signing.crt\"\nmetadata");
    expect("wrong    staff signing key: key and certificate do not belong together");
    installation.configure("keys/broker_signing.key\"\nsigning", "keys/no.key\"\nsigning");
    expect("wrong    staff signing key: there is no file");
}

TEST_F(StaffProvider, P8_1_one_key_alone_or_a_key_in_a_token_is_no_configuration) {
    installation.configure("[agency_login]", "[agency_login]\nsigning_key = \"keys/none.key\"");
    expect("wrong    configuration: [agency_login] signing_key: comes with signing_certificate");
    installation.configure("\nsigning_key = \"keys/none.key\"", "");
    installation.configure("\"keys/portal_signing.key\"", "\"pkcs11:token=a;object=b\"\n"
                                                          "pkcs11_module = \"/none.so\"\n"
                                                          "pkcs11_pin = \"none\"");
    expect("wrong    configuration: [agency_login] signing_key: must be a file of its own");
}

TEST_F(StaffProvider, P8_1_metadata_that_nothing_vouches_for_is_wrong) {
    installation.configure("\nmetadata_sha256 = \"", "\nmetadata_sha256 = \"0");
    expect("wrong    staff provider metadata: has another SHA-256 than configured");
    installation.configure("\nmetadata_sha256 = \"0", "\n# \"");
    expect("wrong    staff provider metadata: metadata_sha256 and metadata_signer are missing");
}

TEST_F(StaffProvider, P8_1_an_address_that_is_not_https_is_wrong) {
    provider_at("http://inloggen.dienst.example/in");
    expect("wrong    staff provider address: http://inloggen.dienst.example/in is not https");
}

TEST_F(StaffProvider, P8_1_certificates_and_metadata_that_end_are_told_ahead) {
    using namespace std::chrono_literals;
    auto const end = std::chrono::floor<std::chrono::seconds>(server::clock_now()) + 30 * 24h;
    provider_at("https://inloggen.dienst.example/in",
                " validUntil=\"" + foundation::rfc3339(end) + '"');
    auto const at = [&](foundation::Instant now, std::string const& line) {
        EXPECT_TRUE(says(installation.checked(now), line)) << installation.checked(now);
    };
    at(end - 7 * 24h - 1s, "ok       staff provider metadata: is valid until");
    at(end - 7 * 24h, "warning  staff provider metadata: ends on");
    at(end, "wrong    staff provider: ");
    provider_at("https://inloggen.dienst.example/in");
    auto const until =
        saml::xml::Certificate::from_pem(broker_key().certificate_pem).value().valid_until;
    at(until - std::chrono::days{60} - 1s,
       "ok       staff provider metadata: the staff provider's");
    at(until - std::chrono::days{60}, "warning  staff provider metadata: the staff provider's");
}

TEST_F(StaffProvider, P8_1_nobody_is_invited_where_staff_have_a_door_of_their_own) {
    server::House house{server::read_configuration(installation.configuration())};
    house.migrate(server::clock_now());
    server::StaffMember const member{.name = "Femke Dijkstra",
                                     .email = "femke@dienst.example",
                                     .roles = {"registrar"},
                                     .letter = installation.file("letter.pdf"),
                                     .english = false};
    EXPECT_THROW(server::invite_staff(house, member), foundation::Fault);
    EXPECT_FALSE(std::filesystem::exists(installation.file("letter.pdf")));
    Installation const without;
    server::House other{server::read_configuration(without.configuration())};
    other.migrate(server::clock_now());
    EXPECT_EQ(server::invite_staff(other, member), 0);
    EXPECT_TRUE(std::filesystem::exists(installation.file("letter.pdf")));
}

TEST(InviteStaff, P2_14_what_the_letter_cannot_print_is_said_before_anybody_is_invited) {
    Installation const installation;
    server::House house{server::read_configuration(installation.configuration())};
    house.migrate(server::clock_now());
    server::StaffMember const member{.name = "გიორგი Meladze",
                                     .email = "giorgi@dienst.example",
                                     .roles = {"registrar"},
                                     .letter = installation.file("letter.pdf"),
                                     .english = false};
    try {
        server::invite_staff(house, member);
        FAIL() << "invited";
    } catch (foundation::Fault const& fault) {
        EXPECT_TRUE(std::string_view{fault.what()}.contains("გ, ი, ო, რ. Write the name in"));
    }
    EXPECT_FALSE(std::filesystem::exists(installation.file("letter.pdf")));
    EXPECT_FALSE(house.archive->look([](portal::Records& records) { return records.agency(); }));
}

} // namespace
