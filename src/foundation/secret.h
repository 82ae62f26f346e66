#pragma once
#include <utility>

namespace foundation {

/// A value that cannot be printed, logged, serialised or compared with ==. What needs the bare
/// value says so with reveal(), which is easy to search for.
template<class T>
class Secret {
public:
    explicit Secret(T value)
        : value_(std::move(value)) {}
    T const& reveal() const { return value_; }

    bool operator==(Secret const&) const = delete;

private:
    T value_;
};

} // namespace foundation
