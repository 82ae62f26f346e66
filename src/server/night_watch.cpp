#include "server/night_watch.h"

#include "foundation/fault.h"
#include "portal/upkeep/expiries.h"
#include "storage/moment.h"
#include "storage/nights.h"

#include <fmt/format.h>

namespace server {

using portal::upkeep::Night;
using portal::upkeep::NightlyReport;
using std::chrono::steady_clock;
using storage::driver::Access;
using storage::driver::Transaction;

namespace {

constexpr std::chrono::seconds between_looks{30};
constexpr std::chrono::minutes between_words{1}; // that it is still at it; the lease is five
constexpr std::chrono::minutes again_after_a_failure{30};

} // namespace

Night counted(Night night, NightlyReport const& report, int expiring) {
    night.lapsed = report.lapsed;
    night.warned = report.warned;
    night.never_linked = report.never_linked;
    night.forms_erased = report.forms_erased;
    night.expiring = expiring;
    night.unreadable = static_cast<int>(report.unreadable.size());
    return night;
}

NightWatch::NightWatch(House& house, portal::Broker const& broker, Log log, std::stop_token ending)
    : house_(house)
    , broker_(broker)
    , log_(std::move(log))
    , asked_(std::move(ending), [this] { ending_.request_stop(); })
    , thread_([this] { run(); }) {}

NightWatch::~NightWatch() {
    ending_.request_stop();
    thread_.join();
}

void NightWatch::run() {
    auto const ending = ending_.get_token();
    while (!ending.stop_requested()) {
        round();
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, ending, between_looks, [] { return false; });
    }
}

void NightWatch::round() {
    try {
        if (auto const night = taken())
            work(*night);
    } catch (foundation::Fault const& fault) {
        log_(fmt::format("fault in the nightly job: {}", fault.what()));
    }
}

std::optional<Night> NightWatch::taken() {
    auto const is_done = [](Transaction& looking) {
        return storage::is_done(looking,
                                portal::upkeep::night_owed(storage::database_clock(looking)));
    };
    if (storage::driver::retrying(house_.database, Access::reading, is_done))
        return std::nullopt;
    held_at_ = steady_clock::now();
    return storage::driver::retrying(house_.database,
                                     [](Transaction& transaction) -> std::optional<Night> {
                                         auto const now = storage::database_clock(transaction);
                                         auto const night = portal::upkeep::night_owed(now);
                                         if (!storage::take_night(transaction, night, now))
                                             return std::nullopt;
                                         return Night{.date = night, .began_at = now};
                                     });
}

/// Between two transactions. Says now and then that it is still at it.
bool NightWatch::goes_on(Night const& night) {
    if (ending_.stop_requested())
        return false;
    if (steady_clock::now() - held_at_ < between_words)
        return true;
    held_at_ = steady_clock::now();
    return storage::driver::retrying(house_.database, [&](Transaction& transaction) {
        return storage::hold_night(transaction, night, storage::database_clock(transaction));
    });
}

void NightWatch::work(Night const& night) {
    auto const report = portal::upkeep::nightly(*house_.archive, house_.policy, night.began_at,
                                                [&] { return goes_on(night); });
    for (auto const& id : report.unreadable)
        log_(fmt::format("nightly: account {} cannot be read and is left out", id));
    for (auto const& part : report.failed)
        log_(fmt::format("nightly: a part did not come to its end: {}", part));
    int expiring = 0;
    if (!report.cut_short)
        expiring = portal::upkeep::warn_of_expiries(
            *house_.archive, broker_.condition(night.began_at).expiries, night.began_at);
    log_(fmt::format("nightly night={} lapsed={} warned={} never_linked={} forms_erased={} "
                     "expiring={} {}",
                     foundation::iso_date(night.date), report.lapsed, report.warned,
                     report.never_linked, report.forms_erased, expiring,
                     report.cut_short        ? "cut short by the end of the program"
                     : report.failed.empty() ? "done"
                                             : "to be done again"));
    settle(counted(night, report, expiring), report);
}

void NightWatch::settle(Night night, NightlyReport const& report) {
    storage::driver::retrying(house_.database, [&](Transaction& transaction) {
        auto const now = storage::database_clock(transaction);
        if (report.cut_short)
            return storage::put_off_night(transaction, night, now);
        if (!report.failed.empty())
            return storage::put_off_night(transaction, night, now + again_after_a_failure);
        night.ended_at = now;
        storage::keep_night(transaction, night);
    });
}

} // namespace server
