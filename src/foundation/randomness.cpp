#include "foundation/randomness.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <sodium.h>
#include <vector>

namespace foundation {

void SystemRandomness::fill(std::span<std::byte> bytes) {
    randombytes_buf(bytes.data(), bytes.size());
}

void SeededRandomness::fill(std::span<std::byte> bytes) {
    // splitmix64: small, well spread, and the same on every machine.
    for (auto& byte : bytes) {
        state_ += 0x9e3779b97f4a7c15U;
        auto mixed = state_;
        mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
        mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
        byte = static_cast<std::byte>((mixed ^ (mixed >> 31U)) & 0xffU);
    }
}

std::uint32_t below(Randomness& randomness, std::uint32_t bound) {
    ensure(bound > 0);
    // Values in the last, incomplete run of `bound` would make the low numbers likelier: draw
    // again.
    std::uint32_t const unfair = static_cast<std::uint32_t>(0x1'0000'0000ULL % bound);
    for (;;) {
        std::uint32_t drawn = 0;
        randomness.fill(std::as_writable_bytes(std::span{&drawn, 1}));
        if (drawn >= unfair)
            return drawn % bound;
    }
}

std::string random_hex(Randomness& randomness, std::size_t bytes) {
    std::string raw(bytes, '\0');
    randomness.fill(std::as_writable_bytes(std::span{raw}));
    return hex(raw);
}

} // namespace foundation
