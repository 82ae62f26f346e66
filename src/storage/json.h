#pragma once
#include "portal/archive.h"

#include <map>
#include <string>
#include <vector>

namespace storage {

/// Values that are kept and read as a whole: a JSON object or array in one column. Reading throws a
/// Fault when the text is not what was written.
std::string json_of(std::map<std::string, std::string> const& values);
std::map<std::string, std::string> values_from(std::string const& json);

std::string json_of(std::vector<portal::OwnedAttribute> const& attributes);
std::vector<portal::OwnedAttribute> attributes_from(std::string const& json);

std::string json_of(portal::Mail const& mail);
portal::Mail mail_from(std::string const& json);

} // namespace storage
