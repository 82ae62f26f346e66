#pragma once
#include "foundation/randomness.h"
#include "foundation/secret.h"

#include <optional>
#include <string>
#include <string_view>

namespace foundation {

/// SHA-256 as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view text);

/// 256 bits in hexadecimal by which the same text is known again (BLAKE2b: a long message costs a
/// third of what SHA-256 does). Only for what no other program has to make as well.
std::string fingerprint(std::string_view text);

/// Equal or not in a time that does not depend on where the first difference is.
bool equal_in_constant_time(std::string_view a, std::string_view b);

/// The installation's secret, outside the database. From it come the keys for one purpose each, so
/// that a digest made for one thing can never stand for another.
class MasterKey {
public:
    /// 32 bytes as 64 hexadecimal digits; nothing otherwise.
    static std::optional<MasterKey> parse(std::string_view hexadecimal);
    static std::string mint(Randomness& randomness);

    /// HMAC-SHA-256 of the text under the key of this purpose, as 64 hexadecimal digits.
    std::string keyed_digest(std::string_view purpose, std::string_view text) const;

    /// Authenticated encryption (XSalsa20-Poly1305) under the key of this purpose.
    std::string seal(std::string_view purpose, std::string_view text, Randomness& randomness) const;
    /// Nothing when it was sealed by another key, for another purpose, or has been altered.
    std::optional<std::string> open(std::string_view purpose, std::string_view sealed) const;

private:
    explicit MasterKey(std::string bytes)
        : bytes_(std::move(bytes)) {}
    std::string key_for(std::string_view purpose) const;
    Secret<std::string> bytes_;
};

/// What looks like chance to everybody without the key, and comes out alike from the same text: for
/// a secret that must be made a second time and is kept nowhere.
class DerivedRandomness final : public Randomness {
public:
    DerivedRandomness(MasterKey const& key, std::string purpose, std::string text)
        : key_(key)
        , purpose_(std::move(purpose))
        , text_(std::move(text)) {}
    void fill(std::span<std::byte> bytes) override;

private:
    MasterKey const& key_;
    std::string purpose_;
    std::string text_;
    int drawn_ = 0;
};

} // namespace foundation
