#pragma once
#include "portal/acting/change.h"
#include "portal/archive.h"
#include "portal/signing_in/decide.h"
#include "portal/signing_in/departure.h"
#include "portal/vault.h"

#include <expected>
#include <string>
#include <variant>

namespace portal::signing_in {

/// What the browser takes along: two cookies' values, and the handle that comes back as RelayState.
struct Tickets {
    std::string browser;
    std::string relay;
    std::string departure; ///< sealed
};

/// By which door somebody leaves; and the session that the visitor has by that same door and means
/// to renew, at the same or a higher level (P3.2, P3.5). A session by another door is not renewed.
struct GoesOn {
    Door door = Door::eherkenning;
    std::optional<AccountId> account{};
    std::string session_digest{};
};
GoesOn goes_on(std::optional<Session> const& session, Door door);

/// Seals a departure before the browser leaves; nothing is stored. `browser` is the value of the
/// pre-login cookie when the visitor has one already, so that two tabs do not push each other out.
/// What left by one door never comes back by the other. A path that is too long for a cookie is
/// left out.
Tickets depart(Vault const& vault, PendingSignIn const& pending, std::string const& browser,
               std::string const& return_path, Language language, GoesOn const& from = {});

/// The departure that the browser brought back. Nothing when we did not seal it, it is older than
/// 30 minutes, of another browser, door or handle. Pure; whether it was used before is not known
/// yet.
std::optional<DepartureNote> brought_back(Vault const& vault, Policy const& policy,
                                          Tickets const& tickets, foundation::Instant now,
                                          Door door = Door::eherkenning);

/// Notes the departure as used. False when it was, on whatever node: of several at once one gets
/// true. Only for what a verified message vouches for: anybody could fill the database with the
/// rest (P3.10, decision 0106). By the clock of the node that judged it not to be too old.
bool use_up(Records& records, Policy const& policy, DepartureNote const& note,
            foundation::Instant asked_at);

struct SignedInVisitor {
    std::string token; ///< the session cookie's value
    Session session;
    Verdict verdict; ///< SignedInAs, MustLink or MustChoose
};
struct MessageReplayed {};
struct DepartureUsed {};
using Outcome = std::variant<SignedInVisitor, Refusal, MessageReplayed, DepartureUsed>;

/// One transaction: the departure and the assertion count once, who is it, the session; the session
/// that is renewed ends in it. `archive` keeps refusals too, and a refusal leaves that session as
/// it is.
Outcome arrive(Archive& archive, Vault const& vault, Policy const& policy, Arrival const& arrival,
               DepartureNote const& note, std::string const& incident,
               foundation::Instant asked_at);

/// A rejection at the door, for the journal: only one of which the message vouched for a person.
/// Cancelling is nobody's business; what vouches for nobody anyone could make up (P3.10). It uses
/// the departure up: the same message makes one entry.
void note_rejection(Archive& archive, Policy const& policy, Rejection reason,
                    DepartureNote const& note, std::string const& incident,
                    foundation::Instant asked_at);

/// One of several accounts of this identity is taken (P2.12), now or when switching. The session
/// gets a new token and keeps its start, so that switching does not prolong it; who switches goes
/// to the overview, not where the other account was going. Nothing when the session is over, or the
/// account is not this identity's or no longer open.
std::optional<SignedInVisitor> choose_account(Archive& archive, Vault const& vault,
                                              Policy const& policy, Claim const& claim,
                                              AccountId const& account,
                                              foundation::Instant asked_at);

/// The accounts that this session's identity may choose from.
std::vector<Candidate> choices(Archive& archive, Policy const& policy, Identity const& identity,
                               foundation::Instant now);

/// A fresh session with the same identity under a new token; the old one ends (H3: at signing in,
/// at linking, at choosing).
SignedInVisitor renewed(Records& records, Vault const& vault, Session session,
                        std::optional<AccountId> account, Verdict verdict);

/// A session that was ended already makes no fact.
void sign_out(Archive& archive, Claim const& claim, foundation::Instant asked_at);

} // namespace portal::signing_in
