#include "delivery/sink.h"
#include "saml/support/token.h"
#include "saml/support/world.h"
#include "saml/xml/keys.h"
#include "server/check/check.h"
#include "server/house.h"
#include "server/support/installation.h"
#include "server/support/tls_door.h"

#include <gtest/gtest.h>

#include <fmt/chrono.h>
#include <functional>

#include <unistd.h>

/// `mijnduo check`: what is wrong with an installation, said in one line a point.
namespace {

using namespace std::chrono_literals;

bool says(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

TEST(Check, finds_nothing_wrong_with_an_installation_that_is_in_order) {
    Installation const installation;
    EXPECT_TRUE(says(installation.checked(), ", 0 wrong\n")) << installation.checked();
    EXPECT_EQ(server::check::check(installation.configuration()), 0);
}

TEST(Check, makes_no_database_and_no_mail) {
    Installation const installation;
    auto const said = installation.checked();
    EXPECT_TRUE(says(said, "warning  database: sqlite:")) << said;
    EXPECT_FALSE(std::filesystem::exists(installation.file("mijnduo.sqlite")));
    EXPECT_TRUE(std::filesystem::is_empty(installation.file("mails")));
}

TEST(Check, tells_of_a_database_that_is_up_to_date_or_behind) {
    Installation const installation;
    { // made, and empty
        server::House house{server::read_configuration(installation.configuration())};
        ASSERT_TRUE(house.database.reachable());
    }
    EXPECT_TRUE(says(installation.checked(), "misses 0001_tables")) << installation.checked();
    server::House{server::read_configuration(installation.configuration())}.migrate(
        server::clock_now());
    EXPECT_TRUE(says(installation.checked(), "answers and is up to date"));
}

struct Flaw {
    std::string name;
    std::function<void(Installation const&)> make;
    std::string line;
    friend void PrintTo(Flaw const& flaw, std::ostream* out) { *out << flaw.name; }
};

void may_read_all(Installation const& it, std::string const& name) {
    std::filesystem::permissions(it.file(name), std::filesystem::perms::group_read,
                                 std::filesystem::perm_options::add);
}

/// Puts one file in the place of another.
std::function<void(Installation const&)> swapped(std::string file, std::string by) {
    return [=](Installation const& it) { it.write(file, server::content_of(it.file(by))); };
}

std::function<void(Installation const&)> configured(std::string from, std::string to) {
    return [=](Installation const& it) { it.configure(from, to); };
}

std::vector<Flaw> const flaws{
    {"a_key_that_does_not_exist", configured("kvk = ", "kvkk = "), "wrong    configuration: "},
    {"a_file_that_is_no_TOML", configured("[agency]", "[agency"), "wrong    configuration: "},
    {"a_key_that_others_may_read",
     [](Installation const& it) { may_read_all(it, "keys/portal_signing.key"); },
     "wrong    signing key: others than its owner may use"},
    {"a_master_key_that_others_may_read",
     [](Installation const& it) { may_read_all(it, "keys/master.key"); },
     "wrong    master key: others than its owner may use"},
    {"a_key_that_is_not_there", configured("portal_signing.key", "no.key"),
     "wrong    signing key: there is no file"},
    {"a_key_of_another_certificate", swapped("keys/portal_signing.key", "keys/broker_signing.key"),
     "wrong    signing key: key and certificate do not belong together"},
    {"a_decryption_key_of_another_certificate",
     swapped("keys/portal_decryption.crt", "keys/portal_signing.crt"),
     "wrong    decryption key portal_decryption.key: key and certificate do not belong together"},
    {"a_certificate_without_OIN",
     [](Installation const& it) {
         it.write("keys/portal_signing.crt", broker_key().certificate_pem);
     },
     "wrong    signing key: the certificate has no OIN"},
    {"a_certificate_for_another_OIN", swapped("keys/portal_signing.crt", "keys/broker_signing.crt"),
     "wrong    signing key: the certificate is for OIN 00000009990000002000 and entity_id for "
     "00000009990000001000"},
    {"an_entity_id_of_another_form", configured("urn:etoegang:DV", "https://mijnduo.example"),
     "wrong    entity_id: must be urn:etoegang:DV:"},
    {"a_test_number_in_production", configured("[server]", "[server]\ntesting = false"),
     "wrong    entity_id: has a number from 9000 to 9999"},
    {"a_production_number_while_testing", configured("entities:9001", "entities:8999"),
     "warning  entity_id: has a number of production"},
    {"another_fingerprint", configured("sha256 = \"", "sha256 = \"0"),
     "wrong    broker metadata: has another SHA-256 than configured; it is "},
    {"metadata_that_was_changed",
     [](Installation const& it) {
         auto text = server::content_of(it.file("broker_metadata.xml"));
         it.write("broker_metadata.xml", text.replace(text.find("broker.example/sso"), 1, "B"));
     },
     "wrong    broker: the signature on the broker's metadata does not hold"},
    {"metadata_of_a_broker_for_lower_levels",
     [](Installation const& it) {
         auto text = server::content_of(it.file("broker_metadata.xml"));
         it.write("broker_metadata.xml",
                  text.insert(text.find('>') + 1,
                              "<saml:Attribute xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\""
                              " Name=\"urn:oasis:names:tc:SAML:attribute:assurance-certification\">"
                              "<saml:AttributeValue>urn:etoegang:core:assurance-class:loa2plus"
                              "</saml:AttributeValue></saml:Attribute>"));
     },
     "wrong    broker metadata: the broker is certified for levels below minimum_level only"},
    {"metadata_that_ran_out",
     [](Installation const& it) {
         it.broker_at("https://broker.example/ars", " validUntil=\"2026-01-01T00:00:00Z\"");
     },
     "wrong    broker: the broker's metadata has expired"},
    {"an_endpoint_that_is_not_https",
     [](Installation const& it) {
         it.configure("\"post\"", "\"artifact\"");
         it.broker_at("http://broker.example/ars");
     },
     "wrong    broker endpoint: http://broker.example/ars is not https"},
    {"plain_http", configured("https://mijnduo.example", "http://localhost:8080"),
     "warning  public_url: http works on this machine only"},
    {"a_catalogue_that_is_not_there", configured(SOURCE_DIR "/catalogue", "nowhere"),
     "wrong    catalogue: "},
    {"no_folder_for_mail", configured("\"mails\"", "\"nowhere\""),
     "wrong    mail: this user cannot write into"},
    {"a_mail_server_that_does_not_answer", configured("\"file\"", "\"smtp\" # "),
     "wrong    mail: smtp://127.0.0.1:2525 takes no mail"},
    {"a_database_that_does_not_answer",
     configured("url = \"sqlite:", "url = \"postgresql://nobody@127.0.0.1:1/x\" # "),
     "wrong    database: "},
    {"no_contact", configured("mail = \"beheer", "surname = \"beheer"),
     "warning  contact: [contact] mail is missing"},
    {"a_contact_that_is_no_address", configured("mail = \"beheer@", "mail = \"beheer at "),
     "wrong    configuration: [contact] mail: must be one mail address"},
    {"a_sender_that_is_no_address", configured("from = \"Mijn DUO <", "from = \"Mijn DUO <@"),
     "wrong    configuration: [mail] from: must be one mail address"},
    {"a_PIN_in_the_configuration",
     configured("\"keys/portal_signing.key\"", "\"pkcs11:token=a;object=b?pin-value=1234\""),
     "wrong    configuration: [eherkenning] signing_key: holds a PIN"},
};

class CheckOf : public testing::TestWithParam<Flaw> {};

TEST_P(CheckOf, ) {
    Installation const installation;
    EXPECT_FALSE(says(installation.checked(), GetParam().line)) << "said of what is in order";
    GetParam().make(installation);
    EXPECT_TRUE(says(installation.checked(), GetParam().line)) << installation.checked();
    bool const wrong = GetParam().line.starts_with("wrong");
    EXPECT_EQ(server::check::check(installation.configuration()), wrong ? 1 : 0);
}

INSTANTIATE_TEST_SUITE_P(, CheckOf, testing::ValuesIn(flaws),
                         [](auto const& of) { return of.param.name; });

TEST(Check, reports_every_point_and_not_the_first_only) {
    Installation const installation;
    installation.configure("kvk = ", "kvkk = ");
    installation.configure("urn:etoegang:DV", "urn:x:DV");
    installation.configure("portal_signing.crt", "none.crt");
    installation.configure("\"mails\"", "\"nowhere\"");
    installation.configure("portal_decryption.key", "no.key");
    installation.configure("broker_metadata.xml", "nowhere.xml");
    auto const said = installation.checked();
    for (auto const* line :
         {"there is no 'kvkk'; is 'kvk' meant?", "wrong    entity_id:", "none.crt",
          "wrong    decryption key no.key:", "wrong    mail:", "nowhere.xml"})
        EXPECT_TRUE(says(said, line)) << line << '\n' << said;
}

TEST(Check, warns_60_days_before_a_certificate_ends_and_calls_it_wrong_from_its_end_on) {
    Installation const installation;
    auto const until = saml::xml::Certificate::from_pem(
                           server::content_of(installation.file("keys/portal_signing.crt")))
                           .value()
                           .valid_until;
    auto const at = [&](foundation::Instant now) { return installation.checked(now); };
    EXPECT_TRUE(says(at(until - std::chrono::days{60} - 1s), "ok       signing key: the "
                                                             "certificate is valid until"));
    EXPECT_TRUE(says(at(until - std::chrono::days{60}), "warning  signing key: the certificate "
                                                        "runs out on"));
    EXPECT_TRUE(says(at(until - 1s), "warning  signing key: the certificate runs out on"));
    EXPECT_TRUE(says(at(until), "wrong    signing key: the certificate ran out on"));
}

TEST(Check, warns_7_days_before_the_brokers_metadata_ends) {
    Installation const installation;
    auto const end = std::chrono::floor<std::chrono::seconds>(server::clock_now()) + 30 * 24h;
    installation.broker_at("https://broker.example/ars",
                           " validUntil=\"" + foundation::rfc3339(end) + '"');
    EXPECT_TRUE(says(installation.checked(end - 7 * 24h - 1s), "ok       broker metadata: is valid "
                                                               "until"));
    EXPECT_TRUE(says(installation.checked(end - 7 * 24h), "warning  broker metadata: ends on"));
    EXPECT_TRUE(says(installation.checked(end - 1s), "warning  broker metadata: ends on"));
    EXPECT_TRUE(says(installation.checked(end), "wrong    broker: the broker's metadata has "
                                                "expired"));
}

TEST(Check, has_a_token_sign_and_holds_its_key_against_the_certificate) {
    Installation const installation;
    auto const key = world::token().key("signing");
    installation.write("pin", std::string{world::token_pin} + '\n');
    std::filesystem::permissions(installation.file("pin"), std::filesystem::perms::owner_read);
    installation.configure("\"keys/portal_signing.key\"", '"' + key.uri + "\"\npkcs11_module = \"" +
                                                              key.module +
                                                              "\"\npkcs11_pin = \"pin\"");
    auto const said = installation.checked();
    EXPECT_TRUE(says(said, "ok       PIN: only its owner may read")) << said;
    EXPECT_TRUE(says(said, "ok       signing key: the token signs with " + key.uri)) << said;
    EXPECT_TRUE(says(said, "wrong    signing key: key and certificate do not belong")) << said;
    installation.write("keys/portal_signing.crt", world::keys().portal.certificate_pem);
    EXPECT_TRUE(says(installation.checked(), "ok       signing key: key and certificate belong"));
    EXPECT_FALSE(says(said, world::token_pin)) << said;
}

TEST(Check, greets_the_mail_server_and_sends_nothing) {
    Installation const installation;
    Sink sink{{Sink::Script{}}};
    installation.configure("\"file\"", "\"smtp\" # ");
    installation.configure("smtp://127.0.0.1:2525", sink.url());
    auto const said = installation.checked();
    EXPECT_TRUE(says(said, "ok       mail: " + sink.url() + " answers and greets ")) << said;
    EXPECT_TRUE(sink.received().empty());
    for (auto const& command : sink.commands())
        EXPECT_FALSE(command.starts_with("MAIL")) << command;
}

TEST(Check, of_a_mail_server_that_takes_no_mail_says_so) {
    Installation const installation;
    Sink const sink{{Sink::Script{.greeting = "554 go away"}}};
    installation.configure("\"file\"", "\"smtp\" # ");
    installation.configure("smtp://127.0.0.1:2525", sink.url());
    EXPECT_TRUE(says(installation.checked(), "wrong    mail: " + sink.url() + " takes no mail"));
}

std::string http_date(std::chrono::seconds away) {
    auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    return fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} GMT\r\n",
                       fmt::gmtime(std::chrono::system_clock::to_time_t(now + away)));
}

/// The installation with an endpoint that is called over TLS.
std::string checked_against(TlsDoor const& door, bool with_certificate) {
    Installation const installation;
    installation.write("authorities.pem", broker_key().certificate_pem);
    installation.configure("\"post\"", "\"artifact\"\nauthorities = \"authorities.pem\"");
    if (with_certificate)
        installation.configure("authorities =", "client_key = \"keys/portal_signing.key\"\n"
                                                "client_certificate = \"keys/portal_signing.crt\"\n"
                                                "authorities =");
    installation.broker_at(door.address());
    return installation.checked();
}

TEST(Check, reaches_the_brokers_endpoint_with_the_client_certificate_and_asks_nothing) {
    TlsDoor door{broker_key(), true, "HTTP/1.1 405 No\r\n" + http_date(0s)};
    auto const said = checked_against(door, true);
    EXPECT_TRUE(says(said, "ok       broker endpoint: " + door.address() + " answers (405)"))
        << said;
    EXPECT_TRUE(says(said, "ok       clock: is within 60 seconds of the broker's")) << said;
    EXPECT_TRUE(says(said, ", 0 wrong\n")) << said;
    EXPECT_TRUE(door.asked().starts_with("HEAD /ars ")) << door.asked();
}

TEST(Check, says_that_an_endpoint_wants_a_client_certificate_that_is_not_there) {
    TlsDoor const door{broker_key(), true, "HTTP/1.1 405 No\r\n"};
    EXPECT_TRUE(says(checked_against(door, false), "wrong    broker endpoint: "));
}

TEST(Check, says_that_the_clock_is_minutes_from_the_brokers) {
    TlsDoor const door{broker_key(), false, "HTTP/1.1 405 No\r\n" + http_date(-300s)};
    auto const said = checked_against(door, false);
    EXPECT_TRUE(says(said, "wrong    clock: is ")) << said;
}

TEST(Check, says_that_an_endpoint_does_not_answer) {
    Installation const installation;
    installation.configure("\"post\"", "\"artifact\"");
    installation.broker_at("https://127.0.0.1:1/ars");
    EXPECT_TRUE(says(installation.checked(), "wrong    broker endpoint: https://127.0.0.1:1/ars "
                                             "cannot be reached"));
}

} // namespace
