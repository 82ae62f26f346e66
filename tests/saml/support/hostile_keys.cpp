#include "saml/support/hostile_keys.h"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <cstdlib>
#include <ctime>
#include <vector>

namespace hostile {
namespace {

/// A broken OpenSSL leaves nothing to test.
void must(bool holds) {
    if (!holds)
        std::abort();
}

unsigned char* bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

std::string drained(BIO* bio) {
    char* data = nullptr;
    auto const size = BIO_get_mem_data(bio, &data);
    std::string text(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return text;
}

std::string hex(std::string_view text) {
    std::string out;
    for (char const c : text) {
        out += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4U];
        out += "0123456789abcdef"[static_cast<unsigned char>(c) & 15U];
    }
    return out;
}

using Context = std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)>;

Context context_of(KeyPair const& key) {
    return {EVP_PKEY_CTX_new(key.key.get(), nullptr), &EVP_PKEY_CTX_free};
}

KeyPair certified(std::shared_ptr<EVP_PKEY> key, long valid_from, long valid_until) {
    KeyPair made;
    made.key = std::move(key);
    auto* certificate = X509_new();
    ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
    ASN1_TIME_set(X509_getm_notBefore(certificate), valid_from);
    ASN1_TIME_set(X509_getm_notAfter(certificate), valid_until);
    X509_set_pubkey(certificate, made.key.get());
    auto* name = X509_get_subject_name(certificate);
    std::string_view const text = "test";
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, bytes(text), 4, -1, 0);
    X509_set_issuer_name(certificate, name);
    auto* names = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
    X509_add_ext(certificate, names, -1);
    X509_EXTENSION_free(names);
    must(X509_sign(certificate, made.key.get(), EVP_sha256()) > 0);

    auto* key_bio = BIO_new(BIO_s_mem());
    PEM_write_bio_PKCS8PrivateKey(key_bio, made.key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    made.key_pem = drained(key_bio);
    auto* pem_bio = BIO_new(BIO_s_mem());
    PEM_write_bio_X509(pem_bio, certificate);
    made.certificate_pem = drained(pem_bio);
    auto* der_bio = BIO_new(BIO_s_mem());
    i2d_X509_bio(der_bio, certificate);
    made.certificate_der = drained(der_bio);
    made.key_name = hex(hash("SHA256", made.certificate_der));
    X509_free(certificate);
    return made;
}

} // namespace

KeyPair KeyPair::make(long valid_from, long valid_until, unsigned bits) {
    return certified({EVP_RSA_gen(bits), &EVP_PKEY_free}, valid_from, valid_until);
}

KeyPair KeyPair::kept(std::size_t number, long valid_from, long valid_until) {
    static auto const keys = [] {
        std::vector<std::shared_ptr<EVP_PKEY>> read;
        auto* file = BIO_new_file(KEYS_FILE, "r");
        must(file != nullptr);
        while (auto* key = PEM_read_bio_PrivateKey(file, nullptr, nullptr, nullptr))
            read.emplace_back(key, &EVP_PKEY_free);
        BIO_free(file);
        return read;
    }();
    return certified(keys.at(number), valid_from, valid_until);
}

std::string base64(std::string_view text) {
    std::string out((text.size() + 2) / 3 * 4 + 1, '\0');
    auto const size = EVP_EncodeBlock(bytes(out), bytes(text), static_cast<int>(text.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

std::string hash(std::string_view digest_name, std::string_view text) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    must(EVP_Digest(text.data(), text.size(), bytes(out), &size,
                    EVP_get_digestbyname(std::string{digest_name}.c_str()), nullptr) == 1);
    out.resize(size);
    return out;
}

std::string sign(KeyPair const& key, std::string_view digest_name, std::string_view text) {
    auto* context = EVP_MD_CTX_new();
    std::string out(512, '\0');
    auto size = out.size();
    must(EVP_DigestSignInit(context, nullptr,
                            EVP_get_digestbyname(std::string{digest_name}.c_str()), nullptr,
                            key.key.get()) == 1 &&
         EVP_DigestSign(context, bytes(out), &size, bytes(text), text.size()) == 1);
    EVP_MD_CTX_free(context);
    out.resize(size);
    return out;
}

std::string hmac_sha256(std::string_view key, std::string_view text) {
    std::string out(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes(text), text.size(),
         bytes(out), &size);
    out.resize(size);
    return out;
}

std::string wrap_key(KeyPair const& key, std::string_view digest_name, std::string_view secret) {
    auto const context = context_of(key);
    std::string out(512, '\0');
    auto size = out.size();
    must(EVP_PKEY_encrypt_init(context.get()) == 1);
    if (digest_name.empty()) {
        must(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING) == 1);
    } else {
        must(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING) == 1);
        must(EVP_PKEY_CTX_set_rsa_oaep_md(
                 context.get(), EVP_get_digestbyname(std::string{digest_name}.c_str())) == 1);
        must(EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha1()) == 1);
    }
    must(EVP_PKEY_encrypt(context.get(), bytes(out), &size, bytes(secret), secret.size()) == 1);
    out.resize(size);
    return out;
}

std::string encrypt(std::string const& cipher, std::string_view secret, std::string_view plain) {
    auto* method = EVP_CIPHER_fetch(nullptr, cipher.c_str(), nullptr);
    bool const gcm = cipher.ends_with("GCM");
    std::string const vector(gcm ? 12 : 16, '\x5a');
    std::string padded{plain};
    auto const block = static_cast<std::size_t>(EVP_CIPHER_get_iv_length(method));
    if (!gcm) {
        auto const padding = block - plain.size() % block;
        padded.append(padding - 1, 'x');
        padded += static_cast<char>(padding);
    }
    auto* context = EVP_CIPHER_CTX_new();
    std::string out(padded.size() + 32, '\0');
    int size = 0;
    int last = 0;
    must(EVP_EncryptInit_ex(context, method, nullptr, bytes(secret), bytes(vector)) == 1 &&
         EVP_CIPHER_CTX_set_padding(context, 0) == 1 &&
         EVP_EncryptUpdate(context, bytes(out), &size, bytes(padded),
                           static_cast<int>(padded.size())) == 1 &&
         EVP_EncryptFinal_ex(context, bytes(out) + size, &last) == 1);
    out.resize(static_cast<std::size_t>(size + last));
    if (gcm) {
        std::string tag(16, '\0');
        must(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, 16, tag.data()) == 1);
        out += tag;
    }
    EVP_CIPHER_CTX_free(context);
    EVP_CIPHER_free(method);
    return vector.substr(0, block) + out;
}

} // namespace hostile
