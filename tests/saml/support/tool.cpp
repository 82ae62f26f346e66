#include "saml/support/tool.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace world {
namespace {

std::filesystem::path written(std::string const& name, std::string const& text) {
    auto const path =
        std::filesystem::path{testing::TempDir()} / (std::to_string(::getpid()) + '-' + name);
    std::ofstream{path, std::ios::binary} << text;
    return path;
}

} // namespace

bool xmlsec_verifies(std::string const& text, std::string const& element,
                     std::string const& certificate_pem) {
    auto const message = written("message.xml", text);
    auto const certificate = written("certificate.pem", certificate_pem);
    auto const command = "xmlsec1 --verify --enabled-key-data key-name,rsa --id-attr:ID " +
                         element + " --pubkey-cert-pem " + certificate.string() + ' ' +
                         message.string() + " > /dev/null 2>&1";
    bool const verified = std::system(command.c_str()) == 0;
    std::filesystem::remove(message);
    std::filesystem::remove(certificate);
    return verified;
}

std::string schema_complaints(std::string const& text, std::string const& schema_file) {
    auto const message = written("valid.xml", text);
    auto const said = written("complaints.txt", "");
    auto const command = "XML_CATALOG_FILES=" SOURCE_DIR "/tests/saml/schemas/catalog.xml "
                         "xmllint --nonet --noout --schema " +
                         schema_file + ' ' + message.string() + " > " + said.string() + " 2>&1";
    bool const valid = std::system(command.c_str()) == 0;
    std::ostringstream complaints;
    complaints << std::ifstream{said}.rdbuf();
    std::filesystem::remove(message);
    std::filesystem::remove(said);
    return valid ? "" : "not valid: " + std::move(complaints).str();
}

} // namespace world
