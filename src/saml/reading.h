#pragma once
#include "saml/message.h"
#include "saml/xml/decryption.h"
#include "saml/xml/verification.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

/// From elements to plain values, without judging them. What cannot be read as one complete value
/// is left empty, which every rule refuses where the value is required.
namespace saml {

ArtifactAnswer read_artifact_answer(xml::Signed const& answer);
Response read_response(xml::Element const& response);
Assertion read_assertion(xml::Signed const& assertion);

/// The EncryptedIDs that are the values of this attribute.
std::vector<xml::Element> encrypted_values(xml::Signed const& assertion, std::string_view name);

/// The NameID inside. Nothing when it cannot be decrypted or is anything but one NameID.
std::optional<NameId> read_encrypted_id(xml::Element const& encrypted_id,
                                        std::span<xml::DecryptionKey const> keys,
                                        std::string_view recipient);

} // namespace saml
