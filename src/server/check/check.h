#pragma once
#include "foundation/instant.h"
#include "server/check/report.h"
#include "server/configuration.h"

#include <filesystem>

namespace server::check {

/// Looks at everything that an installation needs, the world outside included, and changes nothing.
/// A point that is wrong does not keep the others from being looked at.
Report examined(std::filesystem::path const& configuration, foundation::Instant now);

/// The command: prints the report; 1 when something is wrong.
int check(std::filesystem::path const& configuration);

} // namespace server::check
