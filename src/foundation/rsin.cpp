#include "foundation/rsin.h"

#include "foundation/text.h"

namespace foundation {

std::optional<Rsin> Rsin::parse(std::string_view text) {
    if (text.size() != 9 || !all_digits(text))
        return std::nullopt;
    int sum = -(text[8] - '0'); // 9a+8b+...+2h-i is a multiple of 11
    for (int place = 0; place < 8; ++place)
        sum += (9 - place) * (text[static_cast<std::size_t>(place)] - '0');
    return sum % 11 == 0 && text != "000000000" ? std::optional{Rsin{std::string{text}}}
                                                : std::nullopt;
}

} // namespace foundation
