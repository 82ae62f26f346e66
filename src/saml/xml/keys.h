#pragma once
#include "foundation/instant.h"
#include "foundation/secret.h"

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

struct evp_pkey_st;

namespace saml::xml {

/// The digests that signatures may use; SHA-1 is not among them (security.md S4).
enum class Digest { sha256, sha384, sha512 };

std::string digest(Digest algorithm, std::string_view text);
std::string sha1(std::string_view text); ///< only for an artifact's SourceID (eherkenning.md 4.1)

/// An RSA key of 2048 bits or more, read once and shared by all threads.
class PublicKey {
public:
    explicit PublicKey(std::shared_ptr<evp_pkey_st> key)
        : key_(std::move(key)) {}
    /// PKCS #1 v1.5 over the text's digest.
    bool holds(Digest algorithm, std::string_view text, std::string_view signature) const;

private:
    friend class PrivateKey;
    std::shared_ptr<evp_pkey_st> key_;
};

struct TokenKey;

class PrivateKey {
public:
    static std::optional<PrivateKey> parse(foundation::Secret<std::string> const& pem);

    std::string sign_sha256(std::string_view text) const;
    /// RSA-OAEP with MGF1-SHA-1. Nothing when this key does not fit or the text was altered.
    std::optional<std::string> open_oaep(std::string_view sealed, bool sha256_label) const;
    bool belongs_to(PublicKey const& key) const;

private:
    friend PrivateKey key_in_token(TokenKey const& where);
    explicit PrivateKey(std::shared_ptr<evp_pkey_st> key, std::mutex* turn = nullptr)
        : key_(std::move(key))
        , turn_(turn) {}
    std::unique_lock<std::mutex> taken_turn() const;
    std::shared_ptr<evp_pkey_st> key_;
    std::mutex* turn_; ///< of the token that the key is in; none for a key from a file
};

struct Certificate {
    std::string der;
    std::string sha256; ///< of the DER, in hexadecimal: the KeyName this portal uses
    PublicKey key;
    foundation::Instant valid_from;
    foundation::Instant valid_until;

    bool in_date(foundation::Instant now) const { return valid_from <= now && now < valid_until; }

    /// Nothing when it cannot be read or holds no RSA key of at least 2048 bits.
    static std::optional<Certificate> from_pem(std::string_view pem);
    static std::optional<Certificate> from_der(std::string_view der);
};

/// From when until when a certificate holds, whatever its kind of key.
struct Validity {
    std::string sha256; ///< of the DER
    foundation::Instant from;
    foundation::Instant until;
};
std::optional<Validity> validity_of_pem(std::string_view pem);

} // namespace saml::xml
