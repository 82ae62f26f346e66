#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace foundation {

/// Where chance comes from. Handed only to what mints something; tests hand in a seeded one.
class Randomness {
public:
    virtual ~Randomness() = default;
    virtual void fill(std::span<std::byte> bytes) = 0;
};

/// The operating system's generator. Safe from several threads.
class SystemRandomness final : public Randomness {
public:
    void fill(std::span<std::byte> bytes) override;
};

/// A repeatable generator for tests and the simulated world; never for anything that must be
/// secret.
class SeededRandomness final : public Randomness {
public:
    explicit SeededRandomness(std::uint64_t seed)
        : state_(seed) {}
    void fill(std::span<std::byte> bytes) override;

private:
    std::uint64_t state_;
};

/// A number from 0 up to but not including `bound` (1 to 2^32-1), each equally likely.
std::uint32_t below(Randomness& randomness, std::uint32_t bound);

/// So many random bytes as lower-case hexadecimal; 16 bytes where the value must not be guessed.
std::string random_hex(Randomness& randomness, std::size_t bytes);

} // namespace foundation
