#pragma once
#include "portal/acting/standing.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace portal {

/// By what a request says who acts: the session it came with. It opens nothing by itself: what the
/// session is worth is read inside the change.
class Claim {
public:
    Claim(Session const& session)
        : session_(session.digest) {}
    std::string const& session_digest() const { return session_; }

private:
    std::string session_;
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

private:
    Change(Records& taken, Session own, Standing standing)
        : records(taken)
        , now(taken.moment())
        , session(std::move(own))
        , actor(std::move(standing)) {}
};

} // namespace portal
