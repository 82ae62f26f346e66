#include "foundation/fault.h"
#include "server/broker_setup.h"
#include "server/house.h"
#include "server/scheme_names.h"
#include "server/support/installation.h"

#include <gtest/gtest.h>

/// `mijnduo service-catalogue`: from a configuration to what the catalogue says.
namespace {

saml::ServiceDescription described(Installation const& installation) {
    return server::service_description(server::read_configuration(installation.configuration()),
                                       server::clock_now());
}

std::string refused(Installation const& installation) {
    try {
        described(installation);
        return "taken";
    } catch (foundation::Fault const& fault) {
        return fault.what();
    }
}

TEST(CatalogueCommand, needs_little_beside_what_is_configured_anyway) {
    auto const service = described(Installation{});
    EXPECT_EQ(service.oin, "00000009990000001000");
    EXPECT_EQ(service.broker_oin, "00000009990000002000");
    EXPECT_EQ(service.name.dutch, "Mijn DUO");
    EXPECT_EQ(service.name.english, "Mijn DUO");
    EXPECT_EQ(service.organisation.dutch, "Dienst Uitvoering Onderwijs");
    EXPECT_EQ(service.definition_uuid, "6f2d8f3e-3a5c-4b53-9f0e-6d75d9a01b52");
    EXPECT_EQ(service.instance_uuid, "2c9e4f0a-7d16-4a83-b5de-91c2f3a4b5c6");
    EXPECT_EQ(service.privacy_address, "https://mijnduo.example/privacy");
    EXPECT_TRUE(service.is_for_testing);
    EXPECT_NE(service.description.dutch, service.description.english);
}

TEST(CatalogueCommand, takes_the_words_and_numbers_that_are_configured) {
    Installation const installation;
    installation.configure("[service]", "[service]\nname_english = \"My portal\"\n"
                                        "oin = \"00000000000000000009\"\n"
                                        "broker_oin = \"00000000000000000008\"\n"
                                        "catalogue_number = 7\nbranch_mandates = true\n");
    auto const service = described(installation);
    EXPECT_EQ(service.name.dutch, "Mijn DUO");
    EXPECT_EQ(service.name.english, "My portal");
    EXPECT_EQ(service.oin, "00000000000000000009");
    EXPECT_EQ(service.broker_oin, "00000000000000000008");
    EXPECT_EQ(service.number, 7);
    EXPECT_TRUE(service.takes_branch_mandates);
}

TEST(CatalogueCommand, says_what_is_missing_or_cannot_be_meant) {
    auto const with = [](std::string const& line) {
        Installation const installation;
        installation.configure("[service]", "[service]\n" + line);
        return refused(installation);
    };
    auto const name = [](int length) {
        return "name = \"" + std::string(static_cast<std::size_t>(length), 'x') + '"';
    };
    EXPECT_EQ(with(name(64)), "taken");
    EXPECT_NE(with(name(65)).find("[service] name: must have 1 to 64"), std::string::npos);
    EXPECT_NE(with("oin = \"1\"").find("must be 20 digits"), std::string::npos);
    EXPECT_NE(with("definition_uuid = \"x\"").find("must be a UUID"), std::string::npos);
    EXPECT_NE(with("nmae = \"x\"").find("is 'name' meant?"), std::string::npos);
    Installation const without;
    without.configure("instance_uuid", "#");
    EXPECT_NE(refused(without).find("[service] instance_uuid is missing"), std::string::npos);
}

TEST(SchemeName, is_read_in_the_form_of_the_scheme_alone) {
    auto const name = server::scheme_name("urn:etoegang:DV:00000009990000001000:entities:8999");
    ASSERT_TRUE(name);
    EXPECT_EQ(name->role, "DV");
    EXPECT_EQ(name->index, 8999);
    EXPECT_FALSE(name->is_for_testing());
    EXPECT_TRUE(server::scheme_name("urn:etoegang:DV:00000009990000001000:entities:9000")
                    ->is_for_testing());
    for (auto const* other :
         {"", "urn:etoegang:DV:0000000999000000100:entities:1",
          "urn:etoegang:DV:00000009990000001000:entities:", "https://mijnduo.example",
          "urn:etoegang:DV:00000009990000001000:entities:12345",
          "urn:etoegang:DV:00000009990000001000:others:1",
          "urn:etoegang:DV:00000009990000001000:entities:-1"})
        EXPECT_FALSE(server::scheme_name(other)) << other;
}

} // namespace
