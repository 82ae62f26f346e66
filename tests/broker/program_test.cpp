#include "broker/bench.h"
#include "broker/messages/pseudonym.h"
#include "broker/program/configuration.h"
#include "broker/program/people.h"
#include "broker/program/provider_source.h"

#include <gtest/gtest.h>

namespace {

using broker::program::read_configuration;

std::string const least = "[broker]\ni_am_for_testing = true\nsigning_key = \"hm.key\"\n"
                          "signing_certificate = \"/etc/hm.crt\"\n"
                          "service_provider_metadata = \"http://localhost:8080/saml/metadata\"\n";

std::string complaint(std::string const& text) {
    auto const read = read_configuration(text, "/folder");
    return read ? "" : read.error();
}

TEST(Configuration, has_sensible_values_for_what_is_left_out) {
    auto const read = read_configuration(least, "/folder");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->signing_key, "/folder/hm.key");
    EXPECT_EQ(read->signing_certificate, "/etc/hm.crt");
    EXPECT_EQ(read->service_provider_metadata, "http://localhost:8080/saml/metadata");
    EXPECT_EQ(read->manner.public_url, "http://localhost:8081");
    EXPECT_EQ(read->address, "127.0.0.1");
    EXPECT_EQ(read->port, 8081);
    EXPECT_EQ(read->entity_id, "urn:etoegang:HM:00000009000000000001:entities:9001");
}

TEST(Configuration, must_say_that_it_is_for_testing) {
    auto text = least;
    text.replace(text.find("true"), 4, "false");
    EXPECT_NE(complaint(text).find("i_am_for_testing = true"), std::string::npos);
    EXPECT_NE(complaint("[broker]\n").find("i_am_for_testing = true"), std::string::npos);
}

TEST(Configuration, S_lets_others_than_this_machine_come_only_when_it_says_so_in_so_many_words) {
    for (auto const* address : {"0.0.0.0:8081", "[::]:8081", ":::8081", "192.0.2.1:8081", ":8081",
                                "localhost:8081", "128.0.0.1:0"}) {
        auto const text = least + "listen = \"" + address + "\"\n";
        EXPECT_NE(complaint(text).find("others_may_reach_it = true"), std::string::npos) << address;
        EXPECT_NE(complaint(text + "others_may_reach_it = false\n"), "") << address;
        EXPECT_EQ(complaint(text + "others_may_reach_it = true\n"), "") << address;
    }
    for (auto const* address : {"127.0.0.1:8081", "127.8.9.1:0", "::1:8081", "::ffff:127.0.0.1:1"})
        EXPECT_EQ(complaint(least + "listen = \"" + address + "\"\n"), "") << address;
    EXPECT_EQ(complaint(least + "others_may_reach_it = \"yes\"\n"),
              "others_may_reach_it must be true or false in [broker].");
}

TEST(Configuration, refuses_what_it_does_not_know) {
    EXPECT_EQ(complaint(least + "colour = 1\n"), "[broker] has an unknown key: colour.");
    EXPECT_NE(complaint(least + "[portal]\n"), "");
    EXPECT_NE(complaint("not toml"), "");
    EXPECT_EQ(complaint(least + "artifact_delivery = \"pigeon\"\n"),
              "artifact_delivery must be \"get\" or \"post\".");
    EXPECT_NE(complaint(least + "minimum_level = \"3\"\n"), "");
    EXPECT_NE(complaint(least + "listen = \"8081\"\n"), "");
    EXPECT_NE(complaint(least + "listen = \"127.0.0.1:99999\"\n"), "");
    EXPECT_NE(complaint(least + "public_url = \"http://localhost:8081/\"\n"), "");
    EXPECT_EQ(complaint(least + "sign_response = \"yes\"\n"),
              "sign_response must be true or false in [broker].");
}

TEST(People, are_printed_with_the_pseudonyms_that_a_service_provider_will_see) {
    auto const json =
        broker::program::people_as_json(broker::program::demonstration_people(), "urn:sp");
    EXPECT_TRUE(json.starts_with("[\n  {\n    \"name\": \"Anja de Wit\",\n    \"kvk\": "
                                 "\"90000001\",\n    \"organisation\": \"Scholengroep Lindenhof\","
                                 "\n    \"pseudonym\": \"" +
                                 broker::pseudonym("anja-de-wit", "90000001", "urn:sp") +
                                 "\",\n    \"level\": \"loa3\"\n  }"));
    for (auto const* const kvk : {"90000001", "90000002"})
        EXPECT_NE(json.find(broker::pseudonym("hanna-vos", kvk, "urn:sp")), std::string::npos);
}

TEST(People, can_come_from_a_file) {
    auto const people = broker::program::read_people(
        "[[person]]\nname = \"Piet\"\nlevel = \"loa4\"\nnote = \"proef\"\n"
        "organisations = [{ kvk = \"12345678\", name = \"P\", rsin = \"001234560\" }]\n");
    ASSERT_TRUE(people) << people.error();
    EXPECT_EQ(people->front().person.name, "Piet");
    EXPECT_EQ(people->front().person.level, broker::Level::loa4);
    EXPECT_EQ(people->front().person.organisations.front().rsin, "001234560");
    EXPECT_FALSE(broker::program::read_people("[[person]]\nname = \"Piet\"\norganisations = []\n"));
    EXPECT_FALSE(broker::program::read_people(
        "[[person]]\nname = \"Piet\"\norganisations = [{ kvk = \"1\" }]\n"));
    EXPECT_FALSE(broker::program::read_people(
        "[[person]]\nname = \"Piet\"\n"
        "organisations = [{ kvk = \"12345678\", name = \"P\", rsin = \"001234561\" }]\n"));
    EXPECT_FALSE(broker::program::read_people(""));
}

TEST(ProviderSource, fetches_from_this_machine_only) {
    using broker::program::is_on_this_machine;
    EXPECT_TRUE(is_on_this_machine("http://localhost:8080/saml/metadata"));
    EXPECT_TRUE(is_on_this_machine("http://127.0.0.1/"));
    EXPECT_TRUE(is_on_this_machine("http://[::1]:8080/"));
    EXPECT_FALSE(is_on_this_machine("http://portal.example/saml/metadata"));
    EXPECT_FALSE(is_on_this_machine("http://localhost@portal.example/"));
    EXPECT_FALSE(is_on_this_machine("http://localhost.portal.example/"));
    EXPECT_FALSE(is_on_this_machine("file:///etc/passwd"));
}

TEST(ProviderSource, reads_a_file_when_it_is_needed) {
    broker::program::ProviderSource source{bench::folder() + "/sp.xml"};
    EXPECT_FALSE(source(bench::noon()));
    bench::file("sp.xml", bench::provider_metadata());
    EXPECT_EQ(source(bench::noon()).value()->entity_id, bench::sp_entity);
}

TEST(Program, prints_metadata_and_people_and_does_not_start_by_accident) {
    bench::key_pair("broker");
    auto const config = bench::file(
        "broker.toml", "[broker]\ni_am_for_testing = true\nsigning_key = \"broker.key\"\n"
                       "signing_certificate = \"broker.crt\"\n"
                       "service_provider_metadata = \"sp-of-program.xml\"\n");
    bench::file("sp-of-program.xml", bench::provider_metadata());
    auto const metadata = bench::run(BROKER " --config " + config + " metadata");
    EXPECT_EQ(metadata.status, 0);
    EXPECT_NE(metadata.output.find("<md:EntityDescriptor"), std::string::npos);
    auto const people = bench::run(BROKER " --config " + config + " people --json");
    EXPECT_EQ(people.output, broker::program::people_as_json(
                                 broker::program::demonstration_people(), bench::sp_entity));
    EXPECT_EQ(bench::run(BROKER " people --json --service-provider-entity-id " +
                         std::string{bench::sp_entity})
                  .output,
              people.output);
    auto const without = bench::run(BROKER " --config " + bench::file("b.toml", "[broker]\n"));
    EXPECT_EQ(without.status, 1);
    EXPECT_NE(without.output.find("starts only when"), std::string::npos);
    auto const open = bench::run(BROKER " --config " +
                                 bench::file("open.toml", least + "listen = \"0.0.0.0:0\"\n"));
    EXPECT_EQ(open.status, 1);
    EXPECT_NE(open.output.find("others_may_reach_it"), std::string::npos);
    EXPECT_EQ(bench::run(BROKER).status, 1);
}

} // namespace
