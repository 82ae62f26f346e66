#pragma once
#include "foundation/instant.h"
#include "foundation/randomness.h"
#include "portal/identity.h"
#include "portal/keys/expiry.h"
#include "portal/signing_in/circuit.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal {

/// Why the door turns a visitor from the broker away (P3.3). Each has a page of its own, except
/// that everything wrong with a message is message_refused: what exactly is for the log only.
enum class Rejection {
    cancelled,          ///< cancelled at the broker, or not authenticated there (indistinguishable)
    level_too_low,      ///< a level below the one the service wants
    chain_mandate,      ///< acts through an intermediary
    not_served,         ///< the broker says it cannot serve this request
    broker_unavailable, ///< no usable answer from the broker within the time allowed
    message_refused,
};

/// In words for the journal and the log; docs/operating.md explains each under this name.
std::string_view name_of(Rejection reason);

/// A rejection with what the log may say about it: the failed check's name, never personal data.
struct Rejected {
    Rejection reason;
    std::string detail;
    bool answered = false; ///< of broker_unavailable: it spoke, though nothing usable
};

/// A visitor on the way to the broker. The browser posts `saml_request` to `destination`.
struct Departure {
    std::string request_id;
    std::string destination;  ///< the broker's address, from its metadata
    std::string saml_request; ///< base64 of the signed AuthnRequest
};

/// What is remembered of a departure until the visitor returns, at most 30 minutes, once.
struct PendingSignIn {
    std::string request_id;
    foundation::Instant departed_at;
    AssuranceLevel minimum_level = AssuranceLevel::loa3;
};

/// An artifact whose form and source are in order; what it stands for is still unknown.
struct Artifact {
    std::string text;                ///< base64, as received
    std::string resolution_endpoint; ///< from the broker's metadata, by the artifact's index
};

/// A visitor as the broker vouches for: everything in it was covered by a verified signature.
struct Arrival {
    std::string request_id;
    std::string response_id;
    std::string assertion_id;
    foundation::Instant
        assertion_expires_at; ///< with the skew: until then the id must be remembered
    foundation::Instant authenticated_at;
    Identity identity;
    std::string raw_pseudonym; ///< as received, before lower case
    std::string pseudonym_qualifier;
    std::optional<std::string> rsin;
    std::optional<std::string>
        branch_number; ///< twelve digits: the mandate holds for this branch only
    std::optional<std::string> organisation_name;
    AssuranceLevel level = AssuranceLevel::loa3;
    std::string authenticating_authority; ///< informational
};

/// How the way to the broker stands, for operators and for whoever is about to sign in.
struct BrokerCondition {
    Circuit::State circuit = Circuit::State::closed;
    std::vector<keys::Expiry> expiries{};
    /// When the source of its metadata was last looked at and found in order.
    std::optional<foundation::Instant> metadata_confirmed_at{};
};
/// Whether signing in is likely to fail for everybody.
bool has_disturbance(BrokerCondition const& condition, foundation::Instant now);

/// Scheme and host of an address.
std::string origin_of(std::string_view address);

/// eHerkenning as the portal sees it. Implemented by saml/; reference/eherkenning.md section 9.
class Broker {
public:
    virtual ~Broker() = default;

    /// Makes and signs an AuthnRequest. `request_id` is to be stored before the browser leaves.
    /// Asks for `minimum_level` when that is more than what the service wants of everybody (P3.2).
    virtual Departure send_off(foundation::Randomness& randomness, foundation::Instant now,
                               AssuranceLevel minimum_level) = 0;

    /// Checks the form of SAMLart (list item 3) without a call to anyone.
    virtual std::expected<Artifact, Rejected> read_artifact(std::string_view saml_art) = 0;

    /// Resolves the artifact over the back channel and checks the answer against the pending
    /// sign-in (items 5 to 19). Takes at most 10 seconds. `now` is the moment of the request.
    virtual std::expected<Arrival, Rejected> receive(Artifact const& artifact,
                                                     PendingSignIn const& pending,
                                                     foundation::Randomness& randomness,
                                                     foundation::Instant now) = 0;

    /// The same checks on a Response posted by the browser (base64). Only where the configuration
    /// says `response_binding = "post"`, for a broker outside eHerkenning.
    virtual std::expected<Arrival, Rejected> receive_posted(std::string_view saml_response,
                                                            PendingSignIn const& pending,
                                                            foundation::Instant now) = 0;

    virtual bool takes_posted_responses() const = 0;

    /// This service provider's signed metadata.
    virtual std::string metadata(foundation::Randomness& randomness, foundation::Instant now) = 0;

    virtual BrokerCondition condition(foundation::Instant now) const = 0;
};

} // namespace portal
