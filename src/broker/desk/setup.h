#pragma once
#include "broker/messages/response.h"
#include "broker/pages/pages.h"
#include "foundation/instant.h"
#include "foundation/randomness.h"

#include <chrono>
#include <expected>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace broker::desk {

enum class ArtifactDelivery { get, post };

/// How this broker behaves.
struct Manner {
    std::string public_url;    ///< scheme and host, without a '/' at the end
    std::string provider_name; ///< shown when the metadata does not name an organisation
    std::string service_uuid;
    Level minimum_level = Level::loa3;
    ArtifactDelivery artifact_delivery = ArtifactDelivery::get;
    bool sign_response = true;
    bool with_advice = true;
};

using Provider = std::shared_ptr<ServiceProvider const>;

/// Everything the broker works with.
struct Setup {
    Manner manner;
    Keys keys;
    std::vector<pages::Listed> people;
    /// The service provider by its metadata as it is now, or why that cannot be read.
    std::function<std::expected<Provider, std::string>()> provider;
    foundation::Randomness& randomness;
    std::function<foundation::Instant()> clock; ///< read once for each request
    std::function<void(std::string_view)> log;  ///< one line
    /// Lets time pass before an answer on the back channel: for a switch only.
    std::function<void(std::chrono::seconds)> wait = [](std::chrono::seconds) {};
};

} // namespace broker::desk
