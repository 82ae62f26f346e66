#pragma once
#include "foundation/instant.h"
#include "saml/xml/element.h"
#include "saml/xml/keys.h"

#include <expected>
#include <span>
#include <string>
#include <string_view>

namespace saml::xml {

/// A key of the broker, pinned from its metadata.
struct VerificationKey {
    std::string key_name;
    Certificate certificate;
};

/// An element that a pinned key's signature covers whole. Only verification makes one: what takes a
/// Signed cannot be handed an unverified element by mistake (security.md S5).
class Signed {
public:
    /// The element when its own signature holds under one of the keys in date. Otherwise what is
    /// wrong with it: see read_signature_shape, and digest or key.
    static std::expected<Signed, std::string_view>
    verify(Element const& element, std::span<VerificationKey const> keys, foundation::Instant now);

    Element const& element() const { return element_; }

private:
    explicit Signed(Element const& element)
        : element_(element) {}
    Element element_;
};

} // namespace saml::xml
