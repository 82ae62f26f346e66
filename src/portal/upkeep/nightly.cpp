#include "portal/upkeep/nightly.h"

#include "foundation/fault.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace portal::upkeep {

using foundation::Instant;

namespace {

constexpr int batch = 100;
constexpr std::array days_ahead{90, 30, 7}; // P3.4

journal::Doer by_night() { return {.account = {}, .otherwise = "nightly"}; }

Organisation home_of(Records& records, Account const& account) {
    auto organisation = records.organisation(account.organisation);
    foundation::ensure(organisation.has_value(), "an account without organisation");
    return std::move(*organisation);
}

void undo_lapsed(Records& records, Account account) {
    auto const last_used = account.link->last_sign_in_at.value_or(account.link->linked_at);
    auto const subject = subject_of(account, home_of(records, account));
    account.link.reset();
    records.save(account);
    records.end_sessions_of(account.id);
    records.keep({LinkLapsed{.subject = subject, .last_used = last_used}}, by_night());
}

/// The nearest warning that is due: who comes back from a long leave gets one mail, not three.
std::optional<int> due_warning(Instant lapses_at, Instant now) {
    std::optional<int> due;
    for (int const days : days_ahead)
        if (now >= lapses_at - std::chrono::days{days})
            due = days;
    return due;
}

/// Whether the user was warned at this run. Once for each number of days and each date of lapsing.
bool warned(Records& records, Account const& account, Instant lapses_at, Instant now) {
    auto const days = due_warning(lapses_at, now);
    if (!days)
        return false;
    auto const notice = fmt::format("lapses {} {}", foundation::rfc3339(lapses_at), *days);
    if (!records.remember_notice(account.id, notice))
        return false;
    records.keep({LinkLapsesSoon{.subject = subject_of(account, home_of(records, account)),
                                 .days = *days,
                                 .lapses_at = lapses_at}},
                 by_night());
    return true;
}

/// A night that is under way.
struct Run {
    Archive& archive;
    Policy const& policy;
    Instant asked_at;
    std::optional<Instant> as_if;
    GoOn const& go_on;
    NightlyReport report{};

    /// At which the night is: that of each transaction, unless the operator said another.
    Instant moment(Records& records) const { return as_if ? *as_if : records.moment(); }

    /// Between two transactions.
    bool goes_on() {
        report.cut_short = report.cut_short || !go_on();
        return !report.cut_short;
    }
};

/// What the work did to an account: the number of the report that goes up, if any.
using Counted = int NightlyReport::*;

/// A stretch of accounts with what was done to them, in one transaction: what is rolled back, or
/// done twice, is not counted.
struct Done {
    Stretch stretch;
    std::vector<Counted> counted{};
};

template<class Search, class Work>
Done done(Run const& run, std::string const& after, int most, Search search, Work work) {
    return run.archive.change(run.asked_at, [&](Records& records) {
        auto const now = run.moment(records);
        Done all{.stretch = search(records, after, most, now)};
        for (auto const& account : all.stretch.accounts)
            if (auto const counted = work(records, account, now))
                all.counted.push_back(counted);
        return all;
    });
}

/// The next account is left out: to it nothing can be done.
template<class Search>
Done passed_over(Run const& run, std::string const& after, Search search) {
    auto stretch = run.archive.look(run.asked_at, [&](Records& records) {
        return search(records, after, 1, run.moment(records));
    });
    for (auto const& account : stretch.accounts)
        stretch.unreadable.push_back(account.id.text());
    return {.stretch = std::move(stretch)};
}

/// Goes through all accounts that the search gives, a batch in a transaction, and counts. Where a
/// row around an account cannot be read (its organisation, an administrator), that account alone is
/// left out: its batch is done again, each in a transaction of its own.
template<class Search, class Work>
void in_batches(Run& run, Search search, Work work) {
    std::string after;
    int singly = 0; // so many accounts are still done one by one
    for (bool more = true; more && run.goes_on();) {
        Done made;
        try {
            made = done(run, after, singly > 0 ? 1 : batch, search, work);
        } catch (foundation::Fault const&) {
            if (!run.archive.reachable())
                throw;
            if (singly == 0) {
                singly = batch;
                continue;
            }
            made = passed_over(run, after, search);
        }
        singly = std::max(0, singly - 1);
        auto const& [found, counted] = made;
        for (auto const number : counted)
            ++(run.report.*number);
        run.report.unreadable.insert(run.report.unreadable.end(), found.unreadable.begin(),
                                     found.unreadable.end());
        more = !found.last.empty();
        after = found.last;
    }
}

/// One part that fails (a row that is damaged where nobody foresaw it) leaves the others their
/// turn.
template<class Work>
void part(Run& run, std::string_view name, Work work) {
    try {
        work(run);
    } catch (foundation::Fault const& fault) {
        run.report.failed.push_back(fmt::format("{}: {}", name, fault.what()));
    }
}

/// Few at once: each is a long row.
void erase_signed_forms(Run& run) {
    constexpr int at_once = 10;
    auto const& policy = run.policy;
    for (bool more = true; more && run.goes_on();) {
        auto const count = run.archive.change(run.asked_at, [&](Records& records) {
            auto const now = run.moment(records);
            auto const outlived = records.outlived_signed_forms(
                now - policy.declined_form_kept, now - policy.signed_form_kept, at_once);
            for (auto const& id : outlived) {
                records.erase_signed_form(id, now);
                records.keep({SignedFormErased{.appointment = id}}, by_night());
            }
            return static_cast<int>(outlived.size());
        });
        run.report.forms_erased += count;
        more = count == at_once;
    }
}

void lapse_and_warn(Run& run) {
    in_batches(
        run,
        [&](Records& records, std::string const& after, int most, Instant now) {
            // Months differ in length: a few days too many are found, and the rule decides on each.
            auto const long_ago =
                foundation::months_later(now + std::chrono::days{days_ahead.front()},
                                         -run.policy.dormancy_months) +
                std::chrono::days{4};
            return records.linked_and_unused_since(long_ago, after, most);
        },
        [&](Records& records, Account const& account, Instant now) -> Counted {
            auto const lapses_at = account.link->lapses_at(run.policy);
            if (now < lapses_at)
                return warned(records, account, lapses_at, now) ? &NightlyReport::warned : nullptr;
            undo_lapsed(records, account);
            return &NightlyReport::lapsed;
        });
}

void report_never_linked(Run& run) {
    in_batches(
        run,
        [&](Records& records, std::string const& after, int most, Instant now) {
            return records.never_linked_since(now - std::chrono::days{run.policy.never_linked_days},
                                              after, most);
        },
        [&](Records& records, Account const& account, Instant now) -> Counted {
            if (!records.remember_notice(account.id, "never linked"))
                return nullptr;
            records.keep({NeverLinked{.subject = subject_of(account, home_of(records, account)),
                                      .administrators =
                                          records.administrators_of(account.organisation, now)}},
                         by_night());
            return &NightlyReport::never_linked;
        });
}

} // namespace

NightlyReport nightly(Archive& archive, Policy const& policy, Instant asked_at, GoOn const& go_on,
                      std::optional<Instant> const& as_if) {
    Run run{
        .archive = archive, .policy = policy, .asked_at = asked_at, .as_if = as_if, .go_on = go_on};
    part(run, "lapsing", lapse_and_warn);
    part(run, "never linked", report_never_linked);
    part(run, "signed forms", erase_signed_forms);
    part(run, "sweep", [](Run& last) {
        if (last.goes_on())
            last.archive.change(last.asked_at, [&](Records& records) {
                records.sweep(last.policy, last.moment(records));
            });
    });
    return std::move(run.report);
}

} // namespace portal::upkeep
