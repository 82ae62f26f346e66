#include "web/signing_in/doorstep.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace web::signing_in {

using portal::Allowance;
using portal::signing_in::Refused;
using portal::signing_in::RefusedSignIn;

namespace {

// A line has some 150 bytes: 5 MB in ten minutes is 55 a second.
constexpr Allowance::Rate lines_of_departed{.each_second = 30, .at_once = 300};
constexpr Allowance::Rate lines_of_strangers{.each_second = 10, .at_once = 200};
// Written once a second.
constexpr std::size_t departed_waiting = 500;
constexpr std::size_t strangers_waiting = 20;
constexpr std::size_t used_remembered = 20'000; // of departures and messages together

std::size_t most_waiting(Refused whose) {
    return whose == Refused::departed ? departed_waiting : strangers_waiting;
}

} // namespace

Doorstep::Doorstep(Allowance::Rate signatures)
    : signatures_(signatures)
    , kinds_{Kind{lines_of_departed}, Kind{lines_of_strangers}} {}

bool Doorstep::may_sign(foundation::Instant now) {
    std::scoped_lock const lock{mutex_};
    return signatures_.take(now);
}

bool Doorstep::is_used_up(std::string const& digest) const {
    std::scoped_lock const lock{mutex_};
    return used_.contains(digest);
}

bool Doorstep::use_up(std::string const& digest) {
    std::scoped_lock const lock{mutex_};
    if (!used_.insert(digest).second)
        return false;
    used_in_order_.push_back(digest);
    if (used_in_order_.size() > used_remembered) {
        used_.erase(used_in_order_.front());
        used_in_order_.pop_front();
    }
    return true;
}

void Doorstep::put_by(RefusedSignIn refused) {
    std::scoped_lock const lock{mutex_};
    auto& waiting = of(refused.whose).waiting;
    if (waiting.size() < most_waiting(refused.whose))
        waiting.push_back(std::move(refused));
}

void Doorstep::keep(portal::Archive& archive) {
    std::vector<RefusedSignIn> all;
    std::array<std::size_t, 2> taken{};
    {
        std::scoped_lock const lock{mutex_};
        for (std::size_t i = 0; i < kinds_.size(); ++i) {
            taken[i] = kinds_[i].waiting.size();
            std::ranges::copy(kinds_[i].waiting, std::back_inserter(all));
        }
    }
    if (all.empty())
        return;
    archive.note([&](portal::Records& records) {
        records.keep_refused(all, portal::signing_in::refusals_kept);
    });
    std::scoped_lock const lock{mutex_};
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
        auto& waiting = kinds_[i].waiting;
        waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(taken[i]));
    }
}

std::optional<std::uint64_t> Doorstep::may_log(Refused whose, foundation::Instant now) {
    std::scoped_lock const lock{mutex_};
    auto& kind = of(whose);
    if (!kind.log.take(now)) {
        ++kind.unlogged;
        return std::nullopt;
    }
    return std::exchange(kind.unlogged, 0);
}

} // namespace web::signing_in
