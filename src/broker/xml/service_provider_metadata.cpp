#include "broker/xml/service_provider_metadata.h"

#include "broker/xml/document.h"
#include "broker/xml/verification.h"
#include "foundation/text.h"

#include <algorithm>
#include <charconv>

namespace broker::xml {
namespace {

std::optional<int> number(std::optional<std::string> const& text) {
    int value = 0;
    if (!text || !foundation::all_digits(*text) || text->size() > 5)
        return std::nullopt;
    std::from_chars(text->data(), text->data() + text->size(), value);
    return value;
}

bool is_default(Node const& element) {
    auto const value = element.attribute("isDefault");
    return value == "true" || value == "1";
}

std::optional<EncryptionKey> key_of(Node const& descriptor) {
    auto const info = descriptor.only("ds", "KeyInfo");
    auto const data = info ? info->only("ds", "X509Data") : std::nullopt;
    auto const encoded = data ? data->only("ds", "X509Certificate") : std::nullopt;
    if (!encoded)
        return std::nullopt;
    auto text = encoded->text();
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    auto const der = foundation::unbase64(text);
    auto certificate = der ? Certificate::parse(*der) : std::nullopt;
    if (!certificate)
        return std::nullopt;
    auto const name = info->only("ds", "KeyName");
    auto key_name = name ? name->text() : certificate->fingerprint();
    return EncryptionKey{*std::move(certificate), std::move(key_name)};
}

void read_keys(Node const& role, ServiceProvider& into) {
    for (auto const& descriptor : role.children("md", "KeyDescriptor")) {
        auto const key = key_of(descriptor);
        if (!key)
            continue;
        auto const use = descriptor.attribute("use");
        if (use != "encryption")
            into.signing.push_back(key->certificate);
        if (use != "signing")
            into.encryption.push_back(*key);
    }
}

void read_endpoints(Node const& role, ServiceProvider& into) {
    for (auto const& element : role.children("md", "AssertionConsumerService")) {
        auto const binding = element.attribute("Binding");
        auto const location = element.attribute("Location");
        auto const index = number(element.attribute("index"));
        bool const artifact = binding == "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact";
        bool const post = binding == "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
        if (!location || !index || !(artifact || post))
            continue;
        if (!location->starts_with("https://") && !location->starts_with("http://"))
            continue;
        into.endpoints.push_back({.index = *index,
                                  .binding = post ? Binding::post : Binding::artifact,
                                  .location = *location,
                                  .is_default = is_default(element)});
    }
}

void read_services(Node const& role, ServiceProvider& into) {
    for (auto const& element : role.children("md", "AttributeConsumingService")) {
        auto const index = number(element.attribute("index"));
        auto const names = element.children("md", "ServiceName");
        if (!index || names.empty())
            continue;
        RequestedService service{.index = *index,
                                 .name = names.front().text(),
                                 .service_id = {},
                                 .attributes = {},
                                 .is_default = is_default(element)};
        for (auto const& requested : element.children("md", "RequestedAttribute")) {
            auto const name = requested.attribute("Name").value_or("");
            if (name.find(":services:") != std::string::npos)
                service.service_id = name;
            else
                service.attributes.push_back(name);
        }
        if (!service.service_id.empty())
            into.services.push_back(std::move(service));
    }
}

std::optional<std::string> organisation_name(Node const& entity) {
    auto const organisation = entity.only("md", "Organization");
    auto const names = organisation ? organisation->children("md", "OrganizationDisplayName")
                                    : std::vector<Node>{};
    return names.empty() ? std::nullopt : std::optional{names.front().text()};
}

} // namespace

std::expected<ServiceProvider, std::string> read_plain_service_provider(std::string_view metadata) {
    auto const document = Document::parse(metadata);
    if (!document || !document->root().is("md", "EntityDescriptor"))
        return std::unexpected{"it is not an EntityDescriptor"};
    auto const entity = document->root();
    auto const role = entity.only("md", "SPSSODescriptor");
    if (!role)
        return std::unexpected{"it does not describe one service provider"};
    ServiceProvider provider{.entity_id = entity.attribute("entityID").value_or(""),
                             .organisation_name = organisation_name(entity),
                             .signing = {},
                             .encryption = {},
                             .endpoints = {},
                             .services = {}};
    read_keys(*role, provider);
    read_endpoints(*role, provider);
    read_services(*role, provider);
    if (provider.entity_id.empty() || provider.signing.empty())
        return std::unexpected{"it lacks an entityID or a signing key"};
    if (provider.endpoints.empty())
        return std::unexpected{"it lacks a consumer endpoint"};
    if (!entity.children("ds", "Signature").empty())
        if (auto const signature = verify(entity, provider.signing); !signature)
            return std::unexpected{signature.error()};
    return provider;
}

std::expected<ServiceProvider, std::string> read_service_provider(std::string_view metadata) {
    auto provider = read_plain_service_provider(metadata);
    // Only outside eHerkenning there is neither a service nor anything encrypted.
    if (provider && provider->services.empty() != provider->encryption.empty())
        return std::unexpected{"it has a service or an encryption key, but not both"};
    return provider;
}

} // namespace broker::xml
