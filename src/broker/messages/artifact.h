#pragma once
#include "broker/messages/response.h"

#include <optional>
#include <string>
#include <string_view>

namespace broker {

/// A SAML artifact of type 4 from endpoint 0 (eherkenning.md 4.1), in base64: 44 bytes, of which
/// the last twenty are chance.
std::string new_artifact(std::string_view entity_id, foundation::Randomness& randomness);

/// The signed ArtifactResponse. Its own status is always Success; without a message it says that
/// the artifact stands for nothing (any more).
Element artifact_response(Party const& broker, std::string_view resolve_id,
                          std::optional<Element> message, foundation::Randomness& randomness,
                          foundation::Instant now);

/// A message in a SOAP 1.1 envelope.
std::string in_envelope(Element message);

/// A SOAP fault: the request was wrong, so there is nothing to sign an answer to.
std::string soap_fault(std::string_view reason);

} // namespace broker
