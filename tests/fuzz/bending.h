#pragma once
#include "foundation/randomness.h"

#include <string>

namespace fuzz {

/// No sample grows beyond this: what is longer than a door takes is a sample of its own.
inline constexpr std::size_t longest_sample = std::size_t{64} * 1024;

/// The sample with one to four changes: bits flipped, a piece cut out, a piece repeated, or a piece
/// of another sample put in. The same chance gives the same change.
std::string bent(std::string sample, std::string const& other, foundation::Randomness& randomness);

} // namespace fuzz
