// Writes the samples that the broker's keys sign, for when these change: fuzz_keep_samples.
#include "saml/support/world.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace {

void keep(std::string_view door, std::string_view file, std::string const& bytes) {
    std::ofstream{std::filesystem::path{SOURCE_DIR} / "tests/fuzz/corpus" / door / file,
                  std::ios::binary}
        << bytes;
}

} // namespace

int main() {
    auto login = world::login();
    keep("answer", "valid-login.xml", hostile::artifact_answer(login));
    keep("response", "valid-both-signed.xml", hostile::response(login));
    login.response_signing.present = false;
    keep("response", "valid-assertion-signed.xml", hostile::response(login));
    login.assertion_signing.key = &world::keys().stranger;
    keep("response", "hostile-signed-by-a-stranger.xml", hostile::response(login));
    keep("answer", "hostile-signed-by-a-stranger.xml", hostile::artifact_answer(login));
    keep("metadata", "valid-broker.xml", hostile::metadata(world::broker_metadata()));
    keep("artifact", "valid-first-endpoint.txt",
         hostile::artifact(std::string{world::broker_entity_id}));
    keep("artifact", "hostile-of-another-broker.txt", hostile::artifact("urn:another"));
    keep("artifact", "hostile-unknown-endpoint.txt",
         hostile::artifact(std::string{world::broker_entity_id}, 9));
}
