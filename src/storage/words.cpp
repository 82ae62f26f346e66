#include "storage/words.h"

#include "foundation/fault.h"
#include "foundation/text.h"

namespace storage {

using foundation::bug;
using foundation::Fault;
using portal::AppointmentState;
using portal::AssuranceLevel;
using portal::Door;
using portal::Language;
using portal::MailKind;
using portal::ScanKind;
using portal::StaffRole;
using portal::keys::Holding;
using portal::linking::Step;
using portal::overview::Choice;
using portal::signing_in::Refused;

namespace {

constexpr auto no_such_value = "an enum holds a value that it does not have";

/// The last value of each enum; all count from 0 without a gap.
template<class Enum>
constexpr auto last = Enum{};
template<>
constexpr auto last<Language> = Language::english;
template<>
constexpr auto last<AssuranceLevel> = AssuranceLevel::loa4;
template<>
constexpr auto last<StaffRole> = StaffRole::security_officer;
template<>
constexpr auto last<Door> = Door::agency;
template<>
constexpr auto last<AppointmentState> = AppointmentState::declined;
template<>
constexpr auto last<ScanKind> = ScanKind::png;
template<>
constexpr auto last<Step> = Step::combination;
template<>
constexpr auto last<Choice> = Choice::removed;
template<>
constexpr auto last<MailKind> = MailKind::account_ended;
template<>
constexpr auto last<Holding> = Holding::broker_metadata;
template<>
constexpr auto last<Refused> = Refused::stranger;

} // namespace

std::string_view word(Language value) {
    switch (value) {
    case Language::dutch:
        return "nl";
    case Language::english:
        return "en";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(AssuranceLevel value) {
    switch (value) {
    case AssuranceLevel::loa1:
        return "loa1";
    case AssuranceLevel::loa2:
        return "loa2";
    case AssuranceLevel::loa2plus:
        return "loa2plus";
    case AssuranceLevel::loa3:
        return "loa3";
    case AssuranceLevel::loa4:
        return "loa4";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(StaffRole value) {
    switch (value) {
    case StaffRole::registrar:
        return "registrar";
    case StaffRole::approver:
        return "approver";
    case StaffRole::helpdesk:
        return "helpdesk";
    case StaffRole::auditor:
        return "auditor";
    case StaffRole::catalogue_editor:
        return "catalogue-editor";
    case StaffRole::communications:
        return "communications";
    case StaffRole::security_officer:
        return "security-officer";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(Door value) {
    switch (value) {
    case Door::eherkenning:
        return "eherkenning";
    case Door::agency:
        return "agency";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(AppointmentState value) {
    switch (value) {
    case AppointmentState::waiting:
        return "waiting";
    case AppointmentState::approved:
        return "approved";
    case AppointmentState::declined:
        return "declined";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(ScanKind value) {
    switch (value) {
    case ScanKind::pdf:
        return "pdf";
    case ScanKind::jpeg:
        return "jpeg";
    case ScanKind::png:
        return "png";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(Step value) {
    switch (value) {
    case Step::before_you_begin:
        return "before_you_begin";
    case Step::disclaimer:
        return "disclaimer";
    case Step::terms:
        return "terms";
    case Step::combination:
        return "combination";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(Choice value) {
    switch (value) {
    case Choice::by_use:
        return "by_use";
    case Choice::pinned:
        return "pinned";
    case Choice::removed:
        return "removed";
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(MailKind value) {
    switch (value) {
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
    }
    bug(no_such_value, std::source_location::current());
}

std::string_view word(Holding value) { return portal::keys::name_of(value); }

std::string_view word(Refused value) {
    switch (value) {
    case Refused::departed:
        return "departed";
    case Refused::stranger:
        return "stranger";
    }
    bug(no_such_value, std::source_location::current());
}

template<class Enum>
Enum from_word(std::string_view text) {
    for (auto number = 0; number <= static_cast<int>(last<Enum>); ++number)
        if (word(static_cast<Enum>(number)) == text)
            return static_cast<Enum>(number);
    throw Fault("a stored word is not known: " + std::string{text});
}

template Language from_word(std::string_view);
template AssuranceLevel from_word(std::string_view);
template StaffRole from_word(std::string_view);
template Door from_word(std::string_view);
template AppointmentState from_word(std::string_view);
template ScanKind from_word(std::string_view);
template Step from_word(std::string_view);
template Choice from_word(std::string_view);
template MailKind from_word(std::string_view);
template Holding from_word(std::string_view);
template Refused from_word(std::string_view);

std::string joined(std::vector<std::string> const& codes) {
    auto text = std::string{};
    for (auto const& code : codes) {
        foundation::ensure(!code.empty() && code.find(',') == code.npos, "not a code");
        text += (text.empty() ? "" : ",") + code;
    }
    return text;
}

std::string joined(std::vector<StaffRole> const& roles) {
    auto names = std::vector<std::string>{};
    for (auto const role : roles)
        names.emplace_back(word(role));
    return joined(names);
}

std::vector<std::string> codes(std::string_view text) {
    if (text.empty())
        return {};
    auto const parts = foundation::split(text, ',');
    return {parts.begin(), parts.end()};
}

std::vector<StaffRole> staff_roles(std::string_view text) {
    auto roles = std::vector<StaffRole>{};
    for (auto const& name : codes(text))
        roles.push_back(from_word<StaffRole>(name));
    return roles;
}

} // namespace storage
