#pragma once
#include "saml/support/cases.h"

#include <string>

/// Rows of a table of attacks: one text of a message replaced by another, before it is signed.
namespace world {

Case in_assertion(std::string name, std::string from, std::string to, std::string outcome);
Case in_response(std::string name, std::string from, std::string to, std::string outcome);
Case in_answer(std::string name, std::string from, std::string to, std::string outcome);
/// A Status of this top level, with this second level if it is not empty.
std::string status(std::string const& top, std::string const& second);
/// A Response that tells of a failure and holds no Assertion.
Case failing(std::string name, std::string top, std::string second, std::string outcome);
Case with_level(std::string name, std::string level, std::string outcome);
Case with_attribute(std::string name, std::string attribute, std::string outcome);

} // namespace world
