#include "portal/forms/form.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/forms/summary.h"

namespace portal::forms {

namespace {

/// Made from the draft's key: the second click of a double click finds the same receipt.
std::string receipt_of(Vault const& vault, std::string const& key) {
    return foundation::upper_ascii(vault.key.keyed_digest("receipt", key).substr(0, 12));
}

std::string new_key(Vault const& vault) { return foundation::random_hex(vault.randomness, 16); }

/// The draft to go on with. Whose key was sent already gets another: a server of the version before
/// may have written it back beside its sending.
Draft open_draft(Records& records, Vault const& vault, AccountId const& account,
                 std::string const& task) {
    auto kept = records.draft(account, task);
    if (kept && !records.submission(receipt_of(vault, kept->key)))
        return *std::move(kept);
    Draft fresh{.account = account,
                .task = task,
                .values = kept ? std::move(kept->values) : Values{},
                .key = new_key(vault),
                .saved_at = records.moment()};
    records.save(fresh);
    return fresh;
}

} // namespace

Draft draft_of(Desk const& desk, AccountId const& account, std::string const& task) {
    return desk.archive.change(desk.asked_at, [&](Records& records) {
        return open_draft(records, desk.vault, account, task);
    });
}

std::optional<Draft> kept_draft(Archive& archive, AccountId const& account,
                                std::string const& task) {
    return archive.look([&](Records& records) { return records.draft(account, task); });
}

void forget_draft(Archive& archive, AccountId const& account, std::string const& task) {
    archive.change([&](Records& records) { records.forget_draft(account, task); });
}

std::expected<Draft, NotKept> keep_typed(Desk const& desk, AccountId const& account,
                                         std::string const& task, Typed const& typed) {
    return desk.archive.change(
        desk.asked_at, [&](Records& records) -> std::expected<Draft, NotKept> {
            auto const sent = records.submission(receipt_of(desk.vault, typed.key));
            bool const own = sent && sent->account == account && sent->key == typed.key;
            auto const there = records.draft(account, task);
            bool const begun = !typed.key.empty() || there;
            if (typed.begins == Begins::no && (own || !begun))
                return std::unexpected(NotKept{own ? std::optional{sent->receipt} : std::nullopt});
            bool const spares =
                typed.begins == Begins::unasked && own && there && there->key != typed.key;
            auto draft = open_draft(records, desk.vault, account, task);
            for (auto const& [name, value] : typed.values)
                if (!spares || !draft.values.contains(name))
                    draft.values[name] = value;
            draft.saved_at = records.moment();
            records.save(draft);
            return draft;
        });
}

namespace {

using Sent = std::expected<std::string, NotSent>;

/// What the same key sent before is answered with its receipt, and nothing else is.
Sent sent_again(Submission const& before, Task const& task, Sending const& sending) {
    return changed_since(sending.seen, task, sending.key, before.values).empty()
               ? Sent{before.receipt}
               : std::unexpected(NotSent::sent_before);
}

Sent send(Change& change, Desk const& desk, Task const& task, Draft const& draft,
          Sending const& sending) {
    auto const scopes = overview::scopes(task, change.actor, desk.catalogue, change.now);
    if (first_open_step(task, scopes, draft.values) != task.steps.size())
        return std::unexpected(NotSent::not_in_order);
    Submission const sent{.receipt = receipt_of(desk.vault, draft.key),
                          .key = draft.key,
                          .account = change.actor.account.id,
                          .organisation = change.actor.organisation.id,
                          .task = task.code,
                          .values = to_send(task, scopes, draft.values),
                          .sent_at = change.now};
    if (!changed_since(sending.seen, task, draft.key, sent.values).empty())
        return std::unexpected(NotSent::changed);
    change.records.forget_draft(sent.account, task.code);
    if (!change.records.add(sent))
        throw foundation::Fault("a form was not sent and yet its receipt is taken");
    change.keep(
        {FormSubmitted{.subject = subject_of(change.actor.account, change.actor.organisation),
                       .task = task.code,
                       .receipt = sent.receipt}});
    return sent.receipt;
}

} // namespace

Sent submit(Desk const& desk, Claim const& claim, Task const& task, Sending const& sending) {
    auto const sent = desk.change(claim, [&](Change& change) -> Sent {
        auto& records = change.records;
        auto const& account = change.actor.account.id;
        auto const before = records.submission(receipt_of(desk.vault, sending.key));
        if (before &&
            (before->account != account || before->key != sending.key || before->task != task.code))
            return std::unexpected(NotSent::no_draft);
        auto draft = records.draft(account, task.code);
        bool const there = draft && draft->key == sending.key;
        if (before && there) { // see open_draft
            open_draft(records, desk.vault, account, task.code);
            return std::unexpected(NotSent::sent_before);
        }
        if (before)
            return sent_again(*before, task, sending);
        if (overview::may_start(task, change.actor, desk.catalogue, desk.policy, change.now) !=
            overview::Startable::yes)
            return std::unexpected(NotSent::not_allowed);
        return there ? send(change, desk, task, *draft, sending)
                     : Sent{std::unexpected(NotSent::no_draft)};
    });
    return sent.value_or(std::unexpected(NotSent::not_allowed));
}

std::optional<Submission> receipt(Archive& archive, AccountId const& account,
                                  std::string const& number) {
    return archive.look([&](Records& records) -> std::optional<Submission> {
        auto sent = records.submission(number);
        return sent && sent->account == account ? sent : std::nullopt;
    });
}

} // namespace portal::forms
