#include "server/housekeeping.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "foundation/unicode.h"

#include <fmt/format.h>

namespace server {

namespace {

constexpr std::chrono::seconds between_rounds{1};
constexpr std::chrono::minutes between_sweeps{1};

} // namespace

Housekeeping::Housekeeping(House& house, web::signing_in::Doorstep& doorstep, Log log)
    : house_(house)
    , doorstep_(doorstep)
    , log_(std::move(log))
    , thread_([this] { run(); }) {}

Housekeeping::~Housekeeping() {
    {
        std::lock_guard const lock{mutex_};
        ending_ = true;
    }
    wake_.notify_all();
    thread_.join();
}

/// Whether it went well. A database that is away is said once, not each second.
bool Housekeeping::round() {
    auto const now = clock_now();
    try {
        doorstep_.keep(*house_.archive);
        if (now - swept_at_ >= between_sweeps) {
            house_.archive->note(
                [&](portal::Records& records) { records.forget_arrivals(house_.policy, now); });
            swept_at_ = now;
        }
        return true;
    } catch (foundation::Fault const& fault) {
        if (in_order_)
            log_(fmt::format("fault in the housekeeping: {}", fault.what()));
        return false;
    }
}

void Housekeeping::run() {
    for (;;) {
        in_order_ = round();
        std::unique_lock lock{mutex_};
        if (wake_.wait_for(lock, between_rounds, [this] { return ending_; }))
            break;
    }
    round();
}

std::optional<std::string> refusals_told(portal::Archive& archive, std::string_view code) {
    auto const wanted = foundation::upper_ascii(foundation::without_separators(code));
    auto const found =
        archive.look([&](portal::Records& records) { return records.refused_under(wanted); });
    if (found.empty())
        return std::nullopt;
    std::string text;
    for (auto const& refused : found) {
        bool const staff = refused.door == portal::Door::agency;
        bool const departed = refused.whose == portal::signing_in::Refused::departed;
        text += fmt::format("{}code     {}\nmoment   {}\ndoor     {}\nreason   {}\n"
                            "check    {}\npage     {}\ncame     {}\n",
                            text.empty() ? "" : "\n", refused.code, foundation::rfc3339(refused.at),
                            staff ? "staff" : "eHerkenning", refused.reason,
                            refused.detail.empty() ? "-" : refused.detail, refused.words,
                            departed ? "back from a login that began here"
                                     : "without a login that began here, or with one that was used "
                                       "or too old");
    }
    text.pop_back();
    return text;
}

} // namespace server
