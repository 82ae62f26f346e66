#include "portal/accounts/account.h"

#include "foundation/text.h"

#include <algorithm>

namespace portal {

using foundation::Instant;

Instant Link::lapses_at(Policy const& policy) const {
    return foundation::months_later(last_sign_in_at.value_or(linked_at), policy.dormancy_months);
}

bool Grant::holds(Instant now) const {
    if (withdrawn_at && *withdrawn_at <= now)
        return false;
    auto const today = foundation::in_amsterdam(now).date;
    return from <= today && (!until || today <= *until);
}

AccountState state_of(Account const& account, Policy const& policy, Instant now) {
    if (account.ended(now))
        return AccountState::ended;
    if (account.link) {
        auto const lapses = account.link->lapses_at(policy);
        if (now >= lapses)
            return AccountState::lapsed;
        if (now >= lapses - std::chrono::days{90})
            return AccountState::dormant_soon;
        return AccountState::linked;
    }
    if (account.attempts.blocked(now))
        return AccountState::blocked;
    if (account.code && now < account.code->expires_at(policy))
        return AccountState::code_sent;
    if (account.letter_handed_over_on)
        return AccountState::handed_over;
    if (account.letter_made_at)
        return AccountState::letter_made;
    return AccountState::registered;
}

namespace {

bool is_domain_label(std::string_view label) {
    return !label.empty() && label.size() <= 63 && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '-';
           });
}

bool is_local_part(std::string_view part) {
    constexpr std::string_view marks = "!#$%&'*+-/=?^_`{|}~.";
    return !part.empty() && part.size() <= 64 && part.front() != '.' && part.back() != '.' &&
           part.find("..") == std::string_view::npos && std::ranges::all_of(part, [&](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      marks.find(c) != std::string_view::npos;
           });
}

} // namespace

bool is_mail_address(std::string_view text) {
    auto const at = text.find('@');
    if (at == std::string_view::npos || text.size() > 254)
        return false;
    auto const labels = foundation::split(text.substr(at + 1), '.');
    return is_local_part(text.substr(0, at)) && labels.size() >= 2 && labels.back().size() >= 2 &&
           std::ranges::all_of(labels, is_domain_label);
}

bool is_phone_number(std::string_view text) {
    int digits = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c >= '0' && c <= '9')
            ++digits;
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && !(c == '+' && i == 0))
            return false;
    }
    return digits >= 8 && digits <= 15;
}

} // namespace portal
