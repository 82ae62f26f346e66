#pragma once
#include "foundation/instant.h"

#include <string>

namespace portal::signing_in {

/// The broker's metadata as an address gave it last, so that a start does not depend on the
/// network. It is judged anew whenever it is read back: the database vouches for nothing (M1).
struct KeptMetadata {
    std::string content;
    foundation::Instant obtained_at{};
};

} // namespace portal::signing_in
