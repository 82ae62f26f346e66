#include "broker/messages/person.h"

#include <algorithm>
#include <array>

namespace broker {
namespace {

constexpr std::string_view level_urn = "urn:etoegang:core:assurance-class:";
constexpr auto levels = std::to_array<std::pair<Level, std::string_view>>({
    {Level::loa1, "loa1"},
    {Level::loa2, "loa2"},
    {Level::loa2plus, "loa2plus"},
    {Level::loa3, "loa3"},
    {Level::loa4, "loa4"},
});

} // namespace

std::string_view name_of(Level level) { return levels.at(static_cast<std::size_t>(level)).second; }

std::string urn_of(Level level) { return std::string{level_urn}.append(name_of(level)); }

Level one_below(Level level) {
    return level == Level::loa1 ? level : static_cast<Level>(static_cast<int>(level) - 1);
}

std::optional<Level> level_named(std::string_view name) {
    auto const* const found =
        std::ranges::find(levels, name, &decltype(levels)::value_type::second);
    return found == levels.end() ? std::nullopt : std::optional{found->first};
}

std::optional<Level> level_with_urn(std::string_view urn) {
    return urn.starts_with(level_urn) ? level_named(urn.substr(level_urn.size())) : std::nullopt;
}

} // namespace broker
