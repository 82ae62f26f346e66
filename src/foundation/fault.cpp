#include "foundation/fault.h"

#include <cstdio>
#include <cstdlib>

namespace foundation {

void bug(char const* what, std::source_location const& where) {
    std::fprintf(stderr, "bug: %s at %s:%u\n", what, where.file_name(), where.line());
    std::abort();
}

} // namespace foundation
