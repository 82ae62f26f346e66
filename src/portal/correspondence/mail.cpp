#include "portal/correspondence/mail.h"

namespace portal {

std::string_view name_of(MailKind kind) {
    switch (kind) {
    case MailKind::registration_confirmed:
        return "registration_confirmed";
    case MailKind::activation_code:
        return "activation_code";
    case MailKind::code_requested:
        return "code_requested";
    case MailKind::linked:
        return "linked";
    case MailKind::linked_to_administrator:
        return "linked_to_administrator";
    case MailKind::linking_attempts_failed:
        return "linking_attempts_failed";
    case MailKind::linking_blocked:
        return "linking_blocked";
    case MailKind::unlinked:
        return "unlinked";
    case MailKind::unlinked_to_administrator:
        return "unlinked_to_administrator";
    case MailKind::link_lapsed:
        return "link_lapsed";
    case MailKind::link_lapses_soon:
        return "link_lapses_soon";
    case MailKind::never_linked:
        return "never_linked";
    case MailKind::address_code:
        return "address_code";
    case MailKind::address_changed:
        return "address_changed";
    case MailKind::contact_changed:
        return "contact_changed";
    case MailKind::grants_changed:
        return "grants_changed";
    case MailKind::appointed:
        return "appointed";
    case MailKind::key_runs_out:
        return "key_runs_out";
    case MailKind::account_ended:
        return "account_ended";
    case MailKind::mail_undelivered:
        return "mail_undelivered";
    case MailKind::letter_made:
        return "letter_made";
    case MailKind::letter_made_to_administrator:
        return "letter_made_to_administrator";
    case MailKind::code_sent_to_administrator:
        return "code_sent_to_administrator";
    case MailKind::account_ended_to_administrator:
        return "account_ended_to_administrator";
    }
    return {};
}

MailClass class_of(MailKind kind) {
    switch (kind) {
    case MailKind::activation_code:
    case MailKind::address_code:
    case MailKind::unlinked:
    case MailKind::unlinked_to_administrator:
        return MailClass::urgent;
    case MailKind::registration_confirmed:
    case MailKind::code_requested:
    case MailKind::linked:
    case MailKind::linked_to_administrator:
    case MailKind::linking_attempts_failed:
    case MailKind::linking_blocked:
    case MailKind::address_changed:
    case MailKind::contact_changed:
    case MailKind::grants_changed:
    case MailKind::appointed:
    case MailKind::key_runs_out:
    case MailKind::account_ended:
    case MailKind::mail_undelivered:
    case MailKind::letter_made:
    case MailKind::letter_made_to_administrator:
    case MailKind::code_sent_to_administrator:
    case MailKind::account_ended_to_administrator:
        return MailClass::notice;
    case MailKind::link_lapsed:
    case MailKind::link_lapses_soon:
    case MailKind::never_linked:
        return MailClass::bulk;
    }
    return MailClass::notice;
}

std::vector<MailKind> every_mail_kind() {
    std::vector<MailKind> kinds;
    for (int number = 0; !name_of(static_cast<MailKind>(number)).empty(); ++number)
        kinds.push_back(static_cast<MailKind>(number));
    return kinds;
}

std::optional<MailKind> mail_kind_named(std::string_view name) {
    for (auto const kind : every_mail_kind())
        if (name_of(kind) == name)
            return kind;
    return std::nullopt;
}

std::string_view name_of(MailClass value) {
    switch (value) {
    case MailClass::urgent:
        return "urgent";
    case MailClass::notice:
        return "notice";
    case MailClass::bulk:
        return "bulk";
    }
    return {};
}

std::string_view name_of(MailFailure failure) {
    switch (failure) {
    case MailFailure::unknown_receiver:
        return "unknown_receiver";
    case MailFailure::mailbox_full:
        return "mailbox_full";
    case MailFailure::unwanted:
        return "unwanted";
    case MailFailure::too_large:
        return "too_large";
    case MailFailure::refused_otherwise:
        return "refused_otherwise";
    case MailFailure::no_answer:
        return "no_answer";
    case MailFailure::impossible:
        return "impossible";
    }
    return {};
}

std::optional<MailFailure> mail_failure_named(std::string_view name) {
    for (int number = 0;; ++number) {
        auto const failure = static_cast<MailFailure>(number);
        if (name_of(failure).empty())
            return std::nullopt;
        if (name_of(failure) == name)
            return failure;
    }
}

bool is_refusal(MailFailure failure) {
    return failure != MailFailure::no_answer && failure != MailFailure::impossible;
}

} // namespace portal
