#pragma once
#include "portal/archive.h"
#include "portal/signing_in/decide.h"
#include "portal/vault.h"

#include <expected>
#include <string>
#include <variant>

namespace portal::signing_in {

/// What the browser takes along: a cookie's value and the handle that comes back as RelayState.
struct Tickets {
    std::string browser;
    std::string relay;
};

/// By which door somebody leaves; and the session that the visitor has by that same door and means
/// to renew, at the same or a higher level (P3.2, P3.5). A session by another door is not renewed.
struct GoesOn {
    Door door = Door::eherkenning;
    std::optional<AccountId> account{};
    std::string session_digest{};
};
GoesOn goes_on(std::optional<Session> const& session, Door door);

/// Stores a departure before the browser leaves. `browser` is the value of the pre-login cookie
/// when the visitor has one already, so that two tabs do not push each other out.
/// What left by one door never comes back by the other.
Tickets depart(Archive& archive, Vault const& vault, PendingSignIn const& pending,
               std::string const& browser, std::string const& return_path, Language language,
               GoesOn const& from = {});

/// Takes the departure out of the store and notes the artifact (or posted message) as used, in one
/// transaction, before anybody is asked what it stands for. Nothing when the departure is unknown,
/// used, older than 30 minutes, of another browser, or the artifact was seen before.
std::optional<DepartureNote> come_back(Archive& archive, Vault const& vault, Policy const& policy,
                                       std::string const& browser, std::string const& relay,
                                       std::string const& message, foundation::Instant now,
                                       Door door = Door::eherkenning);

struct SignedInVisitor {
    std::string token; ///< the session cookie's value
    Session session;
    Verdict verdict; ///< SignedInAs, MustLink or MustChoose
};
struct MessageReplayed {};
using Outcome = std::variant<SignedInVisitor, Refusal, MessageReplayed>;

/// One transaction: the assertion counts once, who is it, the session; the session that is renewed
/// ends in it. `archive` keeps refusals too, and a refusal leaves that session as it is.
Outcome arrive(Archive& archive, Vault const& vault, Policy const& policy, Arrival const& arrival,
               DepartureNote const& note, std::string const& incident, foundation::Instant now);

/// A rejection at the door, for the journal. Cancelling is nobody's business and is not kept.
void note_rejection(Archive& archive, Rejection reason, std::string const& incident,
                    foundation::Instant now);

/// One of several accounts of this identity is taken (P2.12), now or when switching. The session
/// gets a new token and keeps its start, so that switching does not prolong it; who switches goes
/// to the overview, not where the other account was going. Nothing when the account is not this
/// identity's or no longer open.
std::optional<SignedInVisitor> choose_account(Archive& archive, Vault const& vault,
                                              Policy const& policy, Session const& session,
                                              AccountId const& account, foundation::Instant now);

/// The accounts that this session's identity may choose from.
std::vector<Candidate> choices(Archive& archive, Policy const& policy, Identity const& identity,
                               foundation::Instant now);

/// A fresh session with the same identity under a new token; the old one ends (H3: at signing in,
/// at linking, at choosing).
SignedInVisitor renewed(Records& records, Vault const& vault, Session session,
                        std::optional<AccountId> account, Verdict verdict);

void sign_out(Archive& archive, Session const& session, foundation::Instant now);

} // namespace portal::signing_in
