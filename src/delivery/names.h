#pragma once
#include <string>
#include <string_view>

namespace delivery {

/// The name if it is one as people bear it (`portal::PersonName`, P2.14), else only its letters of
/// ASCII and its spaces. What is stored may be older than the rule at the door, so a mail looks
/// once more: nobody is named "www.voorbeeld.nl" in the agency's name (P2.17).
std::string plain_name(std::string_view name);

/// Whom a mail greets: the name, or nobody if it is not one as people bear it.
std::string greeted_name(std::string_view name);

} // namespace delivery
