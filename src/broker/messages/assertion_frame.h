#pragma once
#include "broker/messages/assertion.h"
#include "broker/messages/parts.h"

#include <string_view>
#include <vector>

namespace broker {

namespace qualifier {
inline constexpr std::string_view kvk = "urn:etoegang:1.9:EntityConcernedID:KvKnr";
inline constexpr std::string_view rsin = "urn:etoegang:1.9:EntityConcernedID:RSIN";
inline constexpr std::string_view pseudonym = "urn:etoegang:1.13:EntityConcernedID:Pseudo";
} // namespace qualifier

/// An assertion with Issuer, Subject and Conditions; Advice and statements are to follow.
struct Frame {
    std::string_view issuer;
    std::string_view transient; ///< the Subject: another one at every sign-in, nobody's identity
    std::vector<std::string> audiences;
};

Element framed_assertion(Frame const& frame, SignIn const& sign_in,
                         foundation::Randomness& randomness, foundation::Instant now);

Element authn_statement(SignIn const& sign_in, std::string const& session, foundation::Instant now);

/// The represented party in one value per kind of number (eherkenning.md 3.3).
std::vector<Element> legal_subject(Organisation const& organisation, Recipient const& recipient,
                                   foundation::Randomness& randomness);

/// Whom identifiers are encrypted for.
Recipient service_provider(SignIn const& sign_in);

} // namespace broker
