#pragma once
#include <string>
#include <string_view>

namespace markup {

/// Appends text so that it stands for itself in content and in a double-quoted value: < > & " ' as
/// references; control characters that HTML does not allow as U+FFFD.
void append_escaped(std::string& out, std::string_view text);

} // namespace markup
