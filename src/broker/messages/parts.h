#pragma once
#include "broker/messages/element.h"
#include "broker/messages/service_provider.h"
#include "foundation/instant.h"
#include "foundation/randomness.h"

#include <string>
#include <string_view>

namespace broker {

// The small parts that several messages share.

std::string new_id(foundation::Randomness& randomness);   ///< '_' and 128 bits: an NCName
std::string new_uuid(foundation::Randomness& randomness); ///< version 4
std::string timestamp(foundation::Instant at);            ///< whole seconds UTC, with 'Z'

Element issuer(std::string_view entity_id);

Element attribute(std::string_view name, std::vector<Element> values);
Element text_value(std::string_view text);
Element boolean_value(bool value);

/// Whoever an identifier is encrypted for.
struct Recipient {
    std::string_view entity_id;
    EncryptionKey key;
};

/// An AttributeValue with an identifier in an EncryptedID for the recipient, under a fresh key
/// (eherkenning.md 3.6).
Element encrypted_value(std::string_view qualifier, std::string_view identifier,
                        Recipient const& recipient, foundation::Randomness& randomness);

} // namespace broker
