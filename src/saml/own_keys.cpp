#include "saml/own_keys.h"

#include "foundation/fault.h"

#include <algorithm>

namespace saml {

using foundation::Fault;
using foundation::Instant;

namespace {

/// `which` is "" or "next ".
xml::SigningKey signing_key(foundation::Secret<std::string> const& key_pem,
                            std::optional<xml::TokenKey> const& token,
                            std::string const& certificate_pem, std::string const& which) {
    auto key = token ? xml::key_in_token(*token) : xml::PrivateKey::parse(key_pem);
    auto certificate = xml::Certificate::from_pem(certificate_pem);
    if (!key || !certificate)
        throw Fault{"the " + which +
                    "signing key or its certificate cannot be read, or is no RSA key of 2048 "
                    "bits or more"};
    if (!key->belongs_to(certificate->key))
        throw Fault{"the " + which + "signing key and its certificate do not belong together"};
    return {.key = std::move(*key), .certificate = std::move(*certificate)};
}

} // namespace

Signing signing(Settings const& settings, Instant now) {
    Signing read{.present = signing_key(settings.signing_key_pem, settings.signing_token,
                                        settings.signing_certificate_pem, ""),
                 .next = std::nullopt};
    if (auto const& next = settings.next_signing_key) {
        read.next = signing_key(next->key_pem, next->token, next->certificate_pem, "next ");
        read.next_from = next->from;
        if (!read.next->certificate.in_date(std::max(next->from, now)))
            throw Fault{"the next signing certificate is not in date when it is to be used"};
    }
    if (!read.at(now).certificate.in_date(now))
        throw Fault{"the signing certificate is not in date"};
    return read;
}

Encryption encryption(Settings const& settings) {
    Encryption read;
    for (auto const& configured : settings.decryption_keys) {
        auto key = xml::PrivateKey::parse(configured.key_pem);
        auto certificate = xml::Certificate::from_pem(configured.certificate_pem);
        if (!key || !certificate || !key->belongs_to(certificate->key))
            throw Fault{"a decryption key or its certificate cannot be read, or they do not "
                        "belong together"};
        read.keys.push_back({.key_name = certificate->sha256, .key = std::move(*key)});
        if (configured.published)
            read.published.push_back(*certificate);
        read.all.push_back(std::move(*certificate));
    }
    if (read.keys.empty())
        throw Fault{"no decryption key is configured: identities arrive encrypted"};
    return read;
}

} // namespace saml
