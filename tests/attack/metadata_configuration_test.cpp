#include "foundation/fault.h"
#include "server/configuration.h"
#include "web/support/world.h"

#include <fstream>
#include <gtest/gtest.h>

/// What an operator may say of the broker's metadata and of the next key.
namespace attack {
namespace {

/// Everything that is wrong with a configuration of these lines, the rest of it left out.
std::string complaints(std::string const& lines) {
    world::Folder const folder;
    auto const file = folder.path() / "mijnduo.toml";
    std::ofstream{file} << "[eherkenning]\n" << lines;
    try {
        server::read_configuration(file);
        return {};
    } catch (foundation::Fault const& fault) {
        return fault.what();
    }
}

bool says(std::string const& lines, std::string const& complaint) {
    return complaints(lines).find("[eherkenning] " + complaint) != std::string::npos;
}

std::string const address = "broker_metadata_url = \"https://broker.example/metadata\"\n";
std::string const entity = "broker_entity_id = \"urn:etoegang:HM:1:entities:1\"\n";

TEST(MetadataConfiguration, M1_is_a_file_or_an_address_and_not_both) {
    EXPECT_TRUE(says("", "broker_metadata: is missing"));
    EXPECT_TRUE(says("broker_metadata = \"a.xml\"\n" + address, "broker_metadata: is a file or"));
    EXPECT_FALSE(says("broker_metadata = \"a.xml\"\n", "broker_"));
    EXPECT_FALSE(says(address + entity + "broker_metadata_signer = \"s.crt\"\n", "broker_"));
    EXPECT_FALSE(says(address + entity + "broker_metadata_sha256 = \"ab\"\n", "broker_"));
}

TEST(MetadataConfiguration, M1_an_address_is_https_and_says_who_is_meant_and_who_signs) {
    EXPECT_TRUE(says(address, "broker_entity_id: is missing"));
    EXPECT_TRUE(says(address + entity, "broker_metadata_signer: is missing"));
    EXPECT_TRUE(says("broker_metadata_url = \"http://broker.example/metadata\"\n",
                     "broker_metadata_url: must start with https://"));
    EXPECT_FALSE(
        says("broker_metadata_url = \"http://localhost:8081/metadata\"\n", "broker_metadata_url"));
}

TEST(NextKeyConfiguration, has_a_key_a_certificate_and_a_moment) {
    std::string const key = "next_signing_key = \"n.key\"\n";
    std::string const certificate = "next_signing_certificate = \"n.crt\"\n";
    std::string const from = "next_signing_from = \"2026-12-01T03:00:00Z\"\n";
    EXPECT_FALSE(says(key + certificate + from, "next_"));
    EXPECT_FALSE(says("", "next_"));
    EXPECT_TRUE(says(key + from, "next_signing_key: and next_signing_certificate"));
    EXPECT_TRUE(says(certificate + from, "next_signing_key: and next_signing_certificate"));
    EXPECT_TRUE(says(key + certificate, "next_signing_from: must be an instant"));
    EXPECT_TRUE(says(key + certificate + "next_signing_from = \"2026-12-01\"\n",
                     "next_signing_from: must be an instant"));
}

} // namespace
} // namespace attack
