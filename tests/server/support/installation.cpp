#include "server/support/installation.h"

#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/support/hostile_broker.h"
#include "server/check/check.h"
#include "server/house.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <fstream>

#include <unistd.h>

namespace fs = std::filesystem;

namespace {

/// Made once: three RSA keys take a while.
fs::path const& model() {
    static fs::path const folder = [] {
        auto made = fs::path{testing::TempDir()} / (std::to_string(::getpid()) + "-model");
        auto const command = SOURCE_DIR "/script/lib/dev_material " + made.string();
        foundation::ensure(std::system(command.c_str()) == 0);
        std::atexit([] { fs::remove_all(model()); });
        return made;
    }();
    return folder;
}

int number = 0;

} // namespace

hostile::KeyPair const& broker_key() {
    static auto const now = static_cast<long>(std::time(nullptr));
    static auto const key = hostile::KeyPair::kept(0, now - 86'400, now + 86'400L * 365);
    return key;
}

Installation::Installation()
    : folder_(fs::path{testing::TempDir()} /
              (std::to_string(::getpid()) + "-installation-" + std::to_string(++number))) {
    fs::copy(model(), folder_, fs::copy_options::recursive);
    fs::create_directory(file("mails"));
    configure(model().string(), folder_.string());
    configure("folder = \"", "folder = \"" SOURCE_DIR "/catalogue\" # ");
    configure("http://localhost:8080", "https://mijnduo.example");
    configure("\"artifact\"", "\"post\"");
    configure("\"smtp\"", "\"file\"\nfolder = \"mails\"");
    broker_at("https://broker.example/ars");
}

Installation::~Installation() { fs::remove_all(folder_); }

void Installation::write(std::string const& name, std::string const& text) const {
    std::ofstream{file(name), std::ios::binary} << text;
}

void Installation::configure(std::string const& from, std::string const& to) const {
    auto text = server::content_of(configuration());
    auto const at = text.find(from);
    foundation::ensure(at != std::string::npos, from.c_str());
    write("mijnduo.toml", text.replace(at, from.size(), to));
}

void Installation::for_production() const {
    configure("[server]", "[server]\ntesting = false");
    configure("entities:9001", "entities:8999");
    broker_at("https://broker.example/ars", "", 1);
}

void Installation::on_free_ports() const {
    configure("\"127.0.0.1:8080\"", "\"127.0.0.1:0\"");
    configure("\"127.0.0.1:9464\"", "\"127.0.0.1:0\"");
}

void Installation::broker_at(std::string const& address, std::string const& attributes, int entity,
                             std::string const& sign_on) const {
    hostile::Metadata metadata{.entity_id = "urn:etoegang:HM:00000009990000002000:entities:" +
                                            std::to_string(entity),
                               .sign_on_address = sign_on,
                               .resolution_address = address,
                               .signing_keys = {&broker_key()},
                               .root_attributes = attributes,
                               .signing = {.key = &broker_key(), .present = true}};
    auto const text = hostile::metadata(metadata);
    write("broker_metadata.xml", text);
    auto const before = server::content_of(configuration());
    auto const at = before.find("broker_metadata_sha256 = \"");
    auto const end = before.find('\n', at);
    configure(before.substr(at, end - at),
              "broker_metadata_sha256 = \"" + foundation::sha256_hex(text) + '"');
}

std::string Installation::checked(foundation::Instant now) const {
    return server::check::examined(configuration(), now).text();
}

std::string Installation::checked() const { return checked(server::clock_now()); }
