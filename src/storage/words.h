#pragma once
#include "portal/archive.h"

#include <string>
#include <string_view>
#include <vector>

namespace storage {

/// The word under which a value of an enum is stored. Numbers would change their meaning when the
/// enum does.
std::string_view word(portal::Language value);
std::string_view word(portal::AssuranceLevel value);
std::string_view word(portal::StaffRole value);
std::string_view word(portal::Door value);
std::string_view word(portal::AppointmentState value);
std::string_view word(portal::ScanKind value);
std::string_view word(portal::linking::Step value);
std::string_view word(portal::overview::Choice value);
std::string_view word(portal::MailKind value);
std::string_view word(portal::MailFailure value);
std::string_view word(portal::keys::Holding value);
std::string_view word(portal::signing_in::Refused value);

/// Classes of mail are stored as numbers, in the order in which they leave.
constexpr std::int64_t stored(portal::MailClass value) { return static_cast<std::int64_t>(value); }

/// Back again; a Fault when the stored text is no such word.
template<class Enum>
Enum from_word(std::string_view text);

/// Codes (letters, digits, hyphens) in one column, with commas between them.
std::string joined(std::vector<std::string> const& codes);
std::string joined(std::vector<portal::StaffRole> const& roles);
std::vector<std::string> codes(std::string_view text);
std::vector<portal::StaffRole> staff_roles(std::string_view text);

} // namespace storage
