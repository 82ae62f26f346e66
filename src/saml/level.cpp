#include "saml/level.h"

#include "foundation/fault.h"

#include <algorithm>
#include <array>
#include <utility>

namespace saml {

namespace {

using enum portal::AssuranceLevel;

constexpr std::array known{
    std::pair{std::string_view{"urn:etoegang:core:assurance-class:loa1"}, loa1},
    std::pair{std::string_view{"urn:etoegang:core:assurance-class:loa2"}, loa2},
    std::pair{std::string_view{"urn:etoegang:core:assurance-class:loa2plus"}, loa2plus},
    std::pair{std::string_view{"urn:etoegang:core:assurance-class:loa3"}, loa3},
    std::pair{std::string_view{"urn:etoegang:core:assurance-class:loa4"}, loa4}};

} // namespace

std::optional<portal::AssuranceLevel> level_named(std::string_view class_ref) {
    auto const found =
        std::ranges::find(known, class_ref, [](auto const& entry) { return entry.first; });
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::string_view class_ref_of(portal::AssuranceLevel level) {
    auto const found =
        std::ranges::find(known, level, [](auto const& entry) { return entry.second; });
    foundation::ensure(found != known.end());
    return found->first;
}

} // namespace saml
