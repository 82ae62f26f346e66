#include "portal/acting/ticket.h"

#include <algorithm>

namespace portal {

std::optional<Ticket> Ticket::parse(std::string_view text) {
    bool const hexadecimal = std::ranges::all_of(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    return hexadecimal && text.size() == 2 * bytes ? std::optional{Ticket{std::string{text}}}
                                                   : std::nullopt;
}

} // namespace portal
