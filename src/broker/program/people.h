#pragma once
#include "broker/messages/staff.h"
#include "broker/pages/pages.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace broker::program {

/// The invented people of the demonstration, all of organisations that do not exist.
std::vector<pages::Listed> const& demonstration_people();

/// Invented members of the agency's staff, one for each role and one without.
std::vector<StaffMember> const& demonstration_staff();

/// The same from a file: [[person]] with name, level, note, and organisations with kvk, name, rsin.
std::expected<std::vector<pages::Listed>, std::string> read_people(std::string_view toml);

/// [{"name", "kvk", "organisation", "pseudonym", "level"}], one for each person and organisation.
std::string people_as_json(std::vector<pages::Listed> const& people,
                           std::string_view service_provider);

/// The same to be read: a line for each.
std::string people_as_text(std::vector<pages::Listed> const& people,
                           std::string_view service_provider);

} // namespace broker::program
