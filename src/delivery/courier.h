#pragma once
#include "delivery/deliverer.h"
#include "delivery/mail_text.h"
#include "portal/correspondence/outbox.h"

#include <chrono>
#include <expected>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

namespace delivery {

/// How long a mail is tried again that no server took. One that the receiver's server refuses for
/// good is not tried again (P2.16).
inline constexpr std::chrono::hours patience{48};

/// When a mail is tried again after `attempts` that failed, the last of them at `now`: after 1, 5
/// and 15 minutes, 1, 2 and then every 4 hours. Nothing once that is `patience` or more after it
/// was queued.
std::optional<foundation::Instant> next_attempt(foundation::Instant queued_at, int attempts,
                                                foundation::Instant now);

/// Takes mails from the outbox to the deliverer: at least once, under the same Message-ID each
/// time.
class Courier {
public:
    using Log = std::function<void(std::string const&)>;
    /// How much time has gone by since some moment, by a clock that only runs forward: a round must
    /// not outlast its leases because somebody sets the time.
    using Stopwatch = std::function<foundation::Duration()>;

    /// Throws Fault when the sender's address in the settings is not one address.
    Courier(portal::Outbox& outbox, MailSettings settings, Deliverer& deliverer, Log log,
            Stopwatch stopwatch, portal::MailClass down_to = portal::MailClass::bulk);

    /// Delivers what is due down to its class, the most urgent first, fifty at most, within the
    /// lease of two minutes and until the program is to end. What it takes and does not come to, it
    /// gives back at once, also when the outbox fails. How many have left.
    int run_once(foundation::Instant now, std::stop_token const& ending = {});

private:
    using Now = std::function<foundation::Instant()>;
    std::optional<portal::WaitingMail> begun(portal::WaitingMail const& taken,
                                             foundation::Instant now);
    bool carry(portal::WaitingMail const& waiting, Now const& now, std::stop_token const& ending);
    Receipt tried(Parcel const& parcel, std::stop_token const& ending);
    void give_back(std::span<portal::WaitingMail const> untried);
    /// The message, or why it can never be sent.
    std::expected<Parcel, std::string> parcel_of(portal::WaitingMail const& waiting,
                                                 foundation::Instant now) const;
    void settle(portal::WaitingMail const& waiting, Receipt const& receipt,
                foundation::Instant now);
    void give_up(portal::WaitingMail const& waiting, portal::MailFailure why,
                 std::string const& reason, foundation::Instant now);
    void note(portal::WaitingMail const& waiting, std::string_view what) const;

    portal::Outbox& outbox_;
    MailSettings settings_;
    Deliverer& deliverer_;
    Log log_;
    Stopwatch stopwatch_;
    portal::MailClass down_to_;
};

} // namespace delivery
