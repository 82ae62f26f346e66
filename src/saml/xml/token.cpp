// OpenSSL 3 calls engines deprecated; Debian 12 has no PKCS#11 provider yet (decision 0075).
#define OPENSSL_SUPPRESS_DEPRECATED
#include "saml/xml/token.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <openssl/engine.h>
#include <openssl/err.h>
#include <openssl/evp.h>

#include <mutex>

namespace saml::xml {
namespace {

using foundation::Fault;

/// The driver is loaded once and stays until the program ends: it keeps its state, and who is
/// signed in to a token, for the whole process.
struct Loaded {
    ENGINE* engine = nullptr;
    std::string module{};
};

/// One at a time: both the bridge to the driver and many drivers were made for one thread.
std::mutex& turn() {
    static std::mutex mutex;
    return mutex;
}

Loaded& loaded() {
    static Loaded loaded;
    return loaded;
}

bool command(ENGINE* engine, char const* name, std::string const& value) {
    return ENGINE_ctrl_cmd_string(engine, name, value.c_str(), 0) == 1;
}

ENGINE* engine_for(std::string const& module) {
    auto& it = loaded();
    if (it.engine != nullptr) {
        if (it.module != module)
            throw Fault{"keys in tokens must all have the same pkcs11_module"};
        return it.engine;
    }
    ENGINE_load_dynamic();
    auto* engine = ENGINE_by_id("pkcs11");
    if (engine == nullptr)
        throw Fault{"the signing key is in a token, and OpenSSL has no engine for it: install "
                    "libengine-pkcs11-openssl"};
    if (!command(engine, "MODULE_PATH", module) || ENGINE_init(engine) != 1) {
        ENGINE_free(engine);
        throw Fault{"the driver of the token cannot be loaded: " + module};
    }
    it = {.engine = engine, .module = module};
    return engine;
}

/// What the bridge said last, of which only the reason is for people.
std::string reason() {
    auto const code = ERR_peek_error();
    auto const* text = code == 0 ? nullptr : ERR_reason_error_string(code);
    std::string said = text == nullptr ? "no reason was given" : text;
    ERR_clear_error();
    return said;
}

} // namespace

bool is_token_uri(std::string_view key) { return key.starts_with("pkcs11:"); }

PrivateKey key_in_token(TokenKey const& where) {
    std::scoped_lock const lock{turn()};
    auto* engine = engine_for(where.module);
    ERR_clear_error();
    // The type is ours to say: without it the bridge may find the public half.
    auto uri = where.uri;
    if (uri.find("type=") == std::string::npos)
        uri += ";type=private";
    if (!command(engine, "PIN", where.pin.reveal()))
        throw Fault{"the token takes no PIN"};
    std::shared_ptr<evp_pkey_st> const key{
        ENGINE_load_private_key(engine, uri.c_str(), nullptr, nullptr), &EVP_PKEY_free};
    command(engine, "PIN", ""); // the bridge keeps it otherwise
    if (key == nullptr)
        throw Fault{"the token gives no signing key at " + where.uri + ": " + reason()};
    if (EVP_PKEY_is_a(key.get(), "RSA") != 1 || EVP_PKEY_get_bits(key.get()) < 2048)
        throw Fault{"the signing key in the token is no RSA key of 2048 bits or more"};
    return PrivateKey{key, &turn()};
}

} // namespace saml::xml
