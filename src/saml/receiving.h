#pragma once
#include "portal/signing_in/broker.h"
#include "saml/broker_metadata.h"
#include "saml/rules/expectation.h"
#include "saml/xml/decryption.h"

#include <expected>
#include <functional>
#include <span>
#include <string_view>

namespace saml {

/// All that judging a message needs besides the message.
struct Judgement {
    rules::Expectation expected;
    BrokerMetadata const& broker;
    std::span<xml::DecryptionKey const> decryption_keys;
    std::function<void(std::string_view)> const& log;
};

using Received = std::expected<portal::Arrival, portal::Rejected>;

/// The answer of the broker's artifact service to our ArtifactResolve of this id.
Received receive_answer(std::string_view soap, std::string_view resolve_id,
                        Judgement const& judgement);

/// A Response that the browser posted. Its own signature may be left to the Assertion's only where
/// the configuration says so.
Received receive_response(std::string_view text, bool must_be_signed, Judgement const& judgement);

} // namespace saml
