#pragma once
#include "broker/xml/document.h"

#include <string>
#include <vector>

namespace broker::xml {

/// The element in exclusive canonical form without comments, without `left_out` (its signature).
std::string canonical_text(Node const& apex, std::vector<std::string> const& inclusive_prefixes,
                           Node const* left_out);

} // namespace broker::xml
