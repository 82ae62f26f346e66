#pragma once
#include "saml/broker_metadata.h"

#include <memory>
#include <mutex>

namespace saml {

/// What the portal holds true of its broker at this moment. It is replaced whole while visitors
/// sign in: who took a snapshot finishes with it, and who comes later gets the new one (M1).
class KnownBroker {
public:
    using Log = std::function<void(std::string_view)>;
    using Snapshot = std::shared_ptr<BrokerMetadata const>;
    /// What the metadata must offer besides being believed.
    struct Demands {
        bool artifact_service = true;
        bool allow_plain_http = false;
    };

    KnownBroker(MetadataTrust trust, Demands demands, Log log);

    /// Judges the file as the first one was judged, and against the entity id in use. True when it
    /// is in use from now on, false when it was already. Throws Fault with a plain sentence when it
    /// is not to be believed or cannot be used; then what was in use stays.
    bool take_up(std::string const& file, std::optional<foundation::Instant> obtained_at,
                 foundation::Instant now);

    /// Never empty once something has been taken up.
    Snapshot current() const;
    /// When the source last gave something in order, new or not.
    std::optional<foundation::Instant> confirmed_at() const;

private:
    MetadataTrust const trust_;
    Demands const demands_;
    Log const log_;
    mutable std::mutex mutex_;
    Snapshot current_;
    std::string digest_;
    std::optional<foundation::Instant> confirmed_at_;
};

} // namespace saml
