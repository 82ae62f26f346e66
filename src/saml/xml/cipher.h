#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace saml::xml {

/// The content ciphers of XML encryption that the profile knows (eherkenning.md 3.6).
enum class Cipher { aes128_cbc, aes256_cbc, aes128_gcm, aes256_gcm };

std::optional<Cipher> cipher_named(std::string_view algorithm);

/// Initialisation vector, ciphertext and, for GCM, tag in; plain text out. Nothing when the key has
/// another length, the padding is wrong or the tag does not fit.
std::optional<std::string> decrypt(Cipher cipher, std::string_view key, std::string_view sealed);

} // namespace saml::xml
