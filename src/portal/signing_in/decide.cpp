#include "portal/signing_in/decide.h"

#include <algorithm>

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

/// What the arriving identity may go on as, and why not as the others.
struct Choice {
    std::vector<Candidate const*> open{};
    std::optional<Refusal> why_not{};
};

Choice choice_of(File const& file, Policy const& policy, Instant now, Decision& made) {
    Choice choice;
    for (auto const& candidate : file.candidates) {
        bool const meant = !file.goes_on_as || candidate.account.id == *file.goes_on_as;
        if (!candidate.account.link || !meant)
            continue;
        if (!candidate.organisation.has(file.identity.kvk))
            choice.why_not = Refusal::another_kvk_number;
        else if (!candidate.organisation.opens_by_eherkenning(policy))
            choice.why_not = Refusal::staff_have_own_door;
        else if (candidate.organisation.ended(now))
            choice.why_not = Refusal::organisation_ended;
        else if (candidate.account.ended(now))
            choice.why_not = Refusal::account_ended;
        else if (!candidate.account.linked(policy, now))
            undo_lapsed(candidate, made);
        else
            choice.open.push_back(&candidate);
    }
    return choice;
}

/// Why nothing can be decided at all.
std::optional<Refusal> refused_at_once(File const& file, Policy const& policy) {
    if (file.level < std::max(policy.least_level, file.wanted))
        return Refusal::level_too_low;
    bool const the_same =
        !file.goes_on_as || std::ranges::any_of(file.candidates, [&](Candidate const& candidate) {
            return candidate.account.link && candidate.account.id == *file.goes_on_as;
        });
    return the_same ? std::nullopt : std::optional{Refusal::another_person};
}

} // namespace

std::string_view name_of(Refusal refusal) {
    switch (refusal) {
    case Refusal::level_too_low:
        return "level too low";
    case Refusal::account_ended:
        return "account ended";
    case Refusal::organisation_ended:
        return "organisation ended";
    case Refusal::another_kvk_number:
        return "another kvk number";
    case Refusal::another_person:
        return "another person";
    case Refusal::staff_have_own_door:
        return "staff have own door";
    }
    return "";
}

Decision decide(File const& file, Policy const& policy, Instant now) {
    Decision made{.accounts = {}, .facts = {}, .verdict = MustLink{}};
    if (auto const refusal = refused_at_once(file, policy)) {
        made.verdict = *refusal;
        return made;
    }
    auto const [open, why_not] = choice_of(file, policy, now, made);
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
