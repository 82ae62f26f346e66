#pragma once
#include <span>
#include <string_view>

namespace server {

/// The name of the list that takes the fewest changed, added or left out characters to reach; empty
/// when that would change more than half of it.
std::string_view nearest(std::string_view given, std::span<std::string_view const> names);

} // namespace server
