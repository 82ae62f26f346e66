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

std::string encrypted_id(hostile::Encryption how) {
    how.id = "1";
    auto text = hostile::encrypted_id(
        hostile::name_id("urn:etoegang:1.13:EntityConcernedID:Pseudo", "someone"), how);
    hostile::replacing("<saml:EncryptedID>",
                       R"(<saml:EncryptedID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">)")(
        text);
    return text;
}

} // namespace

int main() {
    auto login = world::login();
    keep("answer", "valid-login.xml", hostile::artifact_answer(login));
    keep("response", "valid-both-signed.xml", hostile::response(login));
    keep("encrypted_id", "valid-sibling.xml", encrypted_id(login.acting));
    auto nested = login.acting;
    nested.layout = hostile::Encryption::Layout::nested;
    keep("encrypted_id", "valid-nested.xml", encrypted_id(nested));
    auto weak = login.acting;
    weak.oaep_digest = "";
    weak.transport_uri = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";
    keep("encrypted_id", "hostile-rsa-1-5.xml", encrypted_id(weak));
    auto cut = login.acting;
    cut.edit_sealed = [](std::string& bytes) { bytes.resize(bytes.size() - 16); };
    keep("encrypted_id", "hostile-cut-off.xml", encrypted_id(cut));
    login.response_signing.present = false;
    keep("response", "valid-assertion-signed.xml", hostile::response(login));
    auto bare = login;
    bare.assertion_signing.present = false;
    keep("assertion", "valid-login.xml", hostile::assertion(bare));
    bare.level = "urn:etoegang:core:assurance-class:loa2plus";
    keep("assertion", "hostile-level.xml", hostile::assertion(bare));
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
