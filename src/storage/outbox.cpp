#include "storage/archive.h"
#include "storage/moment.h"
#include "storage/sealed.h"
#include "storage/sql.h"
#include "storage/words.h"

#include <algorithm>

namespace storage {

using foundation::Instant;
using portal::MailClass;
using portal::OutboxId;
using portal::WaitingMail;

namespace {

// The index on class and due time gives these and reads no other row, however many wait.
constexpr auto due = statement<Sql{
    "select id, attempts, queued_at, useless_after, sealed, due_at, unreadable_at from outbox "
    "where class = $1 and due_at <= $2 and due_at is not null "
    "order by due_at, id limit $3 for update"}>;
// A lease is a later due time: a courier that dies gives back what it took. By that time it is also
// known whose the mail is, since a later lease ends later.
constexpr auto lease =
    statement<Sql{"update outbox set due_at = $2, unreadable_at = null where id = $1"}>;
constexpr auto held =
    statement<Sql{"select sealed from outbox where id = $1 and due_at = $2 for update"}>;
constexpr auto begun = statement<Sql{"update outbox set attempts = attempts + 1 where id = $1"}>;
constexpr auto given_back =
    statement<Sql{"update outbox set due_at = $3 where id = $1 and due_at = $2"}>;
constexpr auto put_aside =
    statement<Sql{"update outbox set due_at = $2, unreadable_at = $3 where id = $1"}>;
constexpr auto sent = statement<Sql{
    "update outbox set sealed = '', due_at = null, sent_at = $2, failure = '' where id = $1"}>;
constexpr auto later = statement<Sql{
    "update outbox set due_at = $2, failure = $3 where id = $1 and due_at is not null"}>;
constexpr auto given_up =
    statement<Sql{"update outbox set sealed = '', due_at = null, failure_kind = $2, failure = $3, "
                  "failed_at = $4 where id = $1 and due_at is not null"}>;
constexpr auto waiting = statement<Sql{
    "select class, count(*), min(case when due_at <= $1 and attempts = 0 then due_at end) "
    "from outbox where due_at is not null group by class"}>;
constexpr auto count_unreadable =
    statement<Sql{"select count(*) from outbox where unreadable_at is not null"}>;
constexpr auto unreadable_ids =
    statement<Sql{"select id from outbox where unreadable_at is not null order by id limit $1"}>;

constexpr auto taken_this_minute =
    statement<Sql{"select mails from bulk_mail_taken where minute = $1"}>;
constexpr auto take_bulk =
    statement<Sql{"insert into bulk_mail_taken (minute, mails) values ($1, $2) "
                  "on conflict (minute) do update set mails = bulk_mail_taken.mails + $2"}>;
constexpr auto untake_bulk =
    statement<Sql{"update bulk_mail_taken set mails = mails - $2 where minute = $1"}>;
constexpr auto past_minutes = statement<Sql{"delete from bulk_mail_taken where minute < $1"}>;

constexpr auto lease_lasts = std::chrono::minutes{2};
/// Until a mail that this program cannot read is looked at again, here or by one that can.
constexpr auto set_aside_for = std::chrono::minutes{10};

class StoredOutbox final : public portal::Outbox {
public:
    StoredOutbox(driver::Database& database, foundation::MasterKey const& key, int bulk_a_minute,
                 Moments moments)
        : database_(database)
        , key_(key)
        , bulk_a_minute_(bulk_a_minute)
        , moments_(moments) {}

    Due take_due(Instant now, int at_most, MailClass down_to) override {
        return driver::retrying(database_, [&](driver::Transaction& transaction) {
            Due all{.at = moments_ == Moments::asked ? now : database_clock(transaction),
                    .mails = {},
                    .unreadable = {}};
            for (auto const each : {MailClass::urgent, MailClass::notice, MailClass::bulk}) {
                auto const room = at_most - static_cast<int>(all.mails.size());
                if (each <= down_to && room > 0)
                    take(transaction, each, room, all);
            }
            return all;
        });
    }

    std::optional<portal::Mail> begin(WaitingMail const& taken) override {
        // A power cut may take the count back: it is there for programs that die.
        return driver::retrying(
            database_, driver::Access::noting, [&](driver::Transaction& transaction) {
                auto const row = transaction.one(held, taken.id, taken.leased_until);
                auto mail = row ? unsealed(row->text(0), key_) : std::nullopt;
                if (mail)
                    transaction.send(begun, taken.id);
                return mail;
            });
    }

    void give_back(std::span<WaitingMail const> taken) override {
        if (taken.empty())
            return;
        driver::retrying(database_, [&](driver::Transaction& transaction) {
            for (auto const& each : taken) {
                auto const count =
                    transaction.execute(given_back, each.id, each.leased_until, each.due_at);
                if (portal::class_of(each.mail.kind) == MailClass::bulk)
                    transaction.send(untake_bulk, minute_of(each.leased_until - lease_lasts),
                                     count);
            }
        });
    }

    void mark_sent(OutboxId const& id, Instant now) override {
        driver::retrying(
            database_, [&](driver::Transaction& transaction) { transaction.send(sent, id, now); });
    }

    void put_off(OutboxId const& id, Instant next_attempt, std::string const& reason) override {
        driver::retrying(database_, [&](driver::Transaction& transaction) {
            transaction.send(later, id, next_attempt, reason);
        });
    }

    void give_up(OutboxId const& id, portal::MailFailure why, std::string const& reason,
                 Instant now) override {
        driver::retrying(database_, [&](driver::Transaction& transaction) {
            transaction.send(given_up, id, word(why), reason, now);
        });
    }

    Backlog backlog(Instant now) override {
        return driver::retrying(
            database_, driver::Access::reading,
            [&](driver::Transaction& transaction) { return backlog_in(transaction, now); });
    }

    std::vector<std::string> unreadable(int most) override {
        return driver::retrying(database_, driver::Access::reading,
                                [&](driver::Transaction& transaction) {
                                    std::vector<std::string> ids;
                                    for (auto const& row : transaction.query(unreadable_ids, most))
                                        ids.push_back(row.text(0));
                                    return ids;
                                });
    }

private:
    static Backlog backlog_in(driver::Transaction& transaction, Instant now) {
        Backlog backlog{
            .waiting = {{MailClass::urgent, 0}, {MailClass::notice, 0}, {MailClass::bulk, 0}},
            .oldest = {},
            .unreadable = 0};
        for (auto const& row : transaction.query(waiting, now)) {
            auto const of = class_from(row.integer(0));
            backlog.waiting[of] += static_cast<int>(row.integer(1));
            if (auto const oldest = row.optional_instant(2)) {
                auto const [known, first] = backlog.oldest.try_emplace(of, *oldest);
                known->second = std::min(known->second, *oldest);
            }
        }
        backlog.unreadable = static_cast<int>(transaction.query(count_unreadable)[0].integer(0));
        return backlog;
    }
    /// A class that a newer version may have made counts as a notice here.
    static MailClass class_from(std::int64_t number) {
        return number == 0 ? MailClass::urgent : number == 2 ? MailClass::bulk : MailClass::notice;
    }

    static std::int64_t minute_of(Instant at) {
        return std::chrono::floor<std::chrono::minutes>(at).time_since_epoch().count();
    }

    void take(driver::Transaction& transaction, MailClass of, int room, Due& all) {
        auto const minute = minute_of(all.at);
        if (of == MailClass::bulk) {
            auto const taken = transaction.one(taken_this_minute, minute);
            room =
                std::min(room, bulk_a_minute_ - (taken ? static_cast<int>(taken->integer(0)) : 0));
        }
        if (room <= 0)
            return;
        auto const before = all.mails.size();
        for (auto const& row : transaction.query(due, stored(of), all.at, room))
            take(transaction, row, all);
        if (auto const count = all.mails.size() - before; of == MailClass::bulk && count > 0) {
            transaction.send(past_minutes, minute);
            transaction.send(take_bulk, minute, static_cast<std::int64_t>(count));
        }
    }

    /// One row that cannot be read stands in the way of no other (a kind of a newer version, sealed
    /// with another key, damaged).
    void take(driver::Transaction& transaction, driver::Row const& row, Due& all) {
        auto const& id = row.text(0);
        auto mail = read(row);
        if (!mail) {
            transaction.send(put_aside, id, all.at + set_aside_for,
                             row.optional_instant(6).value_or(all.at));
            all.unreadable.push_back(id);
            return;
        }
        mail->leased_until = all.at + lease_lasts;
        transaction.send(lease, id, mail->leased_until);
        all.mails.push_back(*std::move(mail));
    }

    std::optional<WaitingMail> read(driver::Row const& row) const {
        auto id = OutboxId::parse(row.text(0));
        auto mail = unsealed(row.text(4), key_);
        if (!id || !mail)
            return std::nullopt;
        return WaitingMail{.id = *std::move(id),
                           .mail = *std::move(mail),
                           .attempts = static_cast<int>(row.integer(1)),
                           .queued_at = row.instant(2),
                           .useless_after = row.optional_instant(3),
                           .due_at = row.instant(5)};
    }

    driver::Database& database_;
    foundation::MasterKey const& key_;
    int bulk_a_minute_;
    Moments moments_;
};

} // namespace

std::unique_ptr<portal::Outbox> make_outbox(driver::Database& database,
                                            foundation::MasterKey const& key, int bulk_a_minute,
                                            Moments moments) {
    return std::make_unique<StoredOutbox>(database, key, bulk_a_minute, moments);
}

} // namespace storage
