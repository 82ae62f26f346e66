#pragma once
#include <source_location>
#include <stdexcept>
#include <string>

namespace foundation {

/// The world failed (database, broker, mail, disk). The only exception that crosses storeys; caught
/// at the boundary of a request and of a job. What it says is for the log, never for a visitor.
class Fault : public std::runtime_error {
public:
    explicit Fault(std::string const& what)
        : std::runtime_error(what) {}
};

[[noreturn]] void bug(char const* what, std::source_location const& where);

/// Aborts when a condition that only our own mistake could break does not hold.
inline void ensure(bool holds, char const* what = "a promise of our own was broken",
                   std::source_location const& where = std::source_location::current()) {
    if (!holds) [[unlikely]]
        bug(what, where);
}

} // namespace foundation
