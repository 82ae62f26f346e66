#pragma once
#include "saml/broker_metadata.h"

#include <memory>
#include <mutex>
#include <set>

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

    /// Marks of what was left behind by sets of the same age as the one in use: SHA-256 of files
    /// that were replaced, and of certificates that were withdrawn.
    using LeftBehind = std::set<std::string>;

    /// Judges the file as the first one was judged, and against the entity id in use. True when it
    /// is in use from now on, false when it was already. Throws Fault with a plain sentence when it
    /// is not to be believed, cannot be used, or comes from an address and is older than what is in
    /// use (decision 0114); then what was in use stays.
    bool take_up(std::string const& file, std::optional<foundation::Instant> obtained_at,
                 foundation::Instant now);

    /// Whether this file, of the same source, is to be preferred to what is in use: it is believed,
    /// and newer, or of the same age where that in use was left behind.
    bool is_outdone_by(std::string const& file, LeftBehind const& left_behind,
                       foundation::Instant now) const;

    LeftBehind left_behind() const;
    void remember(LeftBehind const& left_behind);

    /// Never empty once something has been taken up.
    Snapshot current() const;
    /// When the source last gave something in order, new or not.
    std::optional<foundation::Instant> confirmed_at() const;

private:
    BrokerMetadata judged(std::string const& file, Snapshot const& before, Log const& log,
                          foundation::Instant now) const;
    void check_order(BrokerMetadata const& read, std::string const& digest) const;
    void note_replaced(BrokerMetadata const& read);

    MetadataTrust const trust_;
    Demands const demands_;
    Log const log_;
    mutable std::mutex mutex_;
    Snapshot current_;
    std::string digest_;
    LeftBehind left_behind_;
    std::optional<foundation::Instant> confirmed_at_;
};

} // namespace saml
