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
Submission sent_form(Standing const& standing, Task const& task, Draft const& draft,
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

std::optional<std::string> submit(Desk const& desk, Claim const& claim, Task const& task,
                                  std::string const& key) {
    auto const number = receipt_of(desk.vault, key);
    auto sent = desk.change(claim, [&](Change& change) -> std::optional<std::string> {
        auto& records = change.records;
        auto const& actor = change.actor;
        auto const& account = actor.account.id;
        if (auto const before = records.submission(number))
            return before->account == account ? std::optional{number} : std::nullopt;
        auto const startable =
            overview::may_start(task, actor, desk.catalogue, desk.policy, change.now);
        auto const scopes = overview::scopes(task, actor, desk.catalogue, change.now);
        auto const draft = records.draft(account, task.code);
        if (startable != overview::Startable::yes || !draft || draft->key != key ||
            first_open_step(task, scopes, draft->values) != task.steps.size())
            return std::nullopt;
        records.forget_draft(account, task.code);
        // Another node may have been a moment earlier with the same draft: its receipt is ours.
        if (records.add(sent_form(actor, task, *draft, *chosen_scope(scopes, draft->values), number,
                                  change.now)))
            change.keep({FormSubmitted{.subject = subject_of(actor.account, actor.organisation),
                                       .task = task.code,
                                       .receipt = number}});
        return number;
    });
    return sent ? *std::move(sent) : std::nullopt;
}

std::optional<Submission> receipt(Archive& archive, AccountId const& account,
                                  std::string const& number) {
    return archive.look([&](Records& records) -> std::optional<Submission> {
        auto sent = records.submission(number);
        return sent && sent->account == account ? sent : std::nullopt;
    });
}

} // namespace portal::forms
