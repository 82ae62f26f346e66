#pragma once
#include <cstdlib>
#include <string>

namespace stage {

/// How many rounds a test does: MIJNDUO_TEST_ROUNDS asks for more than the gate has time for.
inline int rounds(int usual) {
    auto const* asked = std::getenv("MIJNDUO_TEST_ROUNDS");
    return asked ? std::stoi(asked) : usual;
}

/// Whether this is a run that has the time.
inline bool has_time() { return std::getenv("MIJNDUO_TEST_ROUNDS") != nullptr; }

} // namespace stage
