#include "portal/upkeep/nightly.h"

#include "foundation/fault.h"

#include <array>
#include <fmt/format.h>

namespace portal::upkeep {

using foundation::Instant;

namespace {

constexpr int batch = 100;
constexpr std::array days_ahead{90, 30, 7}; // P3.4

Organisation home_of(Records& records, Account const& account) {
    auto organisation = records.organisation(account.organisation);
    foundation::ensure(organisation.has_value(), "an account without organisation");
    return std::move(*organisation);
}

void undo_lapsed(Records& records, Account account, Instant now) {
    auto const last_used = account.link->last_sign_in_at.value_or(account.link->linked_at);
    auto const subject = subject_of(account, home_of(records, account));
    account.link.reset();
    records.save(account);
    records.end_sessions_of(account.id);
    records.keep({LinkLapsed{.subject = subject, .last_used = last_used}},
                 {.account = {}, .otherwise = "nightly"}, now);
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
                 {.account = {}, .otherwise = "nightly"}, now);
    return true;
}

/// Goes through all accounts that the search gives, a batch in a transaction, and counts.
template<class Search, class Work>
void in_batches(Archive& archive, std::vector<std::string>& unreadable, Search search, Work work) {
    std::string after;
    bool more = true;
    while (more) {
        auto const stretch = archive.change([&](Records& records) {
            auto found = search(records, after);
            for (auto const& account : found.accounts)
                work(records, account);
            return found;
        });
        unreadable.insert(unreadable.end(), stretch.unreadable.begin(), stretch.unreadable.end());
        more = !stretch.last.empty();
        after = stretch.last;
    }
}

/// One part that fails (a row that is damaged where nobody foresaw it) leaves the others their
/// turn.
template<class Work>
void part(NightlyReport& report, std::string_view name, Work work) {
    try {
        work();
    } catch (foundation::Fault const& fault) {
        report.failed.push_back(fmt::format("{}: {}", name, fault.what()));
    }
}

/// Few at once: each is a long row.
int erase_signed_forms(Archive& archive, Policy const& policy, Instant now) {
    constexpr int at_once = 10;
    int erased = 0;
    for (bool more = true; more;) {
        auto const count = archive.change([&](Records& records) {
            auto const outlived = records.outlived_signed_forms(
                now - policy.declined_form_kept, now - policy.signed_form_kept, at_once);
            for (auto const& id : outlived) {
                records.erase_signed_form(id, now);
                records.keep({SignedFormErased{.appointment = id}},
                             {.account = {}, .otherwise = "nightly"}, now);
            }
            return static_cast<int>(outlived.size());
        });
        erased += count;
        more = count == at_once;
    }
    return erased;
}

void lapse_and_warn(Archive& archive, Policy const& policy, Instant now, NightlyReport& report) {
    // Months differ in length: a few days too many are found here, and the rule decides on each.
    auto const long_ago = foundation::months_later(now + std::chrono::days{days_ahead.front()},
                                                   -policy.dormancy_months) +
                          std::chrono::days{4};
    in_batches(
        archive, report.unreadable,
        [&](Records& records, std::string const& after) {
            return records.linked_and_unused_since(long_ago, after, batch);
        },
        [&](Records& records, Account const& account) {
            auto const lapses_at = account.link->lapses_at(policy);
            if (now >= lapses_at) {
                undo_lapsed(records, account, now);
                ++report.lapsed;
            } else if (warned(records, account, lapses_at, now)) {
                ++report.warned;
            }
        });
}

void report_never_linked(Archive& archive, Policy const& policy, Instant now,
                         NightlyReport& report) {
    in_batches(
        archive, report.unreadable,
        [&](Records& records, std::string const& after) {
            return records.never_linked_since(now - std::chrono::days{policy.never_linked_days},
                                              after, batch);
        },
        [&](Records& records, Account const& account) {
            if (!records.remember_notice(account.id, "never linked"))
                return;
            records.keep({NeverLinked{.subject = subject_of(account, home_of(records, account)),
                                      .administrators =
                                          records.administrators_of(account.organisation, now)}},
                         {.account = {}, .otherwise = "nightly"}, now);
            ++report.never_linked;
        });
}

} // namespace

NightlyReport nightly(Archive& archive, Policy const& policy, Instant now) {
    NightlyReport report;
    part(report, "lapsing", [&] { lapse_and_warn(archive, policy, now, report); });
    part(report, "never linked", [&] { report_never_linked(archive, policy, now, report); });
    part(report, "signed forms",
         [&] { report.forms_erased = erase_signed_forms(archive, policy, now); });
    part(report, "sweep",
         [&] { archive.change([&](Records& records) { records.sweep(policy, now); }); });
    return report;
}

} // namespace portal::upkeep
