#include "portal/identity/pseudonym.h"

#include "foundation/text.h"

namespace portal {

std::optional<Pseudonym> Pseudonym::parse(std::string_view text) {
    constexpr std::size_t person = 64;
    constexpr std::size_t represented = 32;
    if (text.size() != person + 1 + represented || text[person] != '@' ||
        !foundation::unhex(text.substr(0, person)) || !foundation::unhex(text.substr(person + 1)))
        return std::nullopt;
    return Pseudonym{foundation::lower_ascii(text)};
}

} // namespace portal
