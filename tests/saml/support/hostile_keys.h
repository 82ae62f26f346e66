#pragma once
#include <memory>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace hostile {

/// An RSA key with a self-signed certificate, good for a server on 127.0.0.1 too.
struct KeyPair {
    std::shared_ptr<evp_pkey_st> key;
    std::string key_pem;
    std::string certificate_pem;
    std::string certificate_der;
    std::string key_name; ///< SHA-256 of the DER in hexadecimal

    /// A key of this many bits, made now. Moments in seconds since 1970.
    static KeyPair make(long valid_from, long valid_until, unsigned bits = 2048);

    /// One of the 8 keys in test_keys.pem, which are for tests only: making one takes 0.2 s.
    static KeyPair kept(std::size_t number, long valid_from, long valid_until);
};

std::string base64(std::string_view bytes);
std::string hash(std::string_view digest_name, std::string_view text); ///< "SHA1", "SHA256"...
std::string sign(KeyPair const& key, std::string_view digest_name, std::string_view text);
std::string hmac_sha256(std::string_view key, std::string_view text);

/// `mgf1p` with the digest named; "" means PKCS #1 v1.5, which nobody may accept.
std::string wrap_key(KeyPair const& key, std::string_view digest_name, std::string_view secret);

/// OpenSSL's name of the cipher (AES-128-CBC, AES-256-GCM...). CBC pads as XML encryption does.
/// The initialisation vector is fixed: messages are the same at each run but for the RSA padding.
std::string encrypt(std::string const& cipher, std::string_view secret, std::string_view plain);

} // namespace hostile
