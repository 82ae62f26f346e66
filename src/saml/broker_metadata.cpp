#include "saml/broker_metadata.h"

#include "foundation/digest.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/duration.h"
#include "saml/names.h"
#include "saml/rules/moments.h"
#include "saml/xml/base64.h"
#include "saml/xml/document.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace saml {
namespace {

using foundation::Fault;
using names::metadata;
using names::signature;

std::optional<xml::Certificate> certificate_in(xml::Element const& key_info) {
    auto const data = key_info.only_child(signature("X509Data"));
    auto const holder = data ? data->only_child(signature("X509Certificate")) : std::nullopt;
    auto const text = holder ? holder->value() : std::nullopt;
    auto const der = text ? xml::unbase64_spaced(*text) : std::nullopt;
    return der ? xml::Certificate::from_der(*der) : std::nullopt;
}

std::vector<xml::VerificationKey> signing_keys(xml::Element const& role) {
    std::vector<xml::VerificationKey> keys;
    for (auto const& descriptor : role.children(metadata("KeyDescriptor"))) {
        // A key for encryption never verifies a signature (security.md S2).
        if (descriptor.attribute("use").value_or("signing") != "signing")
            continue;
        auto const info = descriptor.only_child(signature("KeyInfo"));
        auto certificate = info ? certificate_in(*info) : std::nullopt;
        if (!certificate)
            throw Fault{"the broker's metadata holds a signing certificate that cannot be read "
                        "or has no RSA key of 2048 bits or more"};
        auto const named = info->only_child(signature("KeyName"));
        keys.push_back({.key_name = named ? named->value().value_or("") : certificate->sha256,
                        .certificate = std::move(*certificate)});
    }
    return keys;
}

xml::Element broker_entity(xml::Element const& root, std::string_view entity_id) {
    std::vector<xml::Element> entities;
    if (root.is(metadata("EntityDescriptor")))
        entities.push_back(root);
    else if (root.is(metadata("EntitiesDescriptor")))
        entities = root.children(metadata("EntityDescriptor"));
    std::erase_if(entities, [&](xml::Element const& entity) {
        return entity.children(metadata("IDPSSODescriptor")).empty() ||
               (!entity_id.empty() && entity.attribute("entityID") != entity_id);
    });
    if (entities.size() == 1)
        return entities.front();
    throw Fault{entity_id.empty()
                    ? "the broker's metadata must describe exactly one broker, or the "
                      "configuration must name its entity id"
                : entities.size() > 1
                    ? "the broker's metadata describes the configured entity id more than once"
                    : "the broker's metadata does not describe the configured entity id"};
}

std::string post_address(xml::Element const& role) {
    for (auto const& service : role.children(metadata("SingleSignOnService")))
        if (service.attribute("Binding") == names::binding_post)
            return std::string{service.attribute("Location").value_or("")};
    throw Fault{"the broker's metadata offers no sign-on address for HTTP-POST"};
}

std::vector<ArtifactEndpoint> artifact_endpoints(xml::Element const& role) {
    std::vector<ArtifactEndpoint> endpoints;
    for (auto const& service : role.children(metadata("ArtifactResolutionService"))) {
        auto const text = service.attribute("index").value_or("");
        unsigned index = 0;
        auto const read = std::from_chars(text.data(), text.data() + text.size(), index);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || index > 0xffff)
            throw Fault{"the broker's metadata holds an artifact endpoint without a usable index"};
        if (service.attribute("Binding") == names::binding_soap)
            endpoints.push_back({index, std::string{service.attribute("Location").value_or("")}});
    }
    return endpoints;
}

void check_signature(xml::Element const& root, std::span<xml::VerificationKey const> keys,
                     foundation::Instant now) {
    if (auto const verified = xml::Signed::verify(root, keys, now); !verified)
        throw Fault{"the signature on the broker's metadata does not hold: " +
                    std::string{verified.error()}};
}

/// A trusted signer's signature must be there and hold, wherever the file says it comes from.
void check_signer(xml::Element const& root, MetadataTrust const& trust, foundation::Instant now) {
    if (trust.signer_pem.empty())
        return;
    auto signer = xml::Certificate::from_pem(trust.signer_pem);
    if (!signer)
        throw Fault{"the certificate of the metadata's signer cannot be read"};
    std::vector<xml::VerificationKey> const keys{
        {.key_name = signer->sha256, .certificate = std::move(*signer)}};
    check_signature(root, keys, now);
}

/// A pinned file's signature must hold when it is there.
void check_own_signature(xml::Element const& root, std::vector<xml::VerificationKey> keys,
                         foundation::Instant now) {
    auto const found = root.only_child(signature("Signature"));
    if (!found)
        return;
    // The fingerprint already vouches for the file and so for the certificate in it.
    if (auto const info = found->only_child(signature("KeyInfo")))
        if (auto shown = certificate_in(*info))
            keys.push_back({.key_name = shown->sha256, .certificate = std::move(*shown)});
    check_signature(root, keys, now);
}

void check_fingerprint(std::string_view file, MetadataTrust const& trust) {
    if (trust.sha256.empty() && trust.signer_pem.empty())
        throw Fault{"the broker's metadata is believed by nothing: configure its SHA-256 "
                    "fingerprint or the certificate of its signer"};
    if (!trust.sha256.empty() &&
        foundation::sha256_hex(file) != foundation::lower_ascii(trust.sha256))
        throw Fault{"the broker's metadata has another SHA-256 fingerprint than configured"};
}

/// The earliest end that the file, the broker's part of it or its role names.
std::optional<foundation::Instant> end_of_validity(std::span<xml::Element const> parts) {
    std::optional<foundation::Instant> end;
    for (auto const& part : parts)
        if (auto const text = part.attribute("validUntil")) {
            auto const read = rules::read_moment(*text);
            if (!read)
                throw Fault{"the broker's metadata has a validUntil that cannot be read"};
            end = end ? std::min(*end, *read) : *read;
        }
    return end;
}

/// When the set was published (SAML metadata extensions for registration and publication, 2.2).
std::optional<foundation::Instant> moment_of_creation(xml::Element const& root) {
    constexpr xml::Name publication{"urn:oasis:names:tc:SAML:metadata:rpi", "PublicationInfo"};
    auto const extensions = root.only_child(metadata("Extensions"));
    auto const info = extensions ? extensions->only_child(publication) : std::nullopt;
    auto const text = info ? info->attribute("creationInstant") : std::nullopt;
    return text ? rules::read_moment(*text) : std::nullopt;
}

/// The shortest that the file or the broker's part of it names. It says when to look again and is
/// no end of validity; one that cannot be read is left aside.
std::optional<std::chrono::seconds>
time_until_another_look(std::span<xml::Element const> parts,
                        std::function<void(std::string_view)> const& log) {
    std::optional<std::chrono::seconds> shortest;
    for (auto const& part : parts)
        if (auto const text = part.attribute("cacheDuration"); text && text->size() <= 40)
            if (auto const read = read_duration(*text); read && (!shortest || *read < *shortest)) {
                log("the broker asks to look for new metadata every " + std::string{*text});
                shortest = read;
            }
    return shortest;
}

} // namespace

BrokerMetadata read_broker_metadata(std::string_view file, MetadataTrust const& trust,
                                    foundation::Instant now,
                                    std::function<void(std::string_view)> const& log) {
    check_fingerprint(file, trust);
    auto const document = xml::Document::parse(file, xml::of_metadata());
    if (!document)
        throw Fault{"the broker's metadata cannot be read: " + std::string{document.error()}};
    auto const root = document->root();
    check_signer(root, trust, now);
    auto const entity = broker_entity(root, trust.entity_id);
    auto const role = entity.only_child(metadata("IDPSSODescriptor"));
    if (!role)
        throw Fault{"the broker's metadata describes more than one identity provider"};
    std::array const parts{root, entity, *role};
    BrokerMetadata read{.entity_id = std::string{entity.attribute("entityID").value_or("")},
                        .source_id = {},
                        .sign_on_address = post_address(*role),
                        .artifact_endpoints = artifact_endpoints(*role),
                        .keys = signing_keys(*role),
                        .valid_until = end_of_validity(parts),
                        .created_at = moment_of_creation(root),
                        .cache_duration = time_until_another_look(parts, log)};
    read.source_id = xml::sha1(read.entity_id);
    if (trust.signer_pem.empty())
        check_own_signature(root, read.keys, now);
    else if (!read.valid_until) // it could be offered for ever, whatever was withdrawn since
        throw Fault{"the broker's metadata is believed by its signer, and does not say until when "
                    "(validUntil): ask the signer for a set that ends"};
    if (read.entity_id.empty())
        throw Fault{"the broker's metadata names no entity id"};
    if (read.valid_until && *read.valid_until <= now)
        throw Fault{"the broker's metadata has expired"};
    if (std::ranges::none_of(read.keys, [&](xml::VerificationKey const& key) {
            return key.certificate.in_date(now);
        }))
        throw Fault{"the broker's metadata holds no signing certificate that is in date"};
    return read;
}

} // namespace saml
