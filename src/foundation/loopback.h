#pragma once
#include <string_view>

namespace foundation {

/// Whether this is a numeric address on which nobody but this machine reaches what listens there.
bool is_loopback(std::string_view address);

} // namespace foundation
