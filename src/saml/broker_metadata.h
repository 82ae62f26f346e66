#pragma once
#include "foundation/instant.h"
#include "saml/xml/verification.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace saml {

struct ArtifactEndpoint {
    unsigned index;
    std::string location;
};

/// What the portal holds true of its broker: read from a file or an address that the operator
/// pinned, and never changed afterwards (KnownBroker replaces it whole).
struct BrokerMetadata {
    std::string entity_id;
    std::string source_id; ///< SHA-1 of the entity id: the sender's mark in an artifact
    std::string sign_on_address;
    std::vector<ArtifactEndpoint> artifact_endpoints;
    std::vector<xml::VerificationKey> keys;         ///< for signatures, in date or not
    std::optional<foundation::Instant> valid_until; ///< a set that is believed by its signer has it
    std::optional<foundation::Instant> created_at;  ///< when it was published, if it says so
    std::optional<std::chrono::seconds> cache_duration; ///< how long until another look
    std::optional<foundation::Instant>
        obtained_at{}; ///< from an address; of a file it says nothing
};

/// By what a metadata file is believed: its fingerprint, or the certificate that signed it.
struct MetadataTrust {
    std::string sha256;     ///< hexadecimal, of the file; empty when the signer is trusted instead
    std::string signer_pem; ///< empty when the fingerprint is trusted
    std::string entity_id;  ///< empty: the file must hold exactly one broker
};

/// Throws foundation::Fault with a plain sentence when the file is not to be believed or cannot be
/// used: without a signing certificate nobody is ever let in (eherkenning.md 4.3, security.md M1).
/// First it is believed, then read: no certificate of a file that nobody vouches for is looked at.
BrokerMetadata read_broker_metadata(std::string_view file, MetadataTrust const& trust,
                                    foundation::Instant now,
                                    std::function<void(std::string_view)> const& log);

} // namespace saml
