#pragma once
#include "portal/acting/standing.h"
#include "portal/acting/ticket.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace portal {

/// By what a request says who acts: the session it came with. It opens nothing by itself: what the
/// session is worth is read inside the change. With the ticket of the page, when it has one.
class Claim {
public:
    Claim(Session const& session, std::optional<Ticket> ticket = {})
        : session_(session.digest)
        , ticket_(std::move(ticket)) {}
    std::string const& session_digest() const { return session_; }
    std::optional<Ticket> const& ticket() const { return ticket_; }

private:
    std::string session_;
    std::optional<Ticket> ticket_;
};

/// A session that is not over, with what it opens; somebody who is not (yet) linked has no
/// standing.
struct Live {
    Session session;
    std::optional<Standing> standing;
};
/// By the same rule as the visitor of a page, at the moment of this transaction. Nothing when the
/// session is over or was ended, or when its account ended, was unlinked or moved.
std::optional<Live> live(Claim const& claim, Records& records, Policy const& policy);

/// A change of somebody who may act, once it is its turn to write. Nothing but a claim that holds
/// at that moment makes one, so a use case cannot act for what a request believed of its visitor
/// before it waited (decision 0141). Nobody else writes meanwhile.
struct Change {
    static std::optional<Change> by(Claim const& claim, Records& records, Policy const& policy);

    Records& records;
    foundation::Instant now; ///< one for all that the change keeps
    Session session;
    Standing actor;

    void keep(std::vector<Fact> const& facts) {
        records.keep(facts, {.account = actor.account.id});
    }

    /// What this act gave when it was done a moment ago with the same ticket; nothing without one.
    /// `act` says what was asked for, with all that was filled in: something else under the same
    /// ticket is another act, and done.
    std::optional<std::string> given_before(std::string_view act) const;
    /// Kept in this change, so that of two clicks, on whatever nodes, the second finds it.
    void note_given(std::string_view act, std::string const& outcome) const;
    /// For what the same click must bring forth alike: this session's, this act's, and not to be
    /// known from what `note_given` keeps. Nothing without a ticket.
    std::optional<std::string> origin(std::string_view act) const;

private:
    Change(Records& taken, Session own, Standing standing, std::optional<Ticket> brought,
           foundation::Duration same_answer)
        : records(taken)
        , now(taken.moment())
        , session(std::move(own))
        , actor(std::move(standing))
        , ticket_(std::move(brought))
        , same_answer_(same_answer) {}

    std::optional<Ticket> ticket_;
    foundation::Duration same_answer_{};
};

} // namespace portal
