#include "broker/xml/verification.h"

#include "broker/xml/canonicalisation.h"
#include "foundation/text.h"

#include <algorithm>
#include <optional>

namespace broker::xml {
namespace {

constexpr auto exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr auto enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr auto sha256_digest = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr auto rsa_sha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

bool uses(std::optional<Node> const& method, std::string_view algorithm) {
    return method && method->attribute("Algorithm") == algorithm;
}

std::optional<std::string> bytes_of(std::optional<Node> const& element) {
    if (!element)
        return std::nullopt;
    auto text = element->text();
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    return foundation::unbase64(text);
}

std::vector<std::string> inclusive_prefixes(Node const& method) {
    std::vector<std::string> out;
    if (auto const list = method.only("ec", "InclusiveNamespaces")) {
        auto const prefixes = list->attribute("PrefixList").value_or("");
        for (auto const prefix : foundation::split(prefixes, ' '))
            if (!prefix.empty())
                out.emplace_back(prefix);
    }
    return out;
}

/// The one Reference, if it says what the scheme demands: this element, enveloped, exclusive.
std::optional<Node> sound_reference(Node const& signed_info, Node const& element) {
    auto const reference = signed_info.only("ds", "Reference");
    auto const id = element.attribute("ID");
    if (!reference || !id || id->empty() || reference->attribute("URI") != "#" + *id)
        return std::nullopt;
    auto const transforms = reference->only("ds", "Transforms");
    auto const each = transforms ? transforms->children() : std::vector<Node>{};
    if (each.size() != 2 || !uses(each[0], enveloped) || !uses(each[1], exclusive) ||
        !uses(reference->only("ds", "DigestMethod"), sha256_digest))
        return std::nullopt;
    return reference;
}

bool digest_holds(Node const& reference, Node const& element, Node const& signature) {
    auto const transforms = reference.only("ds", "Transforms")->children();
    auto const text = canonical_text(element, inclusive_prefixes(transforms[1]), &signature);
    return bytes_of(reference.only("ds", "DigestValue")) == sha256(text);
}

} // namespace

std::expected<void, std::string> verify(Node const& element,
                                        std::vector<Certificate> const& certificates) {
    auto const signature = element.only("ds", "Signature");
    auto const info = signature ? signature->only("ds", "SignedInfo") : std::nullopt;
    if (!info)
        return std::unexpected{"the message is not signed"};
    auto const canonicalisation = info->only("ds", "CanonicalizationMethod");
    if (!uses(canonicalisation, exclusive) ||
        !uses(info->only("ds", "SignatureMethod"), rsa_sha256))
        return std::unexpected{"the signature uses an algorithm that is not allowed"};
    auto const reference = sound_reference(*info, element);
    if (!reference)
        return std::unexpected{"the signature is not for this message"};
    if (!digest_holds(*reference, element, *signature))
        return std::unexpected{"the message was changed after it was signed"};
    auto const value = bytes_of(signature->only("ds", "SignatureValue"));
    auto const text = canonical_text(*info, inclusive_prefixes(*canonicalisation), nullptr);
    if (!value || std::ranges::none_of(certificates, [&](Certificate const& certificate) {
            return certificate.verifies(text, *value);
        }))
        return std::unexpected{"the signature was not made with a key from the metadata"};
    return {};
}

} // namespace broker::xml
