#include "storage/records.h"
#include "storage/sql.h"
#include "storage/words.h"

namespace storage {

namespace {

constexpr auto sessions =
    statement<Sql{"delete from sessions where door = $3 and (seen_at <= $1 or started_at <= $2)"}>;
constexpr auto drafts = statement<Sql{"delete from drafts where saved_at <= $1"}>;
constexpr auto looks = statement<Sql{"delete from looks where recorded_at <= $1"}>;
constexpr auto causes = statement<Sql{"delete from caused_mails where caused_at <= $1"}>;
// What became of a mail with the instructions or a code is asked for weeks at most; to whom a
// notice went, for an hour.
constexpr auto mails =
    statement<Sql{"delete from outbox where due_at is null and queued_at <= $1"}>;
constexpr auto receivers =
    statement<Sql{"update outbox set receiver = null, organisation = null where due_at is null "
                  "and queued_at <= $1 and queued_at > $2 and receiver is not null "
                  "and kind not in ('registration_confirmed', 'activation_code', 'address_code')"}>;
constexpr auto tickets = statement<Sql{"delete from tickets where holds_until <= $1"}>;
constexpr auto addresses = statement<Sql{"delete from pending_addresses where sent_at <= $1"}>;

constexpr auto mails_last = std::chrono::days{90};
constexpr auto receivers_last = std::chrono::days{1};
constexpr auto drafts_last = std::chrono::days{90};
// Longer than the code in them, so that somebody who is late is told that the code has expired.
constexpr auto pending_addresses_last = std::chrono::days{7};

} // namespace

void StoredRecords::sweep(portal::Policy const& policy, foundation::Instant now) {
    auto const kept = policy.ended_session_keeps;
    transaction_.send(sessions, now - policy.session_idle - kept, now - policy.session_total - kept,
                      word(portal::Door::eherkenning));
    transaction_.send(sessions, now - policy.staff_session_idle - kept,
                      now - policy.staff_session_total - kept, word(portal::Door::agency));
    forget_arrivals(policy, now);
    transaction_.send(looks, now - portal::Policy::look_counts_for);
    transaction_.send(causes, now - portal::longest_limit);
    transaction_.send(mails, now - mails_last);
    // A week of nights, so that no night reads them all.
    transaction_.send(receivers, now - receivers_last, now - receivers_last - std::chrono::days{7});
    transaction_.send(tickets, now);
    transaction_.send(drafts, now - drafts_last);
    transaction_.send(addresses, now - pending_addresses_last);
}

} // namespace storage
