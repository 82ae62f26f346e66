#include "portal/linking/link.h"

#include "foundation/fault.h"

#include <algorithm>

namespace portal::linking {

using foundation::Instant;

namespace {

/// Does one step of the process when the ones before it are done; keeps the agreement given in it.
template<class Done>
void take_step(Archive& archive, Policy const& policy, Identity const& identity, Step step,
               std::vector<Fact> const& facts, Instant asked_at, Done done) {
    archive.change(asked_at, [&](Records& records) {
        auto const [position, attempts] = records.linking_state_for_change(identity);
        if (reachable(position, policy) < step)
            return;
        records.save(identity, done(position, records.moment()), attempts);
        records.keep(facts, {});
    });
}

std::optional<NamedAccount> named_account(Records& records, Username const& username,
                                          Identity const& identity, Instant now) {
    auto account = records.account_named_for_change(username);
    if (!account)
        return std::nullopt;
    auto organisation = records.organisation(account->organisation);
    foundation::ensure(organisation.has_value(), "an account without organisation");
    bool const in_use =
        std::ranges::any_of(records.accounts_linked_to(identity), [&](Account const& other) {
            return other.organisation == account->organisation && other.id != account->id;
        });
    auto administrators = records.administrators_of(account->organisation, now);
    return NamedAccount{.account = std::move(*account),
                        .organisation = std::move(*organisation),
                        .administrators = std::move(administrators),
                        .identity_linked_here = in_use};
}

/// A session of the account under a new token. The old token lives on for a minute, still without
/// an account: the second click of a double click carries it, and must see the same success
/// (P2.11). That minute is counted from the start of the session, so that no request makes it
/// longer.
signing_in::SignedInVisitor let_through(Records& records, Vault const& vault, Policy const& policy,
                                        Session const& session, Linked const& linked, Instant now) {
    auto leaving = session;
    leaving.started_at =
        std::min(session.started_at, now - policy.session_total + std::chrono::minutes{1});
    records.save(leaving);
    auto as_account = session;
    as_account.digest.clear();
    as_account.seen_at = now;
    if (linked.again)
        // The session that the first click opened knows when the visitor signed in.
        if (auto const opened = records.sessions_of(linked.account); !opened.empty())
            as_account.started_at = opened.back().started_at;
    return signing_in::renewed(records, vault, std::move(as_account), linked.account,
                               signing_in::SignedInAs{linked.account});
}

} // namespace

Progress progress(Archive& archive, Policy const& policy, Identity const& identity) {
    return archive.look([&](Records& records) {
        auto const position = records.linking_position(identity);
        return Progress{.position = position,
                        .step = reachable(position, policy),
                        .person = records.person_attempts(identity)};
    });
}

void confirm_having_both(Archive& archive, Policy const& policy, Identity const& identity) {
    take_step(archive, policy, identity, Step::before_you_begin, {}, Instant{},
              [](Position const& position, Instant) { return confirmed_having_both(position); });
}

void agree_to_disclaimer(Archive& archive, Policy const& policy, Identity const& identity,
                         Instant asked_at) {
    take_step(archive, policy, identity, Step::disclaimer,
              {AgreementGiven{.identity = mark_of(identity),
                              .to = "disclaimer",
                              .version = policy.disclaimer_version}},
              asked_at, [&](Position const& position, Instant now) {
                  return agreed_to_disclaimer(position, policy, now);
              });
}

void agree_to_terms(Archive& archive, Policy const& policy, Identity const& identity,
                    Instant asked_at) {
    take_step(archive, policy, identity, Step::terms,
              {AgreementGiven{.identity = mark_of(identity),
                              .to = "terms of use",
                              .version = policy.terms_version}},
              asked_at, [&](Position const& position, Instant now) {
                  return agreed_to_terms(position, policy, now);
              });
}

Result link_means(Archive& archive, Vault const& vault, Policy const& policy, Claim const& claim,
                  Username const& username, Code const& code, Instant asked_at) {
    return archive.change(asked_at, [&](Records& records) -> Result {
        auto const found = live(claim, records, policy);
        if (!found)
            return {.verdict = StepSkipped{}, .visitor = std::nullopt};
        auto const now = records.moment();
        auto const& session = found->session;
        auto const& identity = session.identity;
        auto const [position, attempts] = records.linking_state_for_change(identity);
        auto const made =
            decide({.identity = identity,
                    .level = session.level,
                    .position = position,
                    .person = attempts,
                    .named = named_account(records, username, identity, now)},
                   {.username = username, .code_digest = vault.activation_digest(username, code)},
                   policy, now);
        records.save(identity, made.position, made.person);
        if (made.account)
            records.save(*made.account);
        auto const* linked = std::get_if<Linked>(&made.verdict);
        journal::Doer doer;
        if (linked)
            doer.account = linked->account;
        records.keep(made.facts, doer);
        Result result{.verdict = made.verdict, .visitor = std::nullopt};
        if (linked)
            result.visitor = let_through(records, vault, policy, session, *linked, now);
        return result;
    });
}

bool request_code(Archive& archive, Identity const& identity, Username const& username,
                  Policy const& policy, Instant asked_at) {
    return archive.change(asked_at, [&](Records& records) {
        auto const now = records.moment();
        if (records.too_often(
                {{Cause::code_request_by_person,
                  mark_of(identity).digest,
                  {.most = policy.code_requests_an_hour, .within = std::chrono::hours{1}}}},
                now))
            return false;
        auto named = named_account(records, username, identity, now);
        if (!named || !named->organisation.has(identity.kvk) ||
            !named->organisation.opens_by_eherkenning(policy) || named->account.ended(now) ||
            named->account.linked(policy, now))
            return true;
        auto& account = named->account;
        if (account.code_requested_at && now < *account.code_requested_at + std::chrono::hours{1})
            return true;
        account.code_requested_at = now;
        records.save(account);
        records.keep({CodeRequested{.subject = subject_of(account, named->organisation),
                                    .administrators = named->administrators}},
                     {});
        return true;
    });
}

} // namespace portal::linking
