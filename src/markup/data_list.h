#pragma once
#include "markup/html.h"

#include <optional>
#include <string>
#include <vector>

namespace markup {

/// "Wijzig" with the subject read out behind it, so that the links can be told apart.
struct Change {
    std::string label;
    std::string subject;
    Url to;
};
struct Datum {
    std::string key;
    Html value; ///< text(...) for plain words
    std::optional<Change> change{};
};
Html data_list(std::vector<Datum> const& data);
/// Key above value, for a narrow column.
Html stacked_data_list(std::vector<Datum> const& data);
/// What each status means.
struct Meaning {
    Html term;
    std::string words;
};
Html meanings(std::vector<Meaning> const& meanings);
/// A code or a number that is copied by eye.
Html mono(std::string_view code);
Html moment(std::string_view iso, std::string_view words);

} // namespace markup
