#include "saml/xml/signature_shape.h"

#include "foundation/text.h"
#include "saml/xml/base64.h"

#include <algorithm>
#include <array>
#include <utility>

namespace saml::xml {
namespace {

constexpr std::string_view ds = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
constexpr std::string_view enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
constexpr Name inclusive_namespaces{exclusive, "InclusiveNamespaces"};
constexpr std::size_t most_prefixes = 16;
constexpr std::size_t most_hints = 8;

constexpr Name dsig(std::string_view local) { return {ds, local}; }

/// An invented or weak algorithm is simply not in these tables (S3, S4).
std::optional<Digest> signature_algorithm(std::string_view uri) {
    static constexpr std::array known{
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"},
                  Digest::sha256},
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmldsig-more#rsa-sha384"},
                  Digest::sha384},
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmldsig-more#rsa-sha512"},
                  Digest::sha512}};
    auto const found = std::ranges::find(known, uri, [](auto const& entry) { return entry.first; });
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::optional<Digest> digest_algorithm(std::string_view uri) {
    static constexpr std::array known{
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmlenc#sha256"}, Digest::sha256},
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmldsig-more#sha384"},
                  Digest::sha384},
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmlenc#sha512"}, Digest::sha512}};
    auto const found = std::ranges::find(known, uri, [](auto const& entry) { return entry.first; });
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::string_view algorithm(Element const& method) {
    return method.attribute("Algorithm").value_or("");
}

/// The PrefixList of an exclusive canonicalisation; nothing when it holds anything else.
std::optional<std::vector<std::string>> prefixes_of(Element const& method) {
    auto const children = method.children();
    std::vector<std::string> prefixes;
    if (children.empty())
        return prefixes;
    if (children.size() > 1 || !children[0].is(inclusive_namespaces) ||
        !children[0].children().empty())
        return std::nullopt;
    for (auto const part : foundation::split(children[0].attribute("PrefixList").value_or(""), ' '))
        if (!part.empty())
            prefixes.emplace_back(part);
    return prefixes.size() > most_prefixes ? std::nullopt : std::optional{prefixes};
}

/// KeyInfo may name a key, show a certificate or a key, and do several of these at once
/// (eherkenning.md 2.3). None of it is ever trusted or followed: the first name only says which
/// pinned key to try first, everything else is passed over unread.
std::expected<std::string, std::string_view> key_name_of(std::span<Element const> parts) {
    if (parts.size() < 3) // without KeyInfo
        return std::string{};
    auto const hints = parts[2].children();
    if (hints.empty() || hints.size() > most_hints)
        return std::unexpected{"key info"};
    auto const named =
        std::ranges::find_if(hints, [](Element const& hint) { return hint.is(dsig("KeyName")); });
    if (named == hints.end())
        return std::string{};
    auto const name = named->value();
    if (!name)
        return std::unexpected{"key info"};
    return std::string{foundation::trimmed(*name)};
}

struct ReferenceParts {
    std::vector<std::string> prefixes;
    Digest digest;
    std::string digest_value;
};

std::expected<ReferenceParts, std::string_view> read_reference(Element const& reference,
                                                               std::string_view owner_id) {
    static constexpr std::array parts{dsig("Transforms"), dsig("DigestMethod"),
                                      dsig("DigestValue")};
    if (!reference.consists_of(parts))
        return std::unexpected{"shape"};
    auto const uri = reference.attribute("URI").value_or("");
    if (owner_id.empty() || !uri.starts_with('#') || uri.substr(1) != owner_id)
        return std::unexpected{"reference"};
    auto const children = reference.children();
    auto const transforms = children[0].children();
    static constexpr std::array twice{dsig("Transform"), dsig("Transform")};
    if (!children[0].consists_of(twice) || algorithm(transforms[0]) != enveloped ||
        !transforms[0].children().empty() || algorithm(transforms[1]) != exclusive)
        return std::unexpected{"transforms"};
    auto prefixes = prefixes_of(transforms[1]);
    if (!prefixes)
        return std::unexpected{"transforms"};
    auto const digest = digest_algorithm(algorithm(children[1]));
    if (!digest || !children[1].children().empty())
        return std::unexpected{"algorithm"};
    auto const value = children[2].value();
    auto sum = value ? unbase64_spaced(*value) : std::nullopt;
    if (!sum || sum->empty())
        return std::unexpected{"shape"};
    return ReferenceParts{std::move(*prefixes), *digest, std::move(*sum)};
}

/// SignedInfo, SignatureValue and perhaps KeyInfo: no Object and no second SignedInfo.
bool has_permitted_parts(Element const& signature) {
    static constexpr std::array with_hint{dsig("SignedInfo"), dsig("SignatureValue"),
                                          dsig("KeyInfo")};
    return signature.consists_of(with_hint) ||
           signature.consists_of(std::span{with_hint}.first<2>());
}

} // namespace

std::expected<SignatureShape, std::string_view> read_signature_shape(Element const& owner) {
    auto const signature = owner.only_child(dsig("Signature"));
    if (!signature)
        return std::unexpected{owner.children(dsig("Signature")).empty() ? "missing" : "shape"};
    if (!has_permitted_parts(*signature))
        return std::unexpected{"shape"};
    auto const parts = signature->children();
    static constexpr std::array info_parts{dsig("CanonicalizationMethod"), dsig("SignatureMethod"),
                                           dsig("Reference")};
    if (!parts[0].consists_of(info_parts))
        return std::unexpected{"shape"};
    auto const info = parts[0].children();
    auto const info_prefixes = prefixes_of(info[0]);
    if (algorithm(info[0]) != exclusive || !info_prefixes)
        return std::unexpected{"algorithm"};
    auto const method = signature_algorithm(algorithm(info[1]));
    if (!method || !info[1].children().empty())
        return std::unexpected{"algorithm"};
    auto reference = read_reference(info[2], owner.attribute("ID").value_or(""));
    if (!reference)
        return std::unexpected{reference.error()};
    auto const value = parts[1].value();
    auto const signature_value = value ? unbase64_spaced(*value) : std::nullopt;
    if (!signature_value || signature_value->empty())
        return std::unexpected{"shape"};
    auto const key_name = key_name_of(parts);
    if (!key_name)
        return std::unexpected{key_name.error()};
    return SignatureShape{.signature = *signature,
                          .signed_info = parts[0],
                          .info_prefixes = *info_prefixes,
                          .content_prefixes = std::move(reference->prefixes),
                          .signature_digest = *method,
                          .content_digest = reference->digest,
                          .digest_value = std::move(reference->digest_value),
                          .signature_value = *signature_value,
                          .key_name = *key_name};
}

} // namespace saml::xml
