#include "saml/xml/decryption.h"

#include "foundation/text.h"
#include "saml/xml/base64.h"
#include "saml/xml/cipher.h"

#include <algorithm>

namespace saml::xml {
namespace {

constexpr std::string_view xenc = "http://www.w3.org/2001/04/xmlenc#";
constexpr std::string_view ds = "http://www.w3.org/2000/09/xmldsig#";
constexpr std::string_view oaep = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
constexpr std::string_view sha1_uri = "http://www.w3.org/2000/09/xmldsig#sha1";
constexpr std::string_view sha256_uri = "http://www.w3.org/2001/04/xmlenc#sha256";
constexpr std::string_view element_type = "http://www.w3.org/2001/04/xmlenc#Element";
constexpr std::string_view key_type = "http://www.w3.org/2001/04/xmlenc#EncryptedKey";
constexpr std::size_t most_keys = 4; // each costs a private-key operation

constexpr Name enc(std::string_view local) { return {xenc, local}; }
constexpr Name dsig(std::string_view local) { return {ds, local}; }

/// The bytes in CipherData/CipherValue. A CipherReference has no place here: it is never fetched.
std::optional<std::string> cipher_value(Element const& encrypted) {
    auto const data = encrypted.only_child(enc("CipherData"));
    if (!data || data->children().size() > 1)
        return std::nullopt;
    auto const holder = data->only_child(enc("CipherValue"));
    auto const text = holder ? holder->value() : std::nullopt;
    return text ? unbase64_spaced(*text) : std::nullopt;
}

std::string key_name(std::optional<Element> const& holder) {
    auto const text = holder ? holder->value() : std::nullopt;
    return text ? std::string{foundation::trimmed(*text)} : std::string{};
}

/// Which EncryptedKey the EncryptedData means, as far as it says so.
struct Pointers {
    std::vector<std::string> key_ids; ///< of RetrievalMethods
    std::string carried_name;         ///< of a KeyName
    std::vector<Element> nested;
};

std::optional<Pointers> read_pointers(Element const& data) {
    Pointers pointers;
    auto const info = data.only_child(dsig("KeyInfo"));
    if (!info)
        return pointers;
    for (auto const& child : info->children()) {
        if (child.is(enc("EncryptedKey"))) {
            pointers.nested.push_back(child);
        } else if (child.is(dsig("KeyName"))) {
            pointers.carried_name = key_name(child);
        } else if (child.is(dsig("RetrievalMethod"))) {
            // Only an EncryptedKey of this very document: never an address, never a transform.
            auto const uri = child.attribute("URI").value_or("");
            if (uri.size() < 2 || uri.front() != '#' || !child.children().empty() ||
                child.attribute("Type").value_or(key_type) != key_type)
                return std::nullopt;
            pointers.key_ids.emplace_back(uri.substr(1));
        } else {
            return std::nullopt;
        }
    }
    return pointers;
}

bool is_meant(Element const& key, Pointers const& pointers) {
    if (!pointers.key_ids.empty())
        return std::ranges::find(pointers.key_ids, key.attribute("Id").value_or("")) !=
               pointers.key_ids.end();
    if (!pointers.carried_name.empty())
        return key_name(key.only_child(enc("CarriedKeyName"))) == pointers.carried_name;
    return true;
}

/// Keys beside the EncryptedData or nested in it, addressed to this recipient.
std::vector<Element> keys_for(Element const& encrypted_id, Pointers const& pointers,
                              std::string_view recipient) {
    auto keys = encrypted_id.children(enc("EncryptedKey"));
    std::erase_if(keys, [&](Element const& key) { return !is_meant(key, pointers); });
    keys.insert(keys.end(), pointers.nested.begin(), pointers.nested.end());
    std::erase_if(keys,
                  [&](Element const& key) { return key.attribute("Recipient") != recipient; });
    return keys;
}

/// RSA-OAEP with MGF1-SHA-1 only; rsa-1_5 is not known here. True when its digest is SHA-256.
std::optional<bool> oaep_with_sha256(Element const& encrypted_key) {
    auto const method = encrypted_key.only_child(enc("EncryptionMethod"));
    if (!method || method->attribute("Algorithm") != oaep)
        return std::nullopt;
    auto const details = method->children();
    if (details.empty())
        return false;
    auto const named = details[0].attribute("Algorithm").value_or("");
    if (details.size() > 1 || !details[0].is(dsig("DigestMethod")) ||
        (named != sha1_uri && named != sha256_uri))
        return std::nullopt;
    return named == sha256_uri;
}

/// Opened by the key that the message names, else by whichever fits.
std::optional<std::string> opened_key(Element const& encrypted_key,
                                      std::span<DecryptionKey const> keys) {
    auto const sha256 = oaep_with_sha256(encrypted_key);
    auto const sealed = cipher_value(encrypted_key);
    if (!sha256 || !sealed)
        return std::nullopt;
    auto const info = encrypted_key.only_child(dsig("KeyInfo"));
    auto const name = key_name(info ? info->only_child(dsig("KeyName")) : std::nullopt);
    for (bool const named : {true, false})
        for (auto const& key : keys)
            if ((key.key_name == name) == named)
                if (auto secret = key.key.open_oaep(*sealed, *sha256))
                    return secret;
    return std::nullopt;
}

} // namespace

std::optional<Document> decrypt_element(Element const& encrypted_id,
                                        std::span<DecryptionKey const> keys,
                                        std::string_view recipient) {
    auto const data = encrypted_id.only_child(enc("EncryptedData"));
    if (!data || data->attribute("Type").value_or(element_type) != element_type ||
        encrypted_id.children().size() != 1 + encrypted_id.children(enc("EncryptedKey")).size())
        return std::nullopt;
    auto const method = data->only_child(enc("EncryptionMethod"));
    auto const cipher = cipher_named(method ? method->attribute("Algorithm").value_or("") : "");
    auto const sealed = cipher_value(*data);
    auto const pointers = read_pointers(*data);
    if (!cipher || !sealed || !pointers)
        return std::nullopt;
    auto const meant = keys_for(encrypted_id, *pointers, recipient);
    if (meant.size() > most_keys)
        return std::nullopt;
    for (auto const& encrypted_key : meant)
        if (auto const secret = opened_key(encrypted_key, keys))
            if (auto const plain = decrypt(*cipher, *secret, *sealed))
                if (auto document = Document::parse(*plain))
                    return std::move(*document);
    return std::nullopt;
}

} // namespace saml::xml
