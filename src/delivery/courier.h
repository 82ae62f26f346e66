#pragma once
#include "delivery/deliverer.h"
#include "delivery/mail_text.h"
#include "portal/correspondence/outbox.h"

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <string>

namespace delivery {

/// How long a mail is tried again. A server that refuses it outright is asked a few times more, in
/// case the server was set up wrongly; a server that cannot be reached, for two days.
inline constexpr std::chrono::hours patience_when_deferred{48};
inline constexpr std::chrono::hours patience_when_rejected{2};

/// When a mail is tried again after `attempts` that failed, the last of them at `now`: after 1, 5
/// and 15 minutes, 1, 2 and then every 4 hours. Nothing once that is `patience` or more after it
/// was queued.
std::optional<foundation::Instant>
next_attempt(foundation::Instant queued_at, int attempts, foundation::Instant now,
             foundation::Duration patience = patience_when_deferred);

/// Takes mails from the outbox to the deliverer: at least once, under the same Message-ID each
/// time.
class Courier {
public:
    using Log = std::function<void(std::string const&)>;

    /// Throws Fault when the sender's address in the settings is not one address.
    Courier(portal::Outbox& outbox, MailSettings settings, Deliverer& deliverer, Log log);

    /// Delivers what is due, fifty at most, within the lease of two minutes. How many have left.
    int run_once(foundation::Instant now);

private:
    /// The message, or why it can never be sent.
    std::expected<Parcel, std::string> parcel_of(portal::WaitingMail const& waiting,
                                                 foundation::Instant now) const;
    void settle(portal::WaitingMail const& waiting, Receipt const& receipt,
                foundation::Instant now);
    void give_up(portal::WaitingMail const& waiting, std::string const& reason);
    void note(portal::WaitingMail const& waiting, std::string_view what) const;

    portal::Outbox& outbox_;
    MailSettings settings_;
    Deliverer& deliverer_;
    Log log_;
};

} // namespace delivery
