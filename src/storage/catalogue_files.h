#pragma once
#include "portal/catalogue/catalogue.h"

#include <filesystem>

namespace storage {

/// Reads the catalogue from a folder with sectors.toml, topics.toml, attribute_types.toml,
/// roles.toml, administrator_roles.toml, tasks.toml and announcements.toml. Throws a Fault with a
/// plain sentence that names file and line when something in it cannot be read. Whether it fits
/// together is for Catalogue::flaws().
portal::Catalogue read_catalogue(std::filesystem::path const& folder);

} // namespace storage
