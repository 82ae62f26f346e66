#include "foundation/digest.h"
#include "simulation/world.h"

#include <algorithm>

namespace simulation {

using namespace portal;
using namespace std::chrono_literals;
using storage::driver::Statement;

namespace {

std::string digest_of(Identity const& identity) { return mark_of(identity).digest; }

} // namespace

void World::expect(bool holds, std::string const& about, std::string const& rule) {
    if (!holds)
        flaws_.push_back(about + ": " + rule);
}

std::vector<std::string> World::flaws() {
    flaws_.clear();
    std::vector<std::vector<Account>> everybody;
    for (std::size_t n = 0; n < organisations_.size(); ++n)
        everybody.push_back(accounts_of(n));
    archive_->look([&](Records& records) {
        ledger_.read_on(records);
        for (auto const& accounts : everybody) {
            std::set<Identity> linked;
            for (auto const& account : accounts) {
                check(account, records);
                if (account.link)
                    expect(linked.insert(account.link->identity).second, account.id.text(),
                           "one means opens at most one account of an organisation (P2.12)");
            }
        }
    });
    check_mail();
    auto found = ledger_.flaws();
    found.insert(found.end(), flaws_.begin(), flaws_.end());
    return found;
}

/// The account as it is kept is what the journal's entries add up to (P8.5).
void World::check(Account const& account, Records& records) {
    auto const about = account.id.text();
    auto const found = ledger_.accounts().find(about);
    auto const by_journal = found == ledger_.accounts().end() ? AccountByJournal{} : found->second;
    auto const linked_to =
        account.link ? std::optional{digest_of(account.link->identity)} : std::nullopt;
    expect(linked_to == by_journal.linked_to, about, "its link stands in the journal");
    if (account.link)
        expect(account.link->last_sign_in_at.value_or(account.link->linked_at) ==
                   by_journal.last_used,
               about, "its last use stands in the journal");
    expect(account.ended_at.has_value() == by_journal.ended, about, "its end is in the journal");
    expect((account.code ? std::optional{account.code->sent_at} : std::nullopt) ==
               by_journal.code_sent_at,
           about, "its code stands in the journal");
    expect(account.code_requested_at == by_journal.code_requested_at, about,
           "the wish for a code stands in the journal");
    expect(account.letter_serial == by_journal.letter_serial, about, "its letter is journalled");
    expect(account.letter_handed_over_on.transform(foundation::iso_date) ==
               by_journal.handed_over_on,
           about, "the handing over is journalled");
    expect(account.revocation_digest.empty() != by_journal.revocable, about,
           "its strip counts while the journal says so");
    expect(account.attempts.blocked(now_) ==
               (by_journal.blocked_until && now_ < *by_journal.blocked_until),
           about, "its block stands in the journal");
    expect(std::ssize(records.grants_of(account.id)) == by_journal.grants, about,
           "its grants stand in the journal");
    for (auto const& session : records.sessions_of(account.id)) {
        expect(account.link && !account.ended_at, about, "no session outlives the link (P6.5)");
        // One that is over may lie there until the night after the day in which it may still keep a
        // form, also when somebody else has linked.
        bool const open = now_ < session.started_at + 4h && now_ < session.seen_at + 15min;
        expect(!open || !account.link || session.identity == account.link->identity, about,
               "a session is of the one means that opens the account");
        bool const keeps =
            now_ < session.started_at + 4h + 24h && now_ < session.seen_at + 15min + 24h;
        expect(keeps || !swept_, about, "no session is older than the rule (P3.5)");
    }
}

/// Each fact that owes its subject a mail had one in the outbox, and each mail there has left,
/// waits, or was given up with a reason. What became of it is thrown away in the end (P8.9).
void World::check_mail() {
    static constexpr auto all = Statement{"select id, kind from outbox"};
    static constexpr auto settled =
        Statement{"select id, due_at, sent_at, failure from outbox where due_at is null"};
    storage::driver::Transaction reading{database_, storage::driver::Access::reading};
    for (auto const& row : reading.query(all))
        mails_seen_.emplace(row.text(0), row.text(1));
    std::map<std::string, int> queued;
    for (auto const& [_, kind] : mails_seen_)
        ++queued[kind];
    auto const entries = [&](std::string const& kind) {
        auto const found = ledger_.kinds().find(kind);
        return found == ledger_.kinds().end() ? 0 : found->second;
    };
    for (auto const& [mail, owed] :
         std::map<std::string, int>{{"registration_confirmed", entries("user registered")},
                                    {"activation_code", entries("code sent")},
                                    {"linked", entries("linked")},
                                    {"unlinked", entries("unlinked")},
                                    {"link_lapsed", entries("link lapsed")},
                                    {"link_lapses_soon", entries("warned of lapse")},
                                    {"account_ended", entries("account ended")}})
        expect(queued[mail] == owed, mail, "every mail owed is queued, once");
    auto const grants = entries("role granted") + entries("role withdrawn");
    expect(queued["grants_changed"] <= grants && (queued["grants_changed"] > 0) == (grants > 0),
           "grants_changed", "what is gathered is told, in fewer mails");
    for (auto const& row : reading.query(settled))
        expect(row.optional_instant(2) ? delivered_.contains(row.text(0)) : !row.text(3).empty(),
               "mail " + row.text(0), "it left, or was given up for a reason");
}

} // namespace simulation
