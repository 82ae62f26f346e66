#pragma once
#include <string>
#include <string_view>

namespace delivery {

/// A name as people bear it: letters of any script, marks, spaces, apostrophes, hyphens, and full
/// stops that no mail program takes for the address of a web site. What is stored may be older than
/// the rule at the door (P2.14), so a mail looks once more: nobody is greeted as "www.voorbeeld.nl"
/// in the agency's name (P2.17).
bool is_plain_name(std::string_view name);

/// The name, or of one that is not plain only its letters and spaces.
std::string plain_name(std::string_view name);

} // namespace delivery
