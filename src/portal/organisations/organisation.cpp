#include "portal/organisations/organisation.h"

#include <algorithm>

namespace portal {

bool Organisation::has(KvkNumber const& kvk) const {
    return std::ranges::find(kvk_numbers, kvk) != kvk_numbers.end();
}

bool Organisation::owns(std::string_view type, std::string_view value) const {
    return std::ranges::any_of(attributes, [&](OwnedAttribute const& owned) {
        return owned.type == type && owned.value == value;
    });
}

} // namespace portal
