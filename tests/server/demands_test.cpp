#include "server/demands.h"

#include "server/check/check.h"
#include "server/commands.h"
#include "server/house.h"
#include "server/support/installation.h"
#include "server/support/program.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>

/// What an installation for real visitors refuses to start with, and `check` tells of.
namespace {

using server::check::Finding;

void open_to_others(Installation const& it, std::string const& name) {
    std::filesystem::permissions(it.file(name), std::filesystem::perms::others_read,
                                 std::filesystem::perm_options::add);
}

/// A secret file that others may read, under this key of the configuration.
void secret(Installation const& it, std::string const& section, std::string const& key,
            std::string const& name) {
    it.write(name, "secret");
    open_to_others(it, name);
    it.configure('[' + section + "]\n", '[' + section + "]\n" + key + " = \"" + name + "\"\n");
}

struct Flaw {
    std::string name;
    std::function<void(Installation const&)> make;
    std::string subject;
    std::string part; ///< of what is said
    friend void PrintTo(Flaw const& flaw, std::ostream* out) { *out << flaw.name; }
};

std::string const open = "others than its owner may use";

std::vector<Flaw> const flaws{
    {"master_key", [](auto& it) { open_to_others(it, "keys/master.key"); }, "master key", open},
    {"signing_key", [](auto& it) { open_to_others(it, "keys/portal_signing.key"); }, "signing key",
     open},
    {"decryption_key", [](auto& it) { open_to_others(it, "keys/portal_decryption.key"); },
     "decryption key portal_decryption.key", open},
    {"next_signing_key",
     [](auto& it) {
         secret(it, "eherkenning", "next_signing_key", "next.key");
         it.configure("next_signing_key", "next_signing_from = \"2031-01-01T00:00:00Z\"\n"
                                          "next_signing_certificate = \"keys/portal_signing.crt\"\n"
                                          "next_signing_key");
     },
     "next signing key", open},
    {"client_key", [](auto& it) { secret(it, "eherkenning", "client_key", "client.key"); },
     "client key", open},
    {"PIN", [](auto& it) { secret(it, "eherkenning", "pkcs11_pin", "pin"); }, "PIN", open},
    {"mail_password", [](auto& it) { secret(it, "mail", "password", "password"); }, "mail password",
     open},
    {"a_test_entity_id", [](auto& it) { it.configure("entities:8999", "entities:9000"); },
     "entity_id", "number from 9000 to 9999"},
    {"pages_without_TLS",
     [](auto& it) { it.configure("https://mijnduo.example", "http://localhost:8080"); },
     "public_url", "must be https"},
    {"a_broker_on_this_machine",
     [](auto& it) { it.broker_at("https://b.example/ars", "", 1, "http://localhost:8081/sso"); },
     "broker", "http://localhost:8081/sso is not https"},
    {"a_back_channel_on_this_machine",
     [](auto& it) { it.broker_at("http://127.0.0.1:8081/ars", "", 1); }, "broker",
     "http://127.0.0.1:8081/ars is not https"},
    {"a_test_broker", [](auto& it) { it.broker_at("https://b.example/ars", "", 9001); }, "broker",
     "is one for testing"},
};

class Demand : public testing::TestWithParam<Flaw> {
protected:
    /// What `check` calls wrong about the subject.
    static std::string wrong(Installation const& it, std::string const& subject) {
        auto const report = server::check::examined(it.configuration(), server::clock_now());
        std::string all;
        for (auto const& point : report.points())
            if (point.finding == Finding::wrong && point.subject == subject)
                all += point.said + '\n';
        return all;
    }
};

TEST_P(Demand, ) {
    Installation const it;
    it.on_free_ports();
    it.for_production();
    auto const& [name, make, subject, part] = GetParam();
    EXPECT_EQ(wrong(it, subject), "");
    make(it);
    auto const told = wrong(it, subject);
    EXPECT_NE(told.find(part), std::string::npos) << told;
    Program portal{it.configuration(), {"serve"}};
    EXPECT_EQ(portal.ended(), 1) << portal.said();
    auto const line = "  " + subject + ": ";
    auto const at = portal.said().find(line);
    ASSERT_NE(at, std::string::npos) << portal.said();
    auto const said = portal.said().substr(at + line.size());
    EXPECT_NE(told.find(said.substr(0, said.find('\n') + 1)), std::string::npos)
        << "in the same words: " << told;
}

INSTANTIATE_TEST_SUITE_P(S_production_refuses, Demand, testing::ValuesIn(flaws),
                         [](auto const& of) { return of.param.name; });

TEST(Demands, S_are_met_by_an_installation_that_is_in_order_and_it_serves) {
    Installation const it;
    it.on_free_ports();
    it.for_production();
    EXPECT_NE(it.checked().find(", 0 wrong\n"), std::string::npos) << it.checked();
    Program portal{it.configuration(), {"serve"}};
    EXPECT_TRUE(portal.is_ready()) << portal.said();
}

TEST(Demands, S_are_all_told_at_once_and_before_anything_is_made) {
    Installation const it;
    it.for_production();
    open_to_others(it, "keys/master.key");
    it.configure("entities:8999", "entities:9500");
    Program portal{it.configuration(), {"serve"}};
    EXPECT_EQ(portal.ended(), 1);
    EXPECT_TRUE(portal.says("\n  master key: ")) << portal.said();
    EXPECT_TRUE(portal.says("\n  entity_id: ")) << portal.said();
    EXPECT_FALSE(std::filesystem::exists(it.file("mijnduo.sqlite")));
}

TEST(Demands, S_are_made_of_the_staff_provider_too) {
    auto const configuration = [](bool testing) {
        Installation const it;
        if (!testing)
            it.for_production();
        return server::read_configuration(it.configuration());
    };
    saml::BrokerMetadata const provider{.entity_id = "urn:example:agency:staff",
                                        .source_id = "",
                                        .sign_on_address = "http://localhost:8081/staff",
                                        .artifact_endpoints = {},
                                        .keys = {},
                                        .valid_until = {},
                                        .created_at = {},
                                        .cache_duration = {}};
    EXPECT_EQ(server::demands::of_provider(configuration(false), "staff provider", provider).size(),
              1U);
    EXPECT_TRUE(
        server::demands::of_provider(configuration(true), "staff provider", provider).empty())
        << "a test broker may sign in a test portal";
}

/// Every name of the demo cast, as the test broker would print it.
std::filesystem::path people_of_the_demo(Installation const& it) {
    std::string list;
    auto const add = [&](std::string const& name, std::string const& kvk) {
        list += (list.empty() ? "[" : ",") + ("{\"name\":\"" + name + "\",\"kvk\":\"" + kvk) +
                "\",\"pseudonym\":\"" + std::string(64, static_cast<char>('a' + list.size() % 6)) +
                '@' + std::string(32, '1') + "\"}";
    };
    for (auto const* name : {"Femke Dijkstra", "Gijs van Dam"})
        add(name, "90000000");
    for (auto const* name : {"Anja de Wit", "Bram Jansen", "Hanna Vos", "Nadia Boukhari"})
        add(name, "90000001");
    for (auto const* name : {"Carla Smit", "Daan Peters", "Hanna Vos"})
        add(name, "90000002");
    it.write("people.json", list + ']');
    return it.file("people.json");
}

TEST(Demands, S_the_demo_cast_is_made_while_testing_only) {
    Installation const it;
    it.for_production();
    server::House house{server::read_configuration(it.configuration())};
    EXPECT_THROW(server::demo(house, people_of_the_demo(it)), foundation::Fault);
    house.migrate(server::clock_now());
    EXPECT_FALSE(server::has_demo_cast(*house.archive));
}

TEST(Demands, S_production_does_not_serve_the_demo_cast) {
    Installation const it;
    it.on_free_ports();
    {
        server::House house{server::read_configuration(it.configuration())};
        ASSERT_EQ(server::demo(house, people_of_the_demo(it)), 0);
    }
    it.for_production();
    EXPECT_NE(it.checked().find("wrong    database: holds the demo cast"), std::string::npos)
        << it.checked();
    Program portal{it.configuration(), {"serve"}};
    EXPECT_EQ(portal.ended(), 1);
    EXPECT_TRUE(portal.says("\n  database: holds the demo cast")) << portal.said();
}

} // namespace
