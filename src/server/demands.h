#pragma once
#include "portal/archive.h"
#include "saml/broker_metadata.h"
#include "server/configuration.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What an installation for real visitors ([server] testing = false) must have: the one list that
/// `serve` refuses by and `check` tells of (decision 0145). While testing nothing is demanded.
namespace server::demands {

/// What is not met, and how it is mended.
struct Unmet {
    std::string subject;
    std::string said;
    friend bool operator==(Unmet const&, Unmet const&) = default;
};
using List = std::vector<Unmet>;

/// No key that others may use, no name of a test, pages by https.
List of_configuration(Configuration const& configuration);
/// No provider that is called, or that browsers are sent to, without TLS; none for testing.
/// `subject` is whose metadata it is: the broker's or the staff provider's.
List of_provider(Configuration const& configuration, std::string_view subject,
                 saml::BrokerMetadata const& metadata);
/// No demo cast, whom the test broker signs in.
List of_archive(Configuration const& configuration, portal::Archive& archive);

/// Throws Fault with all that is not met, a line each.
void meet(List const& unmet);

/// What is wrong when others than the owner may use the file; said while testing too.
std::optional<std::string> open_to_others(std::filesystem::path const& file);

} // namespace server::demands
