#include "portal/identity.h"

#include "foundation/text.h"

namespace portal {

std::optional<KvkNumber> KvkNumber::parse(std::string_view text) {
    if (text.size() != 8 || !foundation::all_digits(text))
        return std::nullopt;
    return KvkNumber{std::string{text}};
}

} // namespace portal
