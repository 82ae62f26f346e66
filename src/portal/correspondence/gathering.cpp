#include "portal/correspondence/correspondence.h"

#include <algorithm>

namespace portal::correspondence {

std::optional<Gathering> gathering_of(MailKind kind) {
    constexpr Gathering can_wait{.first = Policy::gathering, .apart = Policy::between_notices};
    constexpr Gathering cannot_wait{.first = foundation::Duration{0}, .apart = Policy::gathering};
    switch (kind) {
    case MailKind::contact_changed:
    case MailKind::grants_changed:
    case MailKind::never_linked:
        return can_wait;
    case MailKind::code_requested:
    case MailKind::mail_undelivered:
    case MailKind::letter_made:
    case MailKind::letter_made_to_administrator:
    case MailKind::code_sent_to_administrator:
        return cannot_wait;
    case MailKind::registration_confirmed:
    case MailKind::activation_code:
    case MailKind::linked:
    case MailKind::linked_to_administrator:
    case MailKind::linking_attempts_failed:
    case MailKind::linking_blocked:
    case MailKind::unlinked:
    case MailKind::unlinked_to_administrator:
    case MailKind::link_lapsed:
    case MailKind::link_lapses_soon:
    case MailKind::address_code:
    case MailKind::address_changed:
    case MailKind::appointed:
    case MailKind::key_runs_out:
    case MailKind::account_ended:
    case MailKind::account_ended_to_administrator:
        return std::nullopt;
    }
    return std::nullopt;
}

Mail gathered(Mail waiting, Mail const& later) {
    ++waiting.gathered;
    waiting.moment = later.moment;
    if (waiting.failure != later.failure)
        waiting.failure.reset();
    if (waiting.undelivered != later.undelivered)
        waiting.undelivered.reset();
    bool const named = waiting.other_person == later.other_person ||
                       std::ranges::find(waiting.also, later.other_person) != waiting.also.end();
    if (!named && waiting.also.size() + 1 < Policy::names_in_a_mail)
        waiting.also.push_back(later.other_person);
    else if (!named)
        waiting.and_others = true;
    return waiting;
}

} // namespace portal::correspondence
