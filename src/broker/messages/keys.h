#pragma once
#include "foundation/instant.h"
#include "foundation/randomness.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace broker {

std::string sha1(std::string_view text);    ///< 20 bytes; for an artifact's source only
std::string sha256(std::string_view text);  ///< 32 bytes
std::string md5_hex(std::string_view text); ///< for the tail of a pseudonym only

std::string random_bytes(foundation::Randomness& randomness, std::size_t count);

/// AES-256-CBC as XML Encryption writes it: the initialisation vector, then the ciphertext.
std::string encrypted(std::string_view text, std::string_view key, std::string_view vector);

/// An RSA certificate: what somebody else's messages are checked with, or encrypted for.
class Certificate {
public:
    /// Nothing when it is not a certificate with an RSA key of at least 2048 bits.
    static std::optional<Certificate> parse(std::string_view der);

    std::string const& der() const { return der_; }
    std::string fingerprint() const; ///< SHA-256 of the certificate as 64 hexadecimal digits

    /// Whether this RSA-SHA256 signature over the text was made with the certificate's key.
    bool verifies(std::string_view text, std::string_view signature) const;
    /// RSA-OAEP-MGF1P with SHA-1, as eherkenning.md 3.6 has it.
    std::string wrap(std::string_view symmetric_key) const;

private:
    Certificate(std::string der, std::shared_ptr<evp_pkey_st> key)
        : der_(std::move(der))
        , key_(std::move(key)) {}
    std::string der_;
    std::shared_ptr<evp_pkey_st> key_;
};

/// A private key with the certificate that others know it by.
class SigningKey {
public:
    /// Fault when either cannot be read, or when they do not belong together.
    static SigningKey read(std::string_view key_pem, std::string_view certificate_pem);
    /// A new key in a certificate of its own, valid from the day before for a year.
    static SigningKey generate(std::string_view common_name, foundation::Instant now);

    Certificate const& certificate() const { return certificate_; }
    std::string sign(std::string_view text) const; ///< RSA-SHA256 (PKCS #1 v1.5)

private:
    SigningKey(std::shared_ptr<evp_pkey_st> key, Certificate certificate)
        : key_(std::move(key))
        , certificate_(std::move(certificate)) {}
    std::shared_ptr<evp_pkey_st> key_;
    Certificate certificate_;
};

} // namespace broker
