#pragma once
#include <string>
#include <string_view>

namespace storage {

/// Lower case and without accents, for search and order: "Çelik" is found as "celik" and stands
/// between "Cats" and "Cohen", the same on both databases. Latin letters; others stay as they are.
std::string folded(std::string_view text);

/// A pattern for `like ... escape '\'` that finds the folded text anywhere.
std::string anywhere(std::string_view text);

} // namespace storage
