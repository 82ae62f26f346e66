#include "broker/messages/keys.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include <climits>
#include <span>

namespace broker {
namespace {

using Key = std::shared_ptr<EVP_PKEY>;
template<class T, void (*free)(T*)>
struct Freed {
    void operator()(T* thing) const { free(thing); }
};
using X509Pointer = std::unique_ptr<X509, Freed<X509, X509_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, Freed<EVP_MD_CTX, EVP_MD_CTX_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freed<EVP_PKEY_CTX, EVP_PKEY_CTX_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, Freed<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>>;
using Memory = std::unique_ptr<BIO, Freed<BIO, BIO_free_all>>;

constexpr int smallest_key = 2048; // eherkenning.md 2.3 item 4

void expect(bool went_well, char const* what) {
    if (went_well)
        return;
    ERR_clear_error();
    throw foundation::Fault{std::string{"the test broker cannot "} + what};
}

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string digest(std::string_view text, EVP_MD const* how) {
    std::string out(static_cast<std::size_t>(EVP_MD_get_size(how)), '\0');
    expect(EVP_Digest(text.data(), text.size(), bytes(out), nullptr, how, nullptr) == 1,
           "compute a digest");
    return out;
}

Memory memory(std::string_view text) {
    expect(text.size() < INT_MAX, "read so large a text");
    return Memory{BIO_new_mem_buf(text.data(), static_cast<int>(text.size()))};
}

std::string der_of(X509* certificate) {
    unsigned char* encoded = nullptr;
    int const length = i2d_X509(certificate, &encoded);
    expect(length > 0, "encode a certificate");
    std::string der(reinterpret_cast<char const*>(encoded), static_cast<std::size_t>(length));
    OPENSSL_free(encoded);
    return der;
}

Certificate parsed(std::string_view der) {
    auto certificate = Certificate::parse(der);
    expect(certificate.has_value(), "use a certificate without an RSA key of 2048 bits or more");
    return *std::move(certificate);
}

void name_after(X509* certificate, std::string_view common_name) {
    X509_NAME* const name = X509_get_subject_name(certificate);
    expect(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, bytes(common_name),
                                      static_cast<int>(common_name.size()), -1, 0) == 1 &&
               X509_set_issuer_name(certificate, name) == 1,
           "name a certificate");
}

} // namespace

std::string sha1(std::string_view text) { return digest(text, EVP_sha1()); }
std::string sha256(std::string_view text) { return digest(text, EVP_sha256()); }
std::string md5_hex(std::string_view text) { return foundation::hex(digest(text, EVP_md5())); }

std::string random_bytes(foundation::Randomness& randomness, std::size_t count) {
    std::string out(count, '\0');
    randomness.fill(std::as_writable_bytes(std::span{out}));
    return out;
}

std::string encrypted(std::string_view text, std::string_view key, std::string_view vector) {
    foundation::ensure(key.size() == 32 && vector.size() == 16 && text.size() < 1'000'000);
    CipherContext const context{EVP_CIPHER_CTX_new()};
    std::string out{vector};
    out.resize(vector.size() + text.size() + 16);
    int written = 0;
    int last = 0;
    expect(EVP_EncryptInit_ex(context.get(), EVP_aes_256_cbc(), nullptr, bytes(key),
                              bytes(vector)) == 1 &&
               EVP_EncryptUpdate(context.get(), bytes(out) + vector.size(), &written, bytes(text),
                                 static_cast<int>(text.size())) == 1 &&
               EVP_EncryptFinal_ex(context.get(), bytes(out) + vector.size() + written, &last) == 1,
           "encrypt");
    out.resize(vector.size() + static_cast<std::size_t>(written + last));
    return out;
}

std::optional<Certificate> Certificate::parse(std::string_view der) {
    auto const* at = bytes(der);
    X509Pointer const certificate{d2i_X509(nullptr, &at, static_cast<long>(der.size()))};
    if (!certificate || at != bytes(der) + der.size()) {
        ERR_clear_error();
        return std::nullopt;
    }
    Key key{X509_get_pubkey(certificate.get()), EVP_PKEY_free};
    if (!key || EVP_PKEY_get_base_id(key.get()) != EVP_PKEY_RSA ||
        EVP_PKEY_get_bits(key.get()) < smallest_key)
        return std::nullopt;
    return Certificate{std::string{der}, std::move(key)};
}

std::string Certificate::fingerprint() const { return foundation::hex(sha256(der_)); }

bool Certificate::verifies(std::string_view text, std::string_view signature) const {
    DigestContext const context{EVP_MD_CTX_new()};
    bool const holds =
        EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
        EVP_DigestVerify(context.get(), bytes(signature), signature.size(), bytes(text),
                         text.size()) == 1;
    ERR_clear_error();
    return holds;
}

std::string Certificate::wrap(std::string_view symmetric_key) const {
    KeyContext const context{EVP_PKEY_CTX_new(key_.get(), nullptr)};
    expect(EVP_PKEY_encrypt_init(context.get()) == 1 &&
               EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1,
           "wrap a key");
    std::string out(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())), '\0');
    std::size_t length = out.size();
    expect(EVP_PKEY_encrypt(context.get(), bytes(out), &length, bytes(symmetric_key),
                            symmetric_key.size()) == 1,
           "wrap a key");
    out.resize(length);
    return out;
}

SigningKey SigningKey::read(std::string_view key_pem, std::string_view certificate_pem) {
    Key key{PEM_read_bio_PrivateKey(memory(key_pem).get(), nullptr, nullptr, nullptr),
            EVP_PKEY_free};
    expect(key != nullptr, "read its signing key: it is not a private key in PEM");
    X509Pointer const certificate{
        PEM_read_bio_X509(memory(certificate_pem).get(), nullptr, nullptr, nullptr)};
    expect(certificate != nullptr, "read its certificate: it is not a certificate in PEM");
    expect(X509_check_private_key(certificate.get(), key.get()) == 1,
           "use its signing key: its certificate is for another key");
    return {std::move(key), parsed(der_of(certificate.get()))};
}

SigningKey SigningKey::generate(std::string_view common_name, foundation::Instant now) {
    Key key{EVP_RSA_gen(smallest_key), EVP_PKEY_free};
    X509Pointer const certificate{X509_new()};
    expect(key && certificate, "generate a key");
    auto const today = std::chrono::system_clock::to_time_t(now);
    constexpr long day = 24L * 60 * 60;
    expect(X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
               ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1) == 1 &&
               ASN1_TIME_set(X509_getm_notBefore(certificate.get()), today - day) &&
               ASN1_TIME_set(X509_getm_notAfter(certificate.get()), today + 365 * day) &&
               X509_set_pubkey(certificate.get(), key.get()) == 1,
           "fill in a certificate");
    name_after(certificate.get(), common_name);
    expect(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0, "sign a certificate");
    return {std::move(key), parsed(der_of(certificate.get()))};
}

std::string SigningKey::sign(std::string_view text) const {
    DigestContext const context{EVP_MD_CTX_new()};
    std::string out(static_cast<std::size_t>(EVP_PKEY_get_size(key_.get())), '\0');
    std::size_t length = out.size();
    expect(EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key_.get()) == 1 &&
               EVP_DigestSign(context.get(), bytes(out), &length, bytes(text), text.size()) == 1,
           "sign");
    out.resize(length);
    return out;
}

} // namespace broker
