#pragma once
#include <string>
#include <string_view>

namespace broker {

/// The acting person's specific pseudonym (eherkenning.md 6.1): the same for the same person,
/// represented organisation and service provider, another one when any of the three differs.
///
///     sha256_hex(person_key + "\n" + kvk + "\n" + service_provider) + "@" + md5_hex(kvk)
///
/// Without an organisation (nobody is represented): the first half, with an empty kvk.
std::string pseudonym(std::string_view person_key, std::string_view kvk,
                      std::string_view service_provider);

/// What stands for a person in the formula: the name in lower case, with '-' for white space, so
/// that somebody typed in by hand is the demo person of that name.
std::string person_key(std::string_view name);

} // namespace broker
