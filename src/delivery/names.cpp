#include "delivery/names.h"

#include "foundation/unicode.h"
#include "portal/identity/person_name.h"

namespace delivery {

std::string plain_name(std::string_view name) {
    using foundation::Sign;
    if (auto const plain = portal::PersonName::parse(name))
        return plain->text();
    std::string kept;
    for (std::size_t at = 0; at < name.size();) {
        auto const [sign, bytes] = foundation::sign_at(name, at);
        if (sign != Sign::other && sign != Sign::digit && sign != Sign::stop)
            kept += name.substr(at, bytes);
        at += bytes;
    }
    return kept;
}

std::string greeted_name(std::string_view name) {
    auto const plain = portal::PersonName::parse(name);
    return plain ? plain->text() : std::string{};
}

} // namespace delivery
