#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broker {

/// Assurance levels in rising order (eherkenning.md 1.4).
enum class Level { loa1, loa2, loa2plus, loa3, loa4 };

std::string_view name_of(Level level); ///< loa3
std::string urn_of(Level level);       ///< urn:etoegang:core:assurance-class:loa3
std::optional<Level> level_named(std::string_view name);
std::optional<Level> level_with_urn(std::string_view urn);

Level one_below(Level level); ///< the lowest stays

struct Organisation {
    std::string kvk; ///< eight digits
    std::string name = {};
    std::optional<std::string> rsin = {};
    friend bool operator==(Organisation const&, Organisation const&) = default;
};

/// Somebody with a means, and the organisations that gave a mandate.
struct Person {
    std::string name;
    std::vector<Organisation> organisations;
    Level level = Level::loa3;
    /// Given instead of the one that follows from the name (see pseudonym.h).
    std::optional<std::string> own_pseudonym = {};
};

} // namespace broker
