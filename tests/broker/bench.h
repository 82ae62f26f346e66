#pragma once
#include "broker/messages/response.h"
#include "foundation/instant.h"
#include "foundation/randomness.h"

#include <string>
#include <string_view>

namespace bench {

/// A folder that goes when the test program ends.
std::string folder();
std::string file(std::string_view name, std::string_view content); ///< its path
std::string content(std::string const& path);

struct Outcome {
    int status;
    std::string output; ///< standard output and error
};
Outcome run(std::string const& command);

/// A key pair made by the openssl command, once per name.
struct KeyPair {
    std::string key_path;
    std::string certificate_path;
    broker::SigningKey key() const;
};
KeyPair key_pair(std::string const& name);

foundation::Instant noon(); ///< 23 November 2026, 12:00 UTC

inline constexpr std::string_view sp_entity = "urn:etoegang:DV:00000009000000000010:entities:9001";
inline constexpr std::string_view sp_service = "urn:etoegang:DV:00000009000000000010:services:1";
inline constexpr std::string_view acs = "http://localhost:8080/saml/acs";
inline constexpr std::string_view hm_entity = "urn:etoegang:HM:00000009000000000001:entities:9001";
inline constexpr std::string_view public_url = "http://localhost:8081";

broker::Keys const& keys();
broker::ServiceProvider provider();
broker::Person anja();
broker::Answer answer();

// What the service provider sends: not signed yet, so that a test can spoil it first.
broker::Element sign_in_request();
broker::Element resolve_request(std::string_view artifact);
broker::Element& set(broker::Element& element, std::string_view attribute, std::string value);
std::string signed_by_provider(broker::Element message);
std::string provider_metadata(broker::Binding binding = broker::Binding::artifact);

} // namespace bench
