#pragma once

namespace server {

/// "mijnduo 0.1.0"
char const* version();

} // namespace server
