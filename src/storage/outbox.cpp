#include "storage/archive.h"
#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sealed_mail.h"
#include "storage/sql.h"

namespace storage {

using foundation::Instant;
using portal::OutboxId;
using portal::WaitingMail;

namespace {

constexpr auto insert = statement<Sql{
    "insert into outbox (id, kind, sealed, attempts, queued_at, due_at, useless_after, failure) "
    "values ($1, $2, $3, 0, $4, $4, $5, '')"}>;
constexpr auto due =
    statement<Sql{"select id, attempts, queued_at, useless_after, sealed, due_at from outbox "
                  "where due_at <= $1 order by queued_at, id limit $2 for update"}>;
// A lease is a later due time: a courier that dies gives back what it took. Taking counts as an
// attempt, so a mail that brings its courier down does not do so for ever.
constexpr auto lease = statement<Sql{
    "update outbox set due_at = $2, attempts = attempts + 1 where id = $1 and due_at = $3"}>;
constexpr auto sent = statement<Sql{
    "update outbox set sealed = '', due_at = null, sent_at = $2, failure = '' where id = $1"}>;
constexpr auto put_off =
    statement<Sql{"update outbox set due_at = $2, failure = $3 where id = $1 and sent_at is null"}>;
constexpr auto give_up = statement<Sql{"update outbox set sealed = '', due_at = null, failure = $2 "
                                       "where id = $1 and sent_at is null"}>;
constexpr auto waiting =
    statement<Sql{"select count(*), min(queued_at) from outbox where due_at is not null"}>;

constexpr auto lease_lasts = std::chrono::minutes{2};

class StoredOutbox final : public portal::Outbox {
public:
    StoredOutbox(driver::Database& database, foundation::MasterKey const& key)
        : database_(database)
        , key_(key) {}

    std::vector<WaitingMail> take_due(Instant now, int at_most) override {
        return driver::retrying(database_, [&](driver::Transaction& transaction) {
            auto taken = std::vector<WaitingMail>{};
            for (auto const& row : transaction.query(due, now, at_most))
                if (auto mail = take(transaction, row, now + lease_lasts))
                    taken.push_back(*std::move(mail));
            return taken;
        });
    }

    void mark_sent(OutboxId const& id, Instant now) override {
        driver::retrying(
            database_, [&](driver::Transaction& transaction) { transaction.send(sent, id, now); });
    }

    void mark_failed(OutboxId const& id, std::optional<Instant> next_attempt,
                     std::string const& reason) override {
        driver::retrying(database_, [&](driver::Transaction& transaction) {
            if (next_attempt)
                transaction.send(put_off, id, *next_attempt, reason);
            else
                transaction.send(give_up, id, reason);
        });
    }

    Backlog backlog() override {
        auto transaction = driver::Transaction{database_, driver::Access::reading};
        auto const row = transaction.query(waiting)[0];
        return {.waiting = static_cast<int>(row.integer(0)), .oldest = row.optional_instant(1)};
    }

private:
    std::optional<WaitingMail> take(driver::Transaction& transaction, driver::Row const& row,
                                    Instant until) {
        auto columns = Columns{row};
        auto const id = columns.as<OutboxId>();
        auto const attempts = columns.number();
        auto const queued_at = columns.instant();
        auto const useless_after = columns.optional_instant();
        auto const mail = unsealed(columns.text(), key_);
        auto const due_at = columns.instant();
        if (!mail) {
            transaction.send(give_up, id, "sealed with another key, or damaged");
            return std::nullopt;
        }
        if (transaction.execute(lease, id, until, due_at) == 0)
            return std::nullopt; // another courier was first
        return WaitingMail{.id = id,
                           .mail = *mail,
                           .attempts = attempts,
                           .queued_at = queued_at,
                           .useless_after = useless_after};
    }

    driver::Database& database_;
    foundation::MasterKey const& key_;
};

} // namespace

void StoredRecords::queue(portal::correspondence::Post const& post, Instant now) {
    transaction_.send(insert, OutboxId::mint(randomness_), word(post.mail.kind),
                      sealed(post.mail, key_, randomness_), now, post.useless_after);
}

std::unique_ptr<portal::Outbox> make_outbox(driver::Database& database,
                                            foundation::MasterKey const& key) {
    return std::make_unique<StoredOutbox>(database, key);
}

} // namespace storage
