#pragma once
#include "broker/messages/answer.h"
#include "broker/messages/element.h"
#include "broker/messages/keys.h"
#include "broker/messages/service_provider.h"
#include "foundation/instant.h"
#include "foundation/randomness.h"

#include <optional>
#include <string>
#include <string_view>

namespace broker {

/// A participant of the scheme: who it is and what it signs with.
struct Party {
    std::string entity_id;
    SigningKey key;
};

/// The broker (HM), and the authentication service (AD) and mandate register (MR) that it plays.
struct Keys {
    Party broker;
    Party authentication_service;
    Party mandate_register;
    /// The broker's next key: in its metadata already, not in use yet (eherkenning.md 4.3).
    std::optional<SigningKey> second = {};
};

/// The invented AD and MR, with keys made for as long as the program runs.
Keys keys_of(Party broker, foundation::Instant now);

/// The pseudonym under which the service provider knows this person in this answer.
std::string pseudonym_of(Person const& person, Answer const& answer,
                         std::string_view service_provider);

/// The Response to a successful sign-in (eherkenning.md 3), signed, ready for an ArtifactResponse.
Element response(Keys const& keys, ServiceProvider const& provider, Person const& person,
                 Answer const& answer, foundation::Randomness& randomness, foundation::Instant now);

/// The same as text, ready for a form.
std::string make_response(Keys const& keys, ServiceProvider const& provider, Person const& person,
                          Answer const& answer, foundation::Randomness& randomness,
                          foundation::Instant now);

/// Why there is no assertion (eherkenning.md 5.1).
struct Refusal {
    std::string request_id;
    std::string recipient;
    std::string_view status;        ///< Requester or Responder
    std::string_view second_status; ///< AuthnFailed, RequestUnsupported
    std::string_view message;
};

/// "Annuleren", or an authentication that failed: nobody can tell these two apart.
Refusal cancelled(std::string request_id, std::string recipient);

/// The broker cannot serve this service, level or attribute.
Refusal unsupported(std::string request_id, std::string recipient);

Element refusing_response(Party const& broker, Refusal const& refusal,
                          foundation::Randomness& randomness, foundation::Instant now);

} // namespace broker
