#include "portal/linking/linking.h"

#include "foundation/digest.h"

#include <algorithm>

namespace portal::linking {

using foundation::Instant;

namespace {

Decision unchanged(File const& file, Verdict verdict) {
    return {.person = file.person,
            .account = std::nullopt,
            .position = file.position,
            .facts = {},
            .verdict = verdict};
}

/// Whether this identity may be told anything of the named account at all: it must act for the
/// account's organisation (P2.11, L6), and the account must be waiting to be linked.
bool waits_for(NamedAccount const& named, Identity const& identity, Policy const& policy,
               Instant now) {
    return named.organisation.has(identity.kvk) &&
           named.organisation.opens_by_eherkenning(policy) && !named.organisation.ended(now) &&
           !named.account.ended(now) && !named.account.linked(policy, now);
}

bool is_this_link(NamedAccount const& named, Identity const& identity, Policy const& policy,
                  Instant now) {
    return named.account.linked(policy, now) && named.account.link->identity == identity &&
           named.organisation.has(identity.kvk) &&
           named.organisation.opens_by_eherkenning(policy) && !named.account.ended(now) &&
           !named.organisation.ended(now);
}

bool code_matches(Account const& account, Attempt const& attempt) {
    return account.code &&
           foundation::equal_in_constant_time(account.code->digest, attempt.code_digest);
}

/// One more wrong combination; at `most` the counter starts anew behind a block. Whether it blocks.
bool counted(AttemptCounter& counter, int most, Policy const& policy, Instant now) {
    if (counter.blocked_until && now >= *counter.blocked_until)
        counter.blocked_until.reset();
    if (++counter.wrong < most)
        return false;
    counter = {.wrong = 0, .blocked_until = now + policy.block};
    return true;
}

/// P2.18: of one person no more count than block that person, so that the account is never blocked
/// by one colleague alone. While it is blocked nothing counts: its counter starts at zero behind
/// it.
void count_on_account(Decision& made, NamedAccount const& named, IdentityMark const& person,
                      Policy const& policy, Instant now) {
    auto account = named.account;
    auto& attempts = account.attempts;
    if (attempts.wrong == 0) // begun anew by a server that knows nothing of who they were
        attempts.by.clear();
    if (attempts.blocked(now) ||
        std::ranges::count(attempts.by, person.digest) >= policy.attempts_by_person)
        return;
    attempts.by.push_back(person.digest);
    auto const subject = subject_of(account, named.organisation);
    if (counted(attempts, policy.attempts_on_account, policy, now))
        made.facts.push_back(AccountLinkingBlocked{.subject = subject,
                                                   .until = *attempts.blocked_until,
                                                   .administrators = named.administrators});
    made.account = std::move(account);
}

Decision wrong_combination(File const& file, Policy const& policy, Instant now) {
    auto made = unchanged(file, WrongCombination{});
    bool const colleague = file.named && file.named->organisation.has(file.identity.kvk);
    auto const named =
        colleague ? std::optional{subject_of(file.named->account, file.named->organisation)}
                  : std::nullopt;
    made.facts.push_back(AttemptFailed{.identity = mark_of(file.identity), .named = named});
    bool const person_blocked = counted(made.person, policy.attempts_by_person, policy, now);
    if (person_blocked) {
        auto const until = *made.person.blocked_until;
        made.facts.push_back(
            PersonBlocked{.identity = mark_of(file.identity), .until = until, .named = named});
        made.verdict = Blocked{until};
    } else {
        made.verdict = WrongCombination{policy.attempts_by_person - made.person.wrong};
    }
    if (file.named && waits_for(*file.named, file.identity, policy, now))
        count_on_account(made, *file.named, mark_of(file.identity), policy, now);
    return made;
}

Decision linked(File const& file, Instant now) {
    auto made = unchanged(file, Linked{.account = file.named->account.id});
    auto account = file.named->account;
    account.link = Link{.identity = file.identity, .linked_at = now, .level = file.level};
    account.code.reset();
    account.attempts = {};
    account.agreed_terms = file.position.terms_version;
    made.person = {};
    made.position = {};
    made.facts.push_back(AccountLinked{.subject = subject_of(account, file.named->organisation),
                                       .identity = mark_of(file.identity),
                                       .level = file.level,
                                       .administrators = file.named->administrators});
    made.account = std::move(account);
    return made;
}

} // namespace

Decision decide(File const& file, Attempt const& attempt, Policy const& policy, Instant now) {
    if (file.named && is_this_link(*file.named, file.identity, policy, now))
        return unchanged(file, Linked{.account = file.named->account.id, .again = true});
    if (file.level < policy.least_level)
        return unchanged(file, LevelTooLow{});
    if (file.person.blocked(now))
        return unchanged(file, Blocked{*file.person.blocked_until});
    if (reachable(file.position, policy) != Step::combination)
        return unchanged(file, StepSkipped{});
    if (!file.named || !waits_for(*file.named, file.identity, policy, now))
        return wrong_combination(file, policy, now);
    if (!code_matches(file.named->account, attempt))
        return wrong_combination(file, policy, now);
    // Only who has both halves learns that the account is there and blocked (P2.18).
    if (file.named->account.attempts.blocked(now))
        return unchanged(file, Blocked{*file.named->account.attempts.blocked_until});
    if (now >= file.named->account.code->expires_at(policy))
        return unchanged(file, CodeExpired{});
    if (file.named->identity_linked_here)
        return unchanged(file, IdentityInUse{});
    return linked(file, now);
}

} // namespace portal::linking
