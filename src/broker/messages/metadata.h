#pragma once
#include "broker/messages/response.h"

#include <string>
#include <string_view>

namespace broker {

/// The broker's metadata for service providers (eherkenning.md 4.3), signed, valid for a year.
/// `public_url` has no slash at its end.
std::string broker_metadata(Party const& broker, std::string_view public_url,
                            foundation::Randomness& randomness, foundation::Instant now);

} // namespace broker
