#pragma once
#include "saml/xml/keys.h"

namespace saml::xml {

/// Where a key is that never leaves its token (PKCS#11; decision 0075).
struct TokenKey {
    std::string uri;    ///< RFC 7512, without a PIN: pkcs11:token=mijnduo;object=signing
    std::string module; ///< the token's driver: a shared object
    foundation::Secret<std::string> pin{std::string{}};
};

/// Whether a configured key is the address of one in a token, and not the path of a file.
bool is_token_uri(std::string_view key);

/// A key that the token signs with, from any thread. The token is asked once, so that a wrong PIN
/// costs one try. Throws Fault with a plain sentence when it cannot be used.
PrivateKey key_in_token(TokenKey const& where);

} // namespace saml::xml
