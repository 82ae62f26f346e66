#include "portal/forms/form.h"

#include "foundation/text.h"

namespace portal::forms {

using foundation::Instant;

Draft draft_of(Archive& archive, Vault const& vault, AccountId const& account,
               std::string const& task, Instant now) {
    return archive.change([&](Records& records) {
        if (auto kept = records.draft(account, task))
            return *kept;
        Draft fresh{.account = account,
                    .task = task,
                    .values = {},
                    .key = foundation::random_hex(vault.randomness, 16),
                    .saved_at = now};
        records.save(fresh);
        return fresh;
    });
}

std::optional<Draft> kept_draft(Archive& archive, AccountId const& account,
                                std::string const& task) {
    return archive.look([&](Records& records) { return records.draft(account, task); });
}

void keep_draft(Archive& archive, Draft draft, Instant now) {
    draft.saved_at = now;
    archive.change([&](Records& records) { records.save(draft); });
}

void forget_draft(Archive& archive, AccountId const& account, std::string const& task) {
    archive.change([&](Records& records) { records.forget_draft(account, task); });
}

namespace {

/// Made from the draft's key: the second click of a double click finds the same receipt.
std::string receipt_of(Vault const& vault, std::string const& key) {
    return foundation::upper_ascii(vault.key.keyed_digest("receipt", key).substr(0, 12));
}

/// With the scope written out, also when there was no choice: the receiver must know for which
/// institution it is.
Submission sent_form(overview::Standing const& standing, Task const& task, Draft const& draft,
                     Scope const& scope, std::string const& number, Instant now) {
    auto values = draft.values;
    if (!scope.empty())
        values[std::string{scope_field}] = scope_code(scope);
    return {.receipt = number,
            .key = draft.key,
            .account = standing.account.id,
            .organisation = standing.organisation.id,
            .task = task.code,
            .values = std::move(values),
            .sent_at = now};
}

} // namespace

std::optional<std::string> submit(Archive& archive, Vault const& vault, Rules const& rules,
                                  overview::Standing const& standing, Task const& task,
                                  std::string const& key, Instant now) {
    auto const number = receipt_of(vault, key);
    auto const& account = standing.account.id;
    bool const may =
        may_start(task, standing, rules.catalogue, rules.policy, now) == overview::Startable::yes;
    auto const scopes = overview::scopes(task, standing, rules.catalogue, now);
    return archive.change([&](Records& records) -> std::optional<std::string> {
        if (auto const sent = records.submission(number))
            return sent->account == account ? std::optional{number} : std::nullopt;
        auto const draft = records.draft(account, task.code);
        if (!may || !draft || draft->key != key ||
            first_open_step(task, scopes, draft->values) != task.steps.size())
            return std::nullopt;
        records.forget_draft(account, task.code);
        // Another node may have been a moment earlier with the same draft: its receipt is ours.
        if (records.add(sent_form(standing, task, *draft, *chosen_scope(scopes, draft->values),
                                  number, now)))
            records.keep(
                {FormSubmitted{.subject = subject_of(standing.account, standing.organisation),
                               .task = task.code,
                               .receipt = number}},
                {.account = account}, now);
        return number;
    });
}

std::optional<Submission> receipt(Archive& archive, AccountId const& account,
                                  std::string const& number) {
    return archive.look([&](Records& records) -> std::optional<Submission> {
        auto sent = records.submission(number);
        return sent && sent->account == account ? sent : std::nullopt;
    });
}

} // namespace portal::forms
