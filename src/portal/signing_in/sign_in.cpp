#include "portal/signing_in/sign_in.h"

#include "foundation/fault.h"

#include <algorithm>

namespace portal::signing_in {

using foundation::Instant;

namespace {

std::vector<Candidate> candidates_of(Records& records, Identity const& identity) {
    std::vector<Candidate> candidates;
    for (auto& account : records.accounts_linked_to(identity)) {
        auto organisation = records.organisation(account.organisation);
        foundation::ensure(organisation.has_value(), "an account without organisation");
        candidates.push_back({std::move(account), std::move(*organisation)});
    }
    return candidates;
}

journal::Doer doer_of(Verdict const& verdict) {
    if (auto const* as = std::get_if<SignedInAs>(&verdict))
        return {.account = as->account};
    return {};
}

std::string relay_digest(Vault const& vault, Door door, std::string const& relay) {
    return vault.token_digest(door == Door::agency ? "agency:" + relay : relay);
}

/// A browser drops a cookie of more than 4 kB, and four of them travel in one head.
constexpr std::size_t longest_return_path = 1024;
constexpr std::chrono::minutes clocks_differ{5};

/// What was said of a person by a message whose signatures held. Everything else can be had by
/// whoever opens the page of departure and makes up an answer.
bool vouches_for_somebody(Rejection reason) {
    switch (reason) {
    case Rejection::level_too_low:
    case Rejection::chain_mandate:
        return true;
    case Rejection::cancelled:
    case Rejection::not_served:
    case Rejection::broker_unavailable:
    case Rejection::message_refused:
        break;
    }
    return false;
}

} // namespace

GoesOn goes_on(std::optional<Session> const& session, Door door) {
    if (!session || !session->account || session->door != door)
        return {.door = door};
    return {.door = door, .account = session->account, .session_digest = session->digest};
}

Tickets depart(Vault const& vault, PendingSignIn const& pending, std::string const& browser,
               std::string const& return_path, Language language, GoesOn const& from) {
    Tickets tickets{.browser =
                        browser.empty() ? foundation::random_hex(vault.randomness, 16) : browser,
                    .relay = foundation::random_hex(vault.randomness, 16),
                    .departure = {}};
    bool const fits = return_path.size() <= longest_return_path;
    tickets.departure =
        sealed(vault, {.relay_digest = relay_digest(vault, from.door, tickets.relay),
                       .browser_digest = vault.token_digest(tickets.browser),
                       .pending = pending,
                       .return_path = fits ? return_path : std::string{},
                       .language = language,
                       .account = from.account,
                       .session_digest = from.session_digest});
    return tickets;
}

std::optional<DepartureNote> brought_back(Vault const& vault, Policy const& policy,
                                          Tickets const& tickets, Instant now, Door door) {
    using foundation::equal_in_constant_time;
    if (tickets.browser.empty() || tickets.relay.empty())
        return std::nullopt;
    auto note = unsealed(vault, tickets.departure);
    if (!note || now >= note->pending.departed_at + policy.departure_lasts)
        return std::nullopt;
    bool const belongs =
        equal_in_constant_time(note->relay_digest, relay_digest(vault, door, tickets.relay)) &&
        equal_in_constant_time(note->browser_digest, vault.token_digest(tickets.browser));
    return belongs ? note : std::nullopt;
}

bool use_up(Records& records, Policy const& policy, DepartureNote const& note, Instant asked_at) {
    // Until no node takes it any more, also one whose clock is behind.
    auto const until =
        std::max(asked_at, note.pending.departed_at) + policy.departure_lasts + clocks_differ;
    return records.remember_once("departure", note.relay_digest, until);
}

SignedInVisitor renewed(Records& records, Vault const& vault, Session session,
                        std::optional<AccountId> account, Verdict verdict) {
    if (!session.digest.empty())
        records.end_session(session.digest);
    auto token = foundation::random_hex(vault.randomness, 20);
    session.digest = vault.token_digest(token);
    session.form_token = foundation::random_hex(vault.randomness, 16);
    session.account = std::move(account);
    records.add(session);
    return {
        .token = std::move(token), .session = std::move(session), .verdict = std::move(verdict)};
}

namespace {

Decision decided(Records& records, Policy const& policy, Arrival const& arrival,
                 DepartureNote const& note, Instant now) {
    auto candidates = candidates_of(records, arrival.identity);
    bool const elsewhere =
        candidates.empty() && records.pseudonym_linked_for_another_number(arrival.identity);
    auto made = decide({.identity = arrival.identity,
                        .level = arrival.level,
                        .candidates = std::move(candidates),
                        .pseudonym_linked_for_another_number = elsewhere,
                        .wanted = note.pending.minimum_level,
                        .goes_on_as = note.account},
                       policy, now);
    for (auto const& account : made.accounts) {
        if (account.link) {
            records.save_sign_in(account);
        } else {
            records.save(account);
            records.end_sessions_of(account.id);
        }
    }
    return made;
}

} // namespace

Outcome arrive(Archive& archive, Vault const& vault, Policy const& policy, Arrival const& arrival,
               DepartureNote const& note, std::string const& incident, Instant asked_at) {
    return archive.change(asked_at, [&](Records& records) -> Outcome {
        if (!use_up(records, policy, note, asked_at))
            return DepartureUsed{};
        if (!records.remember_once("assertion", foundation::sha256_hex(arrival.assertion_id),
                                   arrival.assertion_expires_at))
            return MessageReplayed{};
        auto const now = records.moment();
        auto made = decided(records, policy, arrival, note, now);
        if (auto const* refusal = std::get_if<Refusal>(&made.verdict)) {
            made.facts.push_back(
                SignInRefused{.reason = std::string{name_of(*refusal)}, .incident = incident});
            records.keep(made.facts, {});
            return *refusal;
        }
        records.keep(made.facts, doer_of(made.verdict));
        std::optional<AccountId> account;
        if (auto const* as = std::get_if<SignedInAs>(&made.verdict))
            account = as->account;
        // Named by the session that is renewed: renewed() ends it.
        Session session{.digest = note.session_digest,
                        .account = {},
                        .identity = arrival.identity,
                        .level = arrival.level,
                        .branch_number = arrival.branch_number,
                        .language = account ? made.accounts.back().person.language : note.language,
                        .form_token = {},
                        .return_path = note.return_path,
                        .started_at = now,
                        .seen_at = now};
        return renewed(records, vault, std::move(session), std::move(account),
                       std::move(made.verdict));
    });
}

void note_rejection(Archive& archive, Policy const& policy, Rejection reason,
                    DepartureNote const& note, std::string const& incident, Instant asked_at) {
    if (!vouches_for_somebody(reason))
        return;
    archive.change(asked_at, [&](Records& records) {
        if (!use_up(records, policy, note, asked_at))
            return;
        records.keep({SignInRefused{.reason = std::string{name_of(reason)}, .incident = incident}},
                     {});
    });
}

std::vector<Candidate> choices(Archive& archive, Policy const& policy, Identity const& identity,
                               Instant now) {
    return archive.look([&](Records& records) {
        auto candidates = candidates_of(records, identity);
        std::erase_if(candidates, [&](Candidate const& candidate) {
            return !candidate.organisation.has(identity.kvk) ||
                   !candidate.organisation.opens_by_eherkenning(policy) ||
                   candidate.organisation.ended(now) || candidate.account.ended(now) ||
                   !candidate.account.linked(policy, now);
        });
        return candidates;
    });
}

std::optional<SignedInVisitor> choose_account(Archive& archive, Vault const& vault,
                                              Policy const& policy, Claim const& claim,
                                              AccountId const& account, Instant asked_at) {
    return archive.change(asked_at, [&](Records& records) -> std::optional<SignedInVisitor> {
        auto found = live(claim, records, policy);
        auto const now = records.moment();
        // Staff are one account, and choose nothing.
        if (!found || found->session.door != Door::eherkenning)
            return std::nullopt;
        auto& session = found->session;
        auto chosen = records.account_for_change(account);
        if (!chosen || !chosen->linked(policy, now) || chosen->ended(now) ||
            chosen->link->identity != session.identity)
            return std::nullopt;
        auto const organisation = records.organisation(chosen->organisation);
        foundation::ensure(organisation.has_value(), "an account without organisation");
        if (organisation->ended(now) || !organisation->has(session.identity.kvk) ||
            !organisation->opens_by_eherkenning(policy))
            return std::nullopt;
        records.save_sign_in(noted(*chosen, now));
        records.keep(
            {SignedIn{.subject = subject_of(*chosen, *organisation), .level = session.level}},
            {.account = account});
        session.language = chosen->person.language;
        session.seen_at = now;
        if (session.account)
            session.return_path.clear();
        return renewed(records, vault, std::move(session), account, SignedInAs{account});
    });
}

void sign_out(Archive& archive, Claim const& claim, Instant asked_at) {
    archive.change(asked_at, [&](Records& records) {
        auto const bearer = records.bearer(claim.session_digest());
        if (!bearer)
            return;
        records.end_session(bearer->session.digest);
        if (bearer->account)
            records.keep(
                {SignedOut{.subject = subject_of(*bearer->account, *bearer->organisation)}},
                {.account = bearer->account->id});
    });
}

} // namespace portal::signing_in
