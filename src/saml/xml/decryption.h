#pragma once
#include "saml/xml/document.h"
#include "saml/xml/keys.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace saml::xml {

/// A key of this portal for which brokers may encrypt. Several at once during a rollover.
struct DecryptionKey {
    std::string key_name;
    PrivateKey key;
};

/// What the EncryptedID holds. One answer for everything that can be wrong, so that nobody learns
/// from the answer what it was (security.md E1). To be called only on a part of a Signed element.
std::optional<Document> decrypt_element(Element const& encrypted_id,
                                        std::span<DecryptionKey const> keys,
                                        std::string_view recipient);

} // namespace saml::xml
