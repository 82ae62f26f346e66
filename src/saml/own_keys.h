#pragma once
#include "saml/broker.h"
#include "saml/xml/decryption.h"
#include "saml/xml/writing.h"

#include <vector>

namespace saml {

/// The portal's own key, and from a moment on the next one.
struct Signing {
    xml::SigningKey present;
    std::optional<xml::SigningKey> next;
    foundation::Instant next_from{};

    xml::SigningKey const& at(foundation::Instant now) const {
        return next && now >= next_from ? *next : present;
    }
    xml::Certificate const& published() const { return (next ? *next : present).certificate; }
};

struct Encryption {
    std::vector<xml::DecryptionKey> keys;
    std::vector<xml::Certificate> published;
    std::vector<xml::Certificate> all;
};

// Both throw foundation::Fault with a plain sentence when what is configured cannot be used.
Signing signing(Settings const& settings, foundation::Instant now);
Encryption encryption(Settings const& settings);

} // namespace saml
