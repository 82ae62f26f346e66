#pragma once
#include "broker/messages/response.h"

#include <optional>
#include <string>
#include <string_view>

namespace broker {

/// The broker's metadata for service providers (eherkenning.md 4.3), signed, valid for a year.
/// `public_url` has no slash at its end. A second key is announced beside the first.
std::string broker_metadata(Party const& broker, std::string_view public_url,
                            foundation::Randomness& randomness, foundation::Instant now,
                            std::optional<SigningKey> const& second = std::nullopt);

} // namespace broker
