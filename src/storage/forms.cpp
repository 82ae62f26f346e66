#include "storage/columns.h"
#include "storage/json.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::forms::Draft;
using portal::forms::Submission;

namespace {

constexpr auto draft_of =
    statement<Sql{"select account, task, answers, draft_key, saved_at from drafts "
                  "where account = $1 and task = $2"}>;
constexpr auto upsert_draft = statement<Sql{
    "insert into drafts (account, task, answers, draft_key, saved_at) values ($1, $2, $3, $4, $5) "
    "on conflict (account, task) do update set answers = excluded.answers, "
    "draft_key = excluded.draft_key, saved_at = excluded.saved_at"}>;
constexpr auto forget = statement<Sql{"delete from drafts where account = $1 and task = $2"}>;

constexpr auto insert_submission = statement<Sql{
    "insert into submissions (receipt, draft_key, account, organisation, task, answers, sent_at) "
    "values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing"}>;
constexpr auto with_receipt = statement<Sql{
    "select receipt, draft_key, account, organisation, task, answers, sent_at from submissions "
    "where receipt = $1"}>;

} // namespace

std::optional<Draft> StoredRecords::draft(AccountId const& account, std::string const& task) {
    auto const row = transaction_.one(draft_of, account, task);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return Draft{
        .account = columns.as<AccountId>(),
        .task = columns.text(),
        .values = values_from(columns.text()),
        .key = columns.text(),
        .saved_at = columns.instant(),
    };
}

void StoredRecords::save(Draft const& draft) {
    transaction_.send(upsert_draft, draft.account, draft.task, json_of(draft.values), draft.key,
                      draft.saved_at);
}

void StoredRecords::forget_draft(AccountId const& account, std::string const& task) {
    transaction_.send(forget, account, task);
}

bool StoredRecords::add(Submission const& submission) {
    return transaction_.execute(insert_submission, submission.receipt, submission.key,
                                submission.account, submission.organisation, submission.task,
                                json_of(submission.values), submission.sent_at) == 1;
}

std::optional<Submission> StoredRecords::submission(std::string const& receipt) {
    auto const row = transaction_.one(with_receipt, receipt);
    if (!row)
        return std::nullopt;
    auto columns = Columns{*row};
    return Submission{
        .receipt = columns.text(),
        .key = columns.text(),
        .account = columns.as<AccountId>(),
        .organisation = columns.as<portal::OrganisationId>(),
        .task = columns.text(),
        .values = values_from(columns.text()),
        .sent_at = columns.instant(),
    };
}

} // namespace storage
