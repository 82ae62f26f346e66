#pragma once
#include "portal/signing_in/broker.h"
#include "saml/broker_metadata.h"

#include <expected>
#include <string_view>

namespace saml {

/// eherkenning.md 9.3: strict base64 of 44 bytes, type 4, the broker's SourceID and an endpoint
/// that its metadata knows. What fails costs no call to anyone (security.md A1).
std::expected<portal::Artifact, portal::Rejected> read_artifact(std::string_view saml_art,
                                                                BrokerMetadata const& broker);

} // namespace saml
