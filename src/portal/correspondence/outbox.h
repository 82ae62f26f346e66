#pragma once
#include "portal/correspondence/mail.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace portal {

/// What the courier may do with the outbox. Each call is a transaction of its own.
class Outbox {
public:
    virtual ~Outbox() = default;

    struct Due {
        /// By the clock that leases: a courier's own may be a minute off.
        foundation::Instant at{};
        std::vector<WaitingMail> mails;
        /// Ids of what this program cannot read (a kind of a newer version, another key, damage):
        /// put off, so that a program that can may take it, and in the way of nothing.
        std::vector<std::string> unreadable;
    };
    /// Mails that are due, down to this class: the most urgent class first, in it the longest due.
    /// Leased to this courier for two minutes: no other node takes them meanwhile, and a node that
    /// dies gives them back. By the database's clock, or at `now` where an outbox has none. To be
    /// taken is no attempt. Of bulk no more than its budget for this minute (P8.12).
    virtual Due take_due(foundation::Instant now, int at_most, MailClass down_to) = 0;

    /// An attempt begins and counts, whatever becomes of the program. What the mail says at this
    /// moment: a notice may have been gathered in it since it was taken (P2.17). Nothing when it is
    /// not this courier's any more, because its lease has ended, or not to leave, because what it
    /// says is void.
    virtual std::optional<Mail> begin(WaitingMail const& taken) = 0;

    /// Of these no attempt has begun: they are due again as if nobody had taken them.
    virtual void give_back(std::span<WaitingMail const> taken) = 0;

    /// It has left: what it said is wiped. Id, kind, times and, where a page asks what became of
    /// it, account and a keyed digest of the address remain until the sweep.
    virtual void mark_sent(OutboxId const& id, foundation::Instant now) = 0;

    /// It did not leave, and is tried again at `next_attempt`.
    virtual void put_off(OutboxId const& id, foundation::Instant next_attempt,
                         std::string const& reason) = 0;

    /// It will never leave: what it said is wiped, why stays to be told (P2.16).
    virtual void give_up(OutboxId const& id, MailFailure why, std::string const& reason,
                         foundation::Instant now) = 0;

    /// What waits at this moment (for /metrics), and of what is due and was not tried yet since
    /// when the oldest has been due: what waits for more of its kind, or for a server that said
    /// "later", is no sign of a courier that stands still.
    struct Backlog {
        std::map<MailClass, int> waiting; ///< each class is there
        std::map<MailClass, foundation::Instant> oldest;
        int unreadable = 0;

        int in_all() const {
            int sum = 0;
            for (auto const& [_, count] : waiting)
                sum += count;
            return sum;
        }
    };
    virtual Backlog backlog(foundation::Instant now) = 0;

    /// Ids of what was found unreadable and waits still (for `mijnduo check`).
    virtual std::vector<std::string> unreadable(int most) = 0;
};

} // namespace portal
