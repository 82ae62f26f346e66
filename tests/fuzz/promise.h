#pragma once
#include "fuzz/doors.h"

#include <stdexcept>

namespace fuzz {

/// Not a Fault: nothing in the product catches it, and libFuzzer counts it as a crash.
class BrokenPromise : public std::logic_error {
    using logic_error::logic_error;
};

} // namespace fuzz
