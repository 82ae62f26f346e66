#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace portal::upkeep {

struct CsvRow {
    int line = 0; ///< on which it starts, from 1
    std::vector<std::string> cells;
};

/// RFC 4180: commas, quotes doubled inside quotes, CRLF or LF; an empty line is passed over. A byte
/// order mark at the front is taken off. The complaint names the line where quoting goes wrong.
std::expected<std::vector<CsvRow>, std::string> parse_csv(std::string_view text);

} // namespace portal::upkeep
