#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sealed.h"
#include "storage/sql.h"

#include <algorithm>

namespace storage {

using foundation::Instant;
using portal::MailFate;
using portal::OutboxId;
using portal::correspondence::Post;

namespace {

constexpr auto insert = statement<Sql{
    "insert into outbox (id, kind, sealed, attempts, queued_at, due_at, useless_after, failure, "
    "class, account, receiver, gathers, organisation) "
    "values ($1, $2, $3, 0, $4, $5, $6, '', $7, $8, $9, $10, $11)"}>;
// Not one that a courier has tried to deliver: it may have left. One that was taken and not begun
// is read again when its attempt begins.
constexpr auto open_gathering =
    statement<Sql{"select id, sealed from outbox where gathers = 1 and receiver = $1 and "
                  "organisation = $2 and kind = $3 and due_at is not null and attempts = 0 "
                  "order by queued_at desc, id limit 1 for update"}>;
constexpr auto last_gathering =
    statement<Sql{"select coalesce(sent_at, queued_at) from outbox where gathers = 1 and "
                  "receiver = $1 and organisation = $2 and kind = $3 "
                  "order by queued_at desc limit 1"}>;
constexpr auto reseal = statement<Sql{"update outbox set sealed = $2 where id = $1"}>;

// Not one that another took the place of before it left: of that nothing is told.
constexpr auto last_of_kind =
    statement<Sql{"select attempts, queued_at, due_at, sent_at, failed_at, failure_kind "
                  "from outbox where account = $1 and kind = $2 and receiver = $3 "
                  "and (due_at is not null or sent_at is not null or failed_at is not null) "
                  "order by queued_at desc, id limit 1"}>;
constexpr auto untold =
    statement<Sql{"select id, account, kind, failure_kind from outbox where failed_at is not null "
                  "and told_at is null and account is not null order by failed_at limit $1"}>;
constexpr auto told =
    statement<Sql{"update outbox set told_at = $2 where id = $1 and told_at is null"}>;

constexpr auto causes =
    statement<Sql{"select caused_at from caused_mails where cause = $1 and by_whom = $2 "
                  "and caused_at > $3 order by caused_at"}>;
constexpr auto add_cause =
    statement<Sql{"insert into caused_mails (cause, by_whom, caused_at) values ($1, $2, $3)"}>;

/// The rows among which a gathered notice belongs.
struct Group {
    std::string receiver;
    std::string organisation;
    std::string_view kind;

    Group(portal::Mail const& mail, foundation::MasterKey const& key)
        : receiver(receiver_digest(mail.address, key))
        , organisation(key.keyed_digest("mail-organisation", mail.organisation))
        , kind(word(mail.kind)) {}
};

/// Whether a waiting mail tells of this one too. One that cannot be read waits as it is.
bool joined(driver::Transaction& transaction, portal::Mail const& mail, Group const& group,
            foundation::MasterKey const& key, foundation::Randomness& randomness) {
    auto const row =
        transaction.one(open_gathering, group.receiver, group.organisation, group.kind);
    auto waiting = row ? unsealed(row->text(1), key) : std::nullopt;
    if (!waiting)
        return false;
    auto const both = portal::correspondence::gathered(*std::move(waiting), mail);
    transaction.send(reseal, row->text(0), sealed(both, key, randomness));
    return true;
}

MailFate fate_from(driver::Row const& row) {
    auto columns = Columns{row};
    auto const attempts = columns.number();
    auto const queued_at = columns.instant();
    auto const due_at = columns.optional_instant();
    auto const sent_at = columns.optional_instant();
    auto const failed_at = columns.optional_instant();
    auto const failure = columns.optional_text();
    if (due_at)
        return {.state = MailFate::State::waiting, .attempts = attempts, .at = queued_at};
    if (sent_at)
        return {.state = MailFate::State::handed_over, .attempts = attempts, .at = *sent_at};
    auto const why =
        portal::mail_failure_named(failure.value_or("")).value_or(portal::MailFailure::no_answer);
    return {.state = portal::is_refusal(why) ? MailFate::State::refused : MailFate::State::given_up,
            .attempts = attempts,
            .at = failed_at.value_or(queued_at),
            .failure = why};
}

} // namespace

void StoredRecords::queue(Post const& post, Instant now) {
    auto const group = Group{post.mail, key_};
    auto const gathering = portal::correspondence::gathering_of(post.mail.kind);
    auto due_at = now;
    if (gathering) {
        if (joined(transaction_, post.mail, group, key_, randomness_))
            return;
        due_at = now + gathering->first;
        if (auto const last =
                transaction_.one(last_gathering, group.receiver, group.organisation, group.kind))
            due_at = std::max(due_at, last->instant(0) + gathering->apart);
    }
    // Where nobody looks for it, an address leaves no trace.
    auto const receiver = gathering || post.account ? std::optional{group.receiver} : std::nullopt;
    auto const organisation = gathering ? std::optional{group.organisation} : std::nullopt;
    transaction_.send(insert, OutboxId::mint(randomness_), group.kind,
                      sealed(post.mail, key_, randomness_), now, due_at, post.useless_after,
                      stored(portal::class_of(post.mail.kind)), post.account, receiver,
                      gathering ? 1 : 0, organisation);
}

std::optional<MailFate> StoredRecords::fate_of(portal::AccountId const& account,
                                               std::string const& address, portal::MailKind kind) {
    auto const row =
        transaction_.one(last_of_kind, account, word(kind), receiver_digest(address, key_));
    return row ? std::optional{fate_from(*row)} : std::nullopt;
}

std::vector<portal::UndeliveredMail> StoredRecords::undelivered(int most) {
    std::vector<portal::UndeliveredMail> found;
    for (auto const& row : transaction_.query(untold, most)) {
        auto columns = Columns{row};
        found.push_back({.id = columns.text(),
                         .account = portal::AccountId::parse(columns.text()),
                         .kind = columns.text(),
                         .failure = columns.optional_text().value_or("")});
    }
    return found;
}

bool StoredRecords::mark_told(std::string const& mail, Instant now) {
    return transaction_.execute(told, mail, now) == 1;
}

std::vector<Instant> StoredRecords::caused_after(portal::Cause cause, std::string const& by_whom,
                                                 Instant moment) {
    std::vector<Instant> moments;
    for (auto const& row : transaction_.query(causes, name_of(cause), by_whom, moment))
        moments.push_back(row.instant(0));
    return moments;
}

void StoredRecords::add_caused(portal::Cause cause, std::string const& by_whom, Instant now) {
    transaction_.send(add_cause, name_of(cause), by_whom, now);
}

} // namespace storage
