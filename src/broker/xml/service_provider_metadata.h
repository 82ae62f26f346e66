#pragma once
#include "broker/messages/service_provider.h"

#include <expected>
#include <string>
#include <string_view>

namespace broker::xml {

/// A service provider's metadata (eherkenning.md 4.3). Where it comes from is what makes it
/// trusted; its own signature is checked as far as it has one. What is wrong otherwise.
std::expected<ServiceProvider, std::string> read_service_provider(std::string_view metadata);

/// The same of one that knows nothing of the scheme: no encrypted identifiers, no services.
std::expected<ServiceProvider, std::string> read_plain_service_provider(std::string_view metadata);

} // namespace broker::xml
