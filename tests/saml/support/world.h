#pragma once
#include "foundation/instant.h"
#include "saml/broker.h"
#include "saml/support/hostile_broker.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// One portal and one broker, with keys made once for all tests.
namespace world {

struct Keys {
    hostile::KeyPair broker;   ///< signs, and is in the metadata
    hostile::KeyPair next;     ///< signs too: the broker's rollover
    hostile::KeyPair stranger; ///< in nobody's metadata
    hostile::KeyPair expired;  ///< in the metadata, but no longer in date
    hostile::KeyPair sealing;  ///< in the broker's metadata for encryption only
    hostile::KeyPair portal;   ///< the portal's signing key
    hostile::KeyPair opening;  ///< the portal's decryption key
    hostile::KeyPair opening_next;
};
Keys const& keys();

inline constexpr std::string_view broker_entity_id =
    "urn:etoegang:HM:00000003244440010000:entities:9713";
inline constexpr std::string_view entity_id = "urn:etoegang:DV:00000001002306608000:entities:9000";
inline constexpr std::string_view service_id = "urn:etoegang:DV:00000001002306608000:services:9000";
inline constexpr std::string_view service_uuid = "6d5a3c1e-0b1f-4d9a-9a53-0f8b6a1d2c3e";
inline constexpr std::string_view acs_address = "https://mijnduo.example/eherkenning/terug";
inline constexpr std::string_view pseudonym =
    "A1B2C3D4E5F60718293A4B5C6D7E8F90A1B2C3D4E5F60718293A4B5C6D7E8F90"
    "@9162F54B3B07284AC4E147A849DEAEE4";

/// 2026-11-23T10:00:00Z, the moment at which messages arrive.
foundation::Instant now();

hostile::Metadata broker_metadata();
saml::Settings settings();

/// A broker whose back channel answers with this text.
std::unique_ptr<portal::Broker> broker(saml::Settings settings, std::string answer = {});

/// A login that must be let in.
hostile::Login login();
portal::PendingSignIn pending();

using Received = std::expected<portal::Arrival, portal::Rejected>;
Received by_post(hostile::Login const& login);
Received by_artifact(hostile::Login const& login);
/// By both ways, each time the same outcome; another one names both. For what stands in the
/// Response: the artifact's answer around it is not sent by post.
Received by_both(hostile::Login const& login);

/// The name of the check that refused, or "let in".
std::string outcome(Received const& received);

} // namespace world
