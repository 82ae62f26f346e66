#include "portal/identity.h"

#include "foundation/text.h"

namespace portal {

std::string_view name_of(AssuranceLevel level) {
    switch (level) {
    case AssuranceLevel::loa1:
        return "loa1";
    case AssuranceLevel::loa2:
        return "loa2";
    case AssuranceLevel::loa2plus:
        return "loa2plus";
    case AssuranceLevel::loa3:
        return "loa3";
    case AssuranceLevel::loa4:
        return "loa4";
    }
    return "";
}

std::optional<KvkNumber> KvkNumber::parse(std::string_view text) {
    if (text.size() != 8 || !foundation::all_digits(text))
        return std::nullopt;
    return KvkNumber{std::string{text}};
}

} // namespace portal
