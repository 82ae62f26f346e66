#pragma once
#include "portal/correspondence/mail.h"

#include <vector>

namespace portal {

/// What the courier may do with the outbox. Each call is a transaction of its own.
class Outbox {
public:
    virtual ~Outbox() = default;

    /// Mails that are due, oldest first, leased to this courier until `now` plus two minutes: no
    /// other node takes them meanwhile, and a node that dies gives them back.
    virtual std::vector<WaitingMail> take_due(foundation::Instant now, int at_most) = 0;

    /// It has left: what it said is wiped, only id, kind and times remain.
    virtual void mark_sent(OutboxId const& id, foundation::Instant now) = 0;

    /// It did not leave. Tried again at `next_attempt`; never when that is empty (given up).
    virtual void mark_failed(OutboxId const& id, std::optional<foundation::Instant> next_attempt,
                             std::string const& reason) = 0;

    /// How many mails wait at this moment, and since when the oldest does (for /metrics).
    struct Backlog {
        int waiting = 0;
        std::optional<foundation::Instant> oldest;
    };
    virtual Backlog backlog() = 0;
};

} // namespace portal
