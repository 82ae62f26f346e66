#pragma once
#include "foundation/instant.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

/// What runs out by itself and stops signing in when it does: the certificates of the portal and of
/// the broker, and the broker's metadata (eherkenning.md 9.23).
namespace portal::keys {

enum class Holding {
    signing,         ///< the portal's, in use
    next_signing,    ///< the portal's, from a configured moment on
    decryption,      ///< the portal's
    client,          ///< shown to the broker on the back channel
    broker_signing,  ///< the broker's, from its metadata
    broker_metadata, ///< its validUntil
};
/// As it stands in the journal, in the outbox and in /metrics.
std::string_view name_of(Holding holding);

struct Expiry {
    Holding holding = Holding::signing;
    std::string mark; ///< the certificate's SHA-256; of metadata the broker's entity id
    std::optional<foundation::Instant> from;
    foundation::Instant until{};
};

/// Days ahead of which the agency's staff are warned by mail, the furthest first.
inline constexpr std::array days_ahead{60, 30, 7};

enum class State { not_yet, good, within_60_days, within_30_days, within_7_days, over };
/// Periods are half-open: what holds until t is over at t.
State state_of(Expiry const& expiry, foundation::Instant now);

/// Whole days that are left; 0 on the last one and afterwards.
int days_left(Expiry const& expiry, foundation::Instant now);

/// The nearest warning that is due. Nothing when it is over: that shows of itself. Neither when the
/// thing never had so many days: metadata that is renewed weekly is not warned of each week.
std::optional<int> due_warning(Expiry const& expiry, foundation::Instant now);

} // namespace portal::keys
