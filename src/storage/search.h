#pragma once
#include "portal/accounts/account.h"

#include <array>
#include <string>
#include <string_view>

namespace storage {

/// How the columns for search and order are made now (P2.14, P6.6); kept with each row. A change of
/// what the functions below make is a higher number, and a migration with indexes for it.
constexpr std::int64_t folding = 2;

/// By what lists go: of a person surname, given names, prefix; folded, and cut to what an index
/// holds.
std::string order_of(portal::Person const& person);
std::string order_of_organisation(std::string_view name);
/// What a search for users looks at: name, mail address, username, function, telephone number with
/// and without the country's, the administrator's roles (as `joined` writes them).
std::string searched_in(portal::Person const& person, std::string_view username,
                        std::string_view administrator_roles);

/// A pattern for `like ... escape '\'` that finds the folded text anywhere.
std::string anywhere(std::string_view text);

/// A pattern for each word of a search: a user is found when all of them are, in any order.
constexpr std::size_t most_words = 6;
using WordPatterns = std::array<std::string, most_words>; ///< those not needed find everything
WordPatterns words_anywhere(std::string_view search);

} // namespace storage
