#include "broker/bench.h"

#include "broker/messages/parts.h"
#include "broker/messages/signature.h"
#include "foundation/fault.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {
namespace {

struct Folder {
    std::string path =
        (std::filesystem::temp_directory_path() / ("broker-test-" + std::to_string(::getpid())))
            .string();
    Folder() { std::filesystem::create_directories(path); }
    ~Folder() { std::filesystem::remove_all(path); }
};

} // namespace

std::string folder() {
    static Folder const one;
    return one.path;
}

std::string file(std::string_view name, std::string_view content) {
    auto path = folder() + "/" + std::string{name};
    std::ofstream{path, std::ios::binary} << content;
    return path;
}

std::string content(std::string const& path) {
    std::ostringstream out;
    out << std::ifstream{path, std::ios::binary}.rdbuf();
    return out.str();
}

Outcome run(std::string const& command) {
    Outcome outcome{.status = -1, .output = {}};
    std::FILE* const pipe = ::popen((command + " 2>&1").c_str(), "r");
    foundation::ensure(pipe != nullptr, "a command can be started");
    std::array<char, 4096> part{};
    while (auto const count = std::fread(part.data(), 1, part.size(), pipe))
        outcome.output.append(part.data(), count);
    int const status = ::pclose(pipe);
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return outcome;
}

broker::SigningKey KeyPair::key() const {
    return broker::SigningKey::read(content(key_path), content(certificate_path));
}

KeyPair key_pair(std::string const& name) {
    KeyPair const pair{folder() + "/" + name + ".key", folder() + "/" + name + ".crt"};
    if (!std::filesystem::exists(pair.key_path)) {
        auto const made =
            run("openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=" + name +
                " -keyout " + pair.key_path + " -out " + pair.certificate_path);
        foundation::ensure(made.status == 0, "openssl makes a key");
    }
    return pair;
}

foundation::Instant noon() { return *foundation::parse_rfc3339("2026-11-23T12:00:00Z"); }

broker::Keys const& keys() {
    static auto const one = [] {
        auto made = broker::keys_of({std::string{hm_entity}, key_pair("broker").key()}, noon());
        made.second = key_pair("broker-next").key();
        return made;
    }();
    return one;
}

broker::ServiceProvider provider() {
    auto const signing = key_pair("sp-signing").key().certificate();
    auto const encryption = key_pair("sp-encryption").key().certificate();
    return {.entity_id = std::string{sp_entity},
            .organisation_name = "Dienst Uitvoering Onderwijs",
            .signing = {signing},
            .encryption = {{encryption, encryption.fingerprint()}},
            .endpoints = {{.index = 1,
                           .binding = broker::Binding::artifact,
                           .location = std::string{acs},
                           .is_default = true}},
            .services = {{.index = 1,
                          .name = "Mijn DUO",
                          .service_id = std::string{sp_service},
                          .attributes = {"urn:etoegang:1.11:attribute-represented:CompanyName"},
                          .is_default = true}}};
}

broker::Person anja() {
    return {.name = "Anja de Wit",
            .organisations = {{.kvk = "90000001", .name = "Scholengroep Lindenhof & Zn."}}};
}

broker::Answer answer() {
    return {.request_id = "_0123456789abcdef",
            .recipient = std::string{acs},
            .service_id = std::string{sp_service},
            .service_uuid = "8c0b8a0e-6b0e-4c6e-9d5f-0d7c3b1b2a10",
            .represented = anja().organisations.front()};
}

broker::Element sign_in_request() {
    return {.name = "samlp:AuthnRequest",
            .attributes = {{"ID", "_request"},
                           {"Version", "2.0"},
                           {"IssueInstant", "2026-11-23T12:00:00Z"},
                           {"Destination", "http://localhost:8081/sso"},
                           {"ForceAuthn", "true"},
                           {"AssertionConsumerServiceIndex", "1"},
                           {"AttributeConsumingServiceIndex", "1"}},
            .children = {broker::issuer(sp_entity)}};
}

broker::Element resolve_request(std::string_view artifact) {
    return {.name = "samlp:ArtifactResolve",
            .attributes = {{"ID", "_resolve"},
                           {"Version", "2.0"},
                           {"IssueInstant", "2026-11-23T12:00:00Z"},
                           {"Destination", "http://localhost:8081/ars"}},
            .children = {broker::issuer(sp_entity),
                         {.name = "samlp:Artifact", .text = std::string{artifact}}}};
}

broker::Element& set(broker::Element& element, std::string_view attribute, std::string value) {
    std::erase_if(element.attributes, [&](auto const& one) { return one.name == attribute; });
    if (!value.empty())
        element.attributes.push_back({std::string{attribute}, std::move(value)});
    return element;
}

std::string signed_by_provider(broker::Element message) {
    broker::sign(message, key_pair("sp-signing").key());
    return broker::canonical(message);
}

std::string provider_metadata(broker::Binding binding) {
    auto const descriptor = [](char const* use, std::string const& name) -> broker::Element {
        return {.name = "md:KeyDescriptor",
                .attributes = {{"use", use}},
                .children = {broker::key_descriptor_info(key_pair(name).key().certificate())}};
    };
    std::string const kind = binding == broker::Binding::post ? "HTTP-POST" : "HTTP-Artifact";
    broker::Element const consumer{
        .name = "md:AssertionConsumerService",
        .attributes = {{"Binding", "urn:oasis:names:tc:SAML:2.0:bindings:" + kind},
                       {"Location", std::string{acs}},
                       {"index", "1"},
                       {"isDefault", "true"}}};
    broker::Element const service{
        .name = "md:AttributeConsumingService",
        .attributes = {{"index", "1"}, {"isDefault", "true"}},
        .children = {
            {.name = "md:ServiceName", .attributes = {{"xml:lang", "nl"}}, .text = "Mijn DUO"},
            {.name = "md:RequestedAttribute", .attributes = {{"Name", std::string{sp_service}}}}}};
    broker::Element entity{
        .name = "md:EntityDescriptor",
        .attributes = {{"ID", "_sp"}, {"entityID", std::string{sp_entity}}},
        .children = {{.name = "md:SPSSODescriptor",
                      .children = {descriptor("signing", "sp-signing"),
                                   descriptor("encryption", "sp-encryption"), consumer, service}}}};
    broker::sign(entity, key_pair("sp-signing").key(), broker::KeyInfo::certificate);
    return broker::canonical(entity);
}

} // namespace bench
