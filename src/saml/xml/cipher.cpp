#include "saml/xml/cipher.h"

#include <openssl/err.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace saml::xml {
namespace {

constexpr std::size_t block = 16;

struct Form {
    EVP_CIPHER const* method;
    std::size_t key;
    std::size_t vector;
    std::size_t tag; ///< 0: none, the last block is padded
};

/// Fetched once: OpenSSL 3 looks an algorithm up anew each time it is named.
Form form_of(Cipher cipher) {
    static EVP_CIPHER const* const cbc128 = EVP_CIPHER_fetch(nullptr, "AES-128-CBC", nullptr);
    static EVP_CIPHER const* const cbc256 = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    static EVP_CIPHER const* const gcm128 = EVP_CIPHER_fetch(nullptr, "AES-128-GCM", nullptr);
    static EVP_CIPHER const* const gcm256 = EVP_CIPHER_fetch(nullptr, "AES-256-GCM", nullptr);
    switch (cipher) {
    case Cipher::aes128_cbc:
        return {cbc128, 16, block, 0};
    case Cipher::aes256_cbc:
        return {cbc256, 32, block, 0};
    case Cipher::aes128_gcm:
        return {gcm128, 16, 12, 16};
    case Cipher::aes256_gcm:
        return {gcm256, 32, 12, 16};
    }
    std::unreachable();
}

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

/// XML encryption pads with any bytes; only the last one says how many there are.
std::optional<std::string> without_padding(std::string plain) {
    if (plain.empty())
        return std::nullopt;
    auto const padding = static_cast<unsigned char>(plain.back());
    if (padding == 0 || padding > block) // there are whole blocks, so there is as much to take off
        return std::nullopt;
    plain.resize(plain.size() - padding);
    return plain;
}

} // namespace

std::optional<Cipher> cipher_named(std::string_view algorithm) {
    static constexpr std::array known{
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmlenc#aes128-cbc"},
                  Cipher::aes128_cbc},
        std::pair{std::string_view{"http://www.w3.org/2001/04/xmlenc#aes256-cbc"},
                  Cipher::aes256_cbc},
        std::pair{std::string_view{"http://www.w3.org/2009/xmlenc11#aes128-gcm"},
                  Cipher::aes128_gcm},
        std::pair{std::string_view{"http://www.w3.org/2009/xmlenc11#aes256-gcm"},
                  Cipher::aes256_gcm}};
    auto const found =
        std::ranges::find(known, algorithm, [](auto const& entry) { return entry.first; });
    return found == known.end() ? std::nullopt : std::optional{found->second};
}

std::optional<std::string> decrypt(Cipher cipher, std::string_view key, std::string_view sealed) {
    auto const form = form_of(cipher);
    if (key.size() != form.key || sealed.size() < form.vector + form.tag)
        return std::nullopt;
    auto const vector = sealed.substr(0, form.vector);
    auto const body = sealed.substr(form.vector, sealed.size() - form.vector - form.tag);
    std::string tag{sealed.substr(sealed.size() - form.tag)};

    using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;
    Context const context{EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
    std::string plain(body.size() + block, '\0');
    auto* out = reinterpret_cast<unsigned char*>(plain.data());
    int written = 0;
    int last = 0;
    bool const done =
        EVP_DecryptInit_ex(context.get(), form.method, nullptr, bytes(key), bytes(vector)) == 1 &&
        EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 &&
        EVP_DecryptUpdate(context.get(), out, &written, bytes(body),
                          static_cast<int>(body.size())) == 1 &&
        (form.tag == 0 || EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG,
                                              static_cast<int>(form.tag), tag.data()) == 1) &&
        EVP_DecryptFinal_ex(context.get(), out + written, &last) == 1;
    ERR_clear_error();
    if (!done)
        return std::nullopt;
    plain.resize(static_cast<std::size_t>(written) + static_cast<std::size_t>(last));
    return form.tag == 0 ? without_padding(std::move(plain)) : std::optional{std::move(plain)};
}

} // namespace saml::xml
