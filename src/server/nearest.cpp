#include "server/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace server {

namespace {

/// Levenshtein's distance, a row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            auto const changed = diagonal + (a[i] == b[j] ? 0U : 1U);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string_view nearest(std::string_view given, std::span<std::string_view const> names) {
    std::string_view best;
    std::size_t least = given.size() / 2 + 1;
    for (auto const name : names) {
        auto const away = distance(given, name);
        if (away < least) {
            least = away;
            best = name;
        }
    }
    return best;
}

} // namespace server
