#pragma once
#include "saml/xml/escaping.h"
#include "saml/xml/keys.h"

#include <string>
#include <string_view>

namespace saml::xml {

/// A message of our own, written in exclusive canonical form from the start: attributes in
/// alphabetical order, namespaces declared where they are first used, no empty-element tags. So the
/// digest is that of the text itself. `opening` runs up to the place of the signature.
struct CanonicalMessage {
    std::string id;
    std::string opening;
    std::string rest;
};

/// What this portal signs with.
struct SigningKey {
    PrivateKey key;
    Certificate certificate;
};

/// How a signature tells the reader which key made it (eherkenning.md 2.3.5 and 2.3.6).
enum class KeyHint { name, certificate };

/// The message with an enveloped rsa-sha256 signature over exclusive canonical form.
std::string signed_text(CanonicalMessage const& message, SigningKey const& key, KeyHint hint);

} // namespace saml::xml
