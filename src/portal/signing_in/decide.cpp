#include "portal/signing_in/decide.h"

namespace portal::signing_in {

using foundation::Instant;

Account noted(Account account, Instant now) {
    account.link->last_sign_in_at = now;
    return account;
}

namespace {

void undo_lapsed(Candidate const& candidate, Decision& made) {
    auto const& link = *candidate.account.link;
    made.facts.push_back(
        LinkLapsed{.subject = subject_of(candidate.account, candidate.organisation),
                   .last_used = link.last_sign_in_at.value_or(link.linked_at)});
    made.accounts.push_back(candidate.account);
    made.accounts.back().link.reset();
}

} // namespace

Decision decide(File const& file, Policy const& policy, Instant now) {
    Decision made{.accounts = {}, .facts = {}, .verdict = MustLink{}};
    if (file.level < policy.least_level) {
        made.verdict = Refusal::level_too_low;
        return made;
    }
    std::vector<Candidate const*> open;
    std::optional<Refusal> why_not;
    for (auto const& candidate : file.candidates) {
        if (!candidate.account.link)
            continue;
        if (!candidate.organisation.has(file.identity.kvk))
            why_not = Refusal::another_kvk_number;
        else if (!candidate.organisation.opens_by_eherkenning(policy))
            why_not = Refusal::staff_have_own_door;
        else if (candidate.organisation.ended(now))
            why_not = Refusal::organisation_ended;
        else if (candidate.account.ended(now))
            why_not = Refusal::account_ended;
        else if (!candidate.account.linked(policy, now))
            undo_lapsed(candidate, made);
        else
            open.push_back(&candidate);
    }
    if (open.size() == 1) {
        auto const& only = *open.front();
        made.accounts.push_back(noted(only.account, now));
        made.facts.push_back(
            SignedIn{.subject = subject_of(only.account, only.organisation), .level = file.level});
        made.verdict = SignedInAs{only.account.id};
    } else if (open.size() > 1) {
        MustChoose choice;
        for (auto const* candidate : open)
            choice.accounts.push_back(candidate->account.id);
        made.verdict = std::move(choice);
    } else if (!made.accounts.empty()) {
        made.verdict = MustLink{};
    } else if (why_not) {
        made.verdict = *why_not;
    } else if (file.pseudonym_linked_for_another_number) {
        made.verdict = Refusal::another_kvk_number;
    }
    return made;
}

} // namespace portal::signing_in
