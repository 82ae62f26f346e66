#include "portal/keys/expiry.h"

namespace portal::keys {

using foundation::Instant;

std::string_view name_of(Holding holding) {
    switch (holding) {
    case Holding::signing:
        return "signing";
    case Holding::next_signing:
        return "next_signing";
    case Holding::decryption:
        return "decryption";
    case Holding::client:
        return "client";
    case Holding::broker_signing:
        return "broker_signing";
    case Holding::broker_metadata:
        return "broker_metadata";
    }
    return {};
}

State state_of(Expiry const& expiry, Instant now) {
    if (now >= expiry.until)
        return State::over;
    if (expiry.from && now < *expiry.from)
        return State::not_yet;
    auto const within = [&](int days) { return now >= expiry.until - std::chrono::days{days}; };
    if (within(days_ahead[2]))
        return State::within_7_days;
    if (within(days_ahead[1]))
        return State::within_30_days;
    return within(days_ahead[0]) ? State::within_60_days : State::good;
}

int days_left(Expiry const& expiry, Instant now) {
    return now >= expiry.until
               ? 0
               : static_cast<int>(
                     std::chrono::floor<std::chrono::days>(expiry.until - now).count());
}

std::optional<int> due_warning(Expiry const& expiry, Instant now) {
    if (now >= expiry.until)
        return std::nullopt;
    std::optional<int> due;
    for (int const days : days_ahead) {
        auto const at = expiry.until - std::chrono::days{days};
        if (now >= at && (!expiry.from || *expiry.from < at))
            due = days;
    }
    return due;
}

} // namespace portal::keys
