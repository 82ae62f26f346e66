#include "storage/words.h"

#include "foundation/fault.h"
#include "foundation/text.h"

namespace storage {

using foundation::Fault;
using portal::AppointmentState;
using portal::AssuranceLevel;
using portal::Door;
using portal::Language;
using portal::MailFailure;
using portal::MailKind;
using portal::ScanKind;
using portal::StaffRole;
using portal::keys::Holding;
using portal::linking::Step;
using portal::overview::Choice;
using portal::signing_in::Refused;

namespace {

// A value that an enum does not have has no word, and that is where from_word stops: a new value is
// found without anybody telling how many there are. All count from 0 without a gap.

std::string_view text_of(Language value) {
    switch (value) {
    case Language::dutch:
        return "nl";
    case Language::english:
        return "en";
    }
    return {};
}

std::string_view text_of(AssuranceLevel value) {
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
    return {};
}

std::string_view text_of(StaffRole value) {
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
    return {};
}

std::string_view text_of(Door value) {
    switch (value) {
    case Door::eherkenning:
        return "eherkenning";
    case Door::agency:
        return "agency";
    }
    return {};
}

std::string_view text_of(AppointmentState value) {
    switch (value) {
    case AppointmentState::waiting:
        return "waiting";
    case AppointmentState::approved:
        return "approved";
    case AppointmentState::declined:
        return "declined";
    }
    return {};
}

std::string_view text_of(ScanKind value) {
    switch (value) {
    case ScanKind::pdf:
        return "pdf";
    case ScanKind::jpeg:
        return "jpeg";
    case ScanKind::png:
        return "png";
    }
    return {};
}

std::string_view text_of(Step value) {
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
    return {};
}

std::string_view text_of(Choice value) {
    switch (value) {
    case Choice::by_use:
        return "by_use";
    case Choice::pinned:
        return "pinned";
    case Choice::removed:
        return "removed";
    }
    return {};
}

std::string_view text_of(Refused value) {
    switch (value) {
    case Refused::departed:
        return "departed";
    case Refused::stranger:
        return "stranger";
    }
    return {};
}

std::string_view text_of(MailKind value) { return portal::name_of(value); }
std::string_view text_of(MailFailure value) { return portal::name_of(value); }
std::string_view text_of(Holding value) { return portal::keys::name_of(value); }

template<class Enum>
std::string_view checked(Enum value) {
    auto const text = text_of(value);
    foundation::ensure(!text.empty(), "an enum holds a value that it does not have");
    return text;
}

} // namespace

std::string_view word(Language value) { return checked(value); }
std::string_view word(AssuranceLevel value) { return checked(value); }
std::string_view word(StaffRole value) { return checked(value); }
std::string_view word(Door value) { return checked(value); }
std::string_view word(AppointmentState value) { return checked(value); }
std::string_view word(ScanKind value) { return checked(value); }
std::string_view word(Step value) { return checked(value); }
std::string_view word(Choice value) { return checked(value); }
std::string_view word(MailKind value) { return checked(value); }
std::string_view word(MailFailure value) { return checked(value); }
std::string_view word(Holding value) { return checked(value); }
std::string_view word(Refused value) { return checked(value); }

template<class Enum>
Enum from_word(std::string_view text) {
    for (auto number = 0;; ++number) {
        auto const value = static_cast<Enum>(number);
        if (text_of(value).empty())
            throw Fault("a stored word is not known: " + std::string{text});
        if (text_of(value) == text)
            return value;
    }
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
template MailFailure from_word(std::string_view);
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
