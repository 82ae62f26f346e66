#pragma once
#include <cstddef>
#include <string_view>

namespace world {

/// What libxml2 came upon by itself, without the guard before it, and behind any error too.
struct SecondReading {
    std::size_t elements = 0;
    std::size_t depth = 0;
    std::size_t attributes = 0; ///< and namespaces, of the element that has most of them
    bool has_dtd = false;
    bool well_formed = false;
};

SecondReading read_by_libxml2(std::string_view text);

} // namespace world
