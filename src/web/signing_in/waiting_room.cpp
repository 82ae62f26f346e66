#include "web/signing_in/waiting_room.h"

#include "foundation/randomness.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace web::signing_in {

namespace {

/// An outcome that nobody fetched by then is forgotten: a call takes ten seconds at most, and the
/// page asks every other second.
constexpr std::chrono::minutes kept_for{2};
constexpr std::size_t most_kept = 1000;

constexpr std::chrono::seconds longest_call{12}; // its ten, and a way back
constexpr std::size_t moment_digits = 16;
constexpr std::size_t chance_bytes = 16;

} // namespace

std::shared_ptr<WaitingRoom> open_waiting_room() { return std::make_shared<WaitingRoom>(); }

std::string new_number(foundation::Randomness& randomness, foundation::Instant now) {
    return fmt::format("{:0{}x}", now.time_since_epoch().count(), moment_digits) +
           foundation::random_hex(randomness, chance_bytes);
}

bool may_be_elsewhere(std::string_view number, foundation::Instant now) {
    if (number.size() != moment_digits + 2 * chance_bytes)
        return false;
    foundation::Duration::rep given = 0;
    auto const* const end = number.data() + moment_digits;
    auto const [stop, error] = std::from_chars(number.data(), end, given, 16);
    if (error != std::errc{} || stop != end)
        return false;
    auto const moment = foundation::Instant{foundation::Duration{given}};
    return now - longest_call < moment && moment < now + longest_call;
}

void Call::make() {
    ask_();
    give_back();
}

void Call::give_back() {
    if (ration_)
        room_.leaves(*ration_);
    ration_.reset();
}

bool Call::is_answered() const {
    return answer_.wait_for(std::chrono::seconds{0}) == std::future_status::ready;
}

Received Call::answer() { return answer_.get(); }

std::shared_ptr<Call> WaitingRoom::admit(Call::Visitor visitor,
                                         std::optional<std::string> const& address,
                                         foundation::Instant now, std::function<Received()> ask) {
    std::optional<Doorkeeper::Ration> ration;
    {
        std::lock_guard const lock{mutex_};
        ration = doorkeeper_.admit({.browser = visitor.browser,
                                    .address = address,
                                    .departed_at = visitor.note.pending.departed_at},
                                   now);
    }
    if (!ration)
        return nullptr;
    return std::shared_ptr<Call>{
        new Call{*this, *std::move(ration), std::move(visitor), std::move(ask)}};
}

void WaitingRoom::keep(std::string number, std::shared_ptr<Call> call, foundation::Instant now) {
    std::vector<Kept> forgotten;
    std::lock_guard const lock{mutex_};
    forgotten = outdated(now);
    kept_.push_back({.number = std::move(number), .since = now, .call = std::move(call)});
}

WaitingRoom::Found WaitingRoom::find(std::string_view number, std::string const& browser,
                                     foundation::Instant now) {
    std::vector<Kept> forgotten;
    std::lock_guard const lock{mutex_};
    forgotten = outdated(now);
    auto const found = std::ranges::find_if(kept_, [&](Kept const& kept) {
        return kept.number == number && kept.call->visitor().browser == browser;
    });
    if (found == kept_.end())
        return {};
    Found one{.call = found->call, .is_answered = found->call->is_answered()};
    if (one.is_answered)
        kept_.erase(found);
    return one;
}

std::size_t WaitingRoom::under_way() const {
    std::lock_guard const lock{mutex_};
    return doorkeeper_.taken();
}

void WaitingRoom::leaves(Doorkeeper::Ration const& ration) {
    std::lock_guard const lock{mutex_};
    doorkeeper_.leaves(ration);
}

std::vector<WaitingRoom::Kept> WaitingRoom::outdated(foundation::Instant now) {
    std::vector<Kept> found;
    while (!kept_.empty() && (kept_.front().since + kept_for <= now || kept_.size() >= most_kept)) {
        found.push_back(std::move(kept_.front()));
        kept_.pop_front();
    }
    return found;
}

} // namespace web::signing_in
