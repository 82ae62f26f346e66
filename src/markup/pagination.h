#pragma once
#include "markup/html.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace markup {

struct Pagination {
    std::string label;   ///< "Pagina’s"
    std::string summary; ///< "1 tot en met 7 van 47 gebruikers"
    std::string page;    ///< "Pagina ", read out before a number
    std::string previous;
    std::string next;
    std::size_t current; ///< 1 is the first
    std::size_t last;
    Url to;                       ///< the list with its filter
    std::string field = "pagina"; ///< the name in the query that says which page
};

/// The first, the last and the pages around this one. With one page only the summary.
Html pagination(Pagination const& pagination);

/// "47 gebruikers gevonden", above the list; read out when the page opens.
Html results(std::string_view words);

} // namespace markup
