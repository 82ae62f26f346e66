#include "portal/accounts/account.h"

#include "portal/identity/mail_address.h"

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
