#include "foundation/digest.h"

#include "foundation/text.h"

#include <array>
#include <sodium.h>
#include <span>

namespace foundation {

namespace {

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hmac(std::string_view key, std::string_view text) {
    std::string out(crypto_auth_hmacsha256_BYTES, '\0');
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(key), key.size());
    crypto_auth_hmacsha256_update(&state, bytes(text), text.size());
    crypto_auth_hmacsha256_final(&state, bytes(out));
    return out;
}

} // namespace

std::string sha256_hex(std::string_view text) {
    std::string out(crypto_hash_sha256_BYTES, '\0');
    crypto_hash_sha256(bytes(out), bytes(text), text.size());
    return hex(out);
}

std::string fingerprint(std::string_view text) {
    std::string out(crypto_generichash_BYTES, '\0');
    crypto_generichash(bytes(out), out.size(), bytes(text), text.size(), nullptr, 0);
    return hex(out);
}

bool equal_in_constant_time(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::optional<MasterKey> MasterKey::parse(std::string_view hexadecimal) {
    auto raw = unhex(hexadecimal);
    if (!raw || raw->size() != 32)
        return std::nullopt;
    return MasterKey{std::move(*raw)};
}

std::string MasterKey::mint(Randomness& randomness) { return random_hex(randomness, 32); }

std::string MasterKey::key_for(std::string_view purpose) const {
    return hmac(bytes_.reveal(), purpose);
}

std::string MasterKey::keyed_digest(std::string_view purpose, std::string_view text) const {
    return hex(hmac(key_for(purpose), text));
}

std::string MasterKey::seal(std::string_view purpose, std::string_view text,
                            Randomness& randomness) const {
    std::string sealed(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + text.size(), '\0');
    randomness.fill(std::as_writable_bytes(std::span{sealed}.first(crypto_secretbox_NONCEBYTES)));
    auto const key = key_for(purpose);
    crypto_secretbox_easy(bytes(sealed) + crypto_secretbox_NONCEBYTES, bytes(text), text.size(),
                          bytes(sealed), bytes(std::string_view{key}));
    return base64(sealed);
}

std::optional<std::string> MasterKey::open(std::string_view purpose,
                                           std::string_view sealed) const {
    auto const raw = unbase64(sealed);
    if (!raw || raw->size() < crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES)
        return std::nullopt;
    auto const box = std::string_view{*raw}.substr(crypto_secretbox_NONCEBYTES);
    std::string text(box.size() - crypto_secretbox_MACBYTES, '\0');
    auto const key = key_for(purpose);
    if (crypto_secretbox_open_easy(bytes(text), bytes(box), box.size(),
                                   bytes(std::string_view{*raw}),
                                   bytes(std::string_view{key})) != 0)
        return std::nullopt;
    return text;
}

void DerivedRandomness::fill(std::span<std::byte> bytes) {
    // A digest for each byte: codes are short, and no byte is ever half used.
    for (auto& byte : bytes) {
        auto const digest = key_.keyed_digest(purpose_, text_ + '\n' + std::to_string(drawn_++));
        byte = static_cast<std::byte>(std::stoi(digest.substr(0, 2), nullptr, 16));
    }
}

} // namespace foundation
