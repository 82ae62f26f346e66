#include "saml/xml/keys.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <ctime>

namespace saml::xml {
namespace {

constexpr int least_bits = 2048; // eherkenning.md 2.3

using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;
using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;
using X509Handle = std::unique_ptr<X509, decltype(&X509_free)>;

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

/// Fetched once: OpenSSL 3 looks an algorithm up anew each time it is named.
EVP_MD const* method(Digest algorithm) {
    static EVP_MD const* const sha256 = EVP_MD_fetch(nullptr, "SHA2-256", nullptr);
    static EVP_MD const* const sha384 = EVP_MD_fetch(nullptr, "SHA2-384", nullptr);
    static EVP_MD const* const sha512 = EVP_MD_fetch(nullptr, "SHA2-512", nullptr);
    switch (algorithm) {
    case Digest::sha256:
        return sha256;
    case Digest::sha384:
        return sha384;
    case Digest::sha512:
        return sha512;
    }
    foundation::bug("a digest without a method", std::source_location::current());
}

std::string digest_by(EVP_MD const* md, std::string_view text) {
    std::string made(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    foundation::ensure(EVP_Digest(text.data(), text.size(), bytes(made), &size, md, nullptr) == 1);
    made.resize(size);
    return made;
}

bool is_usable_rsa(EVP_PKEY const* key) {
    return key != nullptr && EVP_PKEY_is_a(key, "RSA") == 1 && EVP_PKEY_get_bits(key) >= least_bits;
}

std::shared_ptr<EVP_PKEY> shared(EVP_PKEY* key) { return {key, &EVP_PKEY_free}; }

std::optional<foundation::Instant> instant_of(ASN1_TIME const* time) {
    std::tm parts{};
    if (ASN1_TIME_to_tm(time, &parts) != 1)
        return std::nullopt;
    return foundation::Instant{std::chrono::seconds{timegm(&parts)}};
}

std::string der_of(X509* x509) {
    std::string der(static_cast<std::size_t>(i2d_X509(x509, nullptr)), '\0');
    auto* out = bytes(der);
    i2d_X509(x509, &out);
    return der;
}

std::optional<Validity> validity_of(X509* x509) {
    auto const from = instant_of(X509_get0_notBefore(x509));
    auto const until = instant_of(X509_get0_notAfter(x509));
    if (!from || !until)
        return std::nullopt;
    return Validity{.sha256 = foundation::hex(digest(Digest::sha256, der_of(x509))),
                    .from = *from,
                    .until = *until};
}

std::optional<Certificate> certificate_of(X509* x509) {
    auto const key = shared(x509 == nullptr ? nullptr : X509_get_pubkey(x509));
    if (!is_usable_rsa(key.get()))
        return std::nullopt;
    auto const validity = validity_of(x509);
    if (!validity)
        return std::nullopt;
    return Certificate{.der = der_of(x509),
                       .sha256 = validity->sha256,
                       .key = PublicKey{key},
                       .valid_from = validity->from,
                       .valid_until = validity->until};
}

} // namespace

std::string digest(Digest algorithm, std::string_view text) {
    return digest_by(method(algorithm), text);
}

std::string sha1(std::string_view text) { return digest_by(EVP_sha1(), text); }

bool PublicKey::holds(Digest algorithm, std::string_view text, std::string_view signature) const {
    auto const sum = digest(algorithm, text);
    Context const context{EVP_PKEY_CTX_new_from_pkey(nullptr, key_.get(), nullptr),
                          &EVP_PKEY_CTX_free};
    bool const holds = context != nullptr && EVP_PKEY_verify_init(context.get()) == 1 &&
                       EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1 &&
                       EVP_PKEY_CTX_set_signature_md(context.get(), method(algorithm)) == 1 &&
                       EVP_PKEY_verify(context.get(), bytes(signature), signature.size(),
                                       bytes(sum), sum.size()) == 1;
    ERR_clear_error();
    return holds;
}

std::optional<PrivateKey> PrivateKey::parse(foundation::Secret<std::string> const& pem) {
    auto const& text = pem.reveal();
    Bio const bio{BIO_new_mem_buf(text.data(), static_cast<int>(text.size())), &BIO_free};
    // No password is ever asked for on a terminal: a protected key is one that cannot be read.
    auto const no_password = [](char*, int, int, void*) { return -1; };
    auto const key = shared(PEM_read_bio_PrivateKey(bio.get(), nullptr, no_password, nullptr));
    ERR_clear_error();
    if (!is_usable_rsa(key.get()))
        return std::nullopt;
    return PrivateKey{key};
}

std::unique_lock<std::mutex> PrivateKey::taken_turn() const {
    return turn_ == nullptr ? std::unique_lock<std::mutex>{} : std::unique_lock{*turn_};
}

std::string PrivateKey::sign_sha256(std::string_view text) const {
    auto const sum = digest(Digest::sha256, text);
    auto const turn = taken_turn();
    std::string signature(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())), '\0');
    auto size = signature.size();
    Context const context{EVP_PKEY_CTX_new_from_pkey(nullptr, key_.get(), nullptr),
                          &EVP_PKEY_CTX_free};
    if (context == nullptr || EVP_PKEY_sign_init(context.get()) != 1 ||
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) != 1 ||
        EVP_PKEY_CTX_set_signature_md(context.get(), method(Digest::sha256)) != 1 ||
        EVP_PKEY_sign(context.get(), bytes(signature), &size, bytes(sum), sum.size()) != 1) {
        ERR_clear_error();
        throw foundation::Fault{"signing with the portal's own key failed"};
    }
    signature.resize(size);
    return signature;
}

std::optional<std::string> PrivateKey::open_oaep(std::string_view sealed, bool sha256_label) const {
    auto const turn = taken_turn();
    std::string opened(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())), '\0');
    auto size = opened.size();
    Context const context{EVP_PKEY_CTX_new_from_pkey(nullptr, key_.get(), nullptr),
                          &EVP_PKEY_CTX_free};
    bool const done =
        context != nullptr && EVP_PKEY_decrypt_init(context.get()) == 1 &&
        EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1 &&
        EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), sha256_label ? EVP_sha256() : EVP_sha1()) ==
            1 &&
        EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha1()) == 1 &&
        EVP_PKEY_decrypt(context.get(), bytes(opened), &size, bytes(sealed), sealed.size()) == 1;
    ERR_clear_error();
    if (!done)
        return std::nullopt;
    opened.resize(size);
    return opened;
}

bool PrivateKey::belongs_to(PublicKey const& key) const {
    return EVP_PKEY_eq(key_.get(), key.key_.get()) == 1;
}

std::optional<Certificate> Certificate::from_pem(std::string_view pem) {
    Bio const bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free};
    X509Handle const x509{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free};
    auto certificate = certificate_of(x509.get());
    ERR_clear_error();
    return certificate;
}

std::optional<Validity> validity_of_pem(std::string_view pem) {
    Bio const bio{BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), &BIO_free};
    X509Handle const x509{PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), &X509_free};
    ERR_clear_error();
    return x509 == nullptr ? std::nullopt : validity_of(x509.get());
}

std::optional<Certificate> Certificate::from_der(std::string_view der) {
    auto const* at = bytes(der);
    X509Handle const x509{d2i_X509(nullptr, &at, static_cast<long>(der.size())), &X509_free};
    auto certificate = certificate_of(x509.get());
    ERR_clear_error();
    return certificate;
}

} // namespace saml::xml
