#pragma once
#include "foundation/secret.h"
#include "portal/policy.h"
#include "portal/signing_in/broker.h"
#include "saml/back_channel.h"
#include "saml/known_broker.h"
#include "saml/xml/token.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// eHerkenning for a service provider (reference: eherkenning.md): AuthnRequest, artifact, back
/// channel, and every check of its section 9 that concerns a message.
namespace saml {

/// A key for which the broker may encrypt, with its certificate.
struct DecryptionKeyPem {
    foundation::Secret<std::string> key_pem;
    std::string certificate_pem;
    bool published = true; ///< in our metadata: brokers want only the next certificate there
};

/// The portal's own key after this one: from a moment on messages are signed with it. Its
/// certificate is the one in the metadata as soon as it is here, because brokers swap at an agreed
/// moment and want the next one only (eherkenning.md 4.3).
struct NextSigningKeyPem {
    foundation::Secret<std::string> key_pem;
    std::optional<xml::TokenKey> token{}; ///< the key is here, and not in the PEM
    std::string certificate_pem;
    foundation::Instant from{};
};

struct Organisation {
    std::string name; ///< empty: left out of the metadata
    std::string display_name;
    std::string address;
};

struct Contact {
    std::string mail_address; ///< empty: left out of the metadata
    std::string company;
    std::string given_name;
    std::string surname;
    std::string telephone;
};

struct Settings {
    std::string entity_id;
    std::string service_id;
    std::vector<std::string> service_uuids; ///< empty: any
    std::string acs_address;
    portal::AssuranceLevel minimum_level = portal::AssuranceLevel::loa3;

    std::string broker_metadata;        ///< the file's content
    std::string broker_metadata_sha256; ///< of that content; may be empty when the signer is given
    std::string broker_metadata_signer_pem;
    std::string broker_entity_id; ///< may be empty when the metadata describes one broker

    foundation::Secret<std::string> signing_key_pem;
    std::optional<xml::TokenKey> signing_token{}; ///< the signing key is here, and not in the PEM
    std::string signing_certificate_pem;
    std::optional<NextSigningKeyPem> next_signing_key{};
    std::vector<DecryptionKeyPem> decryption_keys;

    bool post_binding = false; ///< Responses by the browser: only outside eHerkenning
    bool accept_unsigned_posted_response = false; ///< when its Assertion is signed
    bool allow_plain_http = false;                ///< development: http to other machines too
    std::chrono::seconds skew{60};                ///< 5 to 120

    std::string provider_name = "Mijn DUO";
    Organisation organisation{};
    Contact contact{};
    BackChannelSettings back_channel{};
    portal::Policy policy{}; ///< when the broker counts as away
};

using Log = std::function<void(std::string_view)>;

/// Throws foundation::Fault with a plain sentence when the configuration cannot be used: no signing
/// certificate, another fingerprint, expired, another entity, keys that do not fit. There is no
/// state in which messages are taken without a pinned key (security.md S1).
std::unique_ptr<portal::Broker> make_broker(Settings settings, foundation::Instant now, Log log);

/// The same with another way to the broker, for tests.
std::unique_ptr<portal::Broker> make_broker(Settings settings, foundation::Instant now, Log log,
                                            BackChannel back_channel);

/// With the broker's metadata kept by the caller, who may replace it while the portal serves. What
/// the settings say of the metadata is not looked at; something must have been taken up.
std::unique_ptr<portal::Broker> make_broker(Settings settings,
                                            std::shared_ptr<KnownBroker const> known,
                                            foundation::Instant now, Log log,
                                            BackChannel back_channel);

/// By what the settings say the metadata is believed, and what it must offer.
std::shared_ptr<KnownBroker> known_broker(Settings const& settings, Log log);

struct ServiceDescription;

/// This service in the form of the scheme's catalogue (eherkenning.md 4.4), signed. Throws as
/// make_broker does; needs nothing of the broker.
std::string make_service_catalogue(Settings const& settings, ServiceDescription const& service,
                                   foundation::Randomness& randomness, foundation::Instant now);

} // namespace saml
