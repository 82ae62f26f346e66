#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// What ArtifactResponse, Response and Assertion share (9.7, 9.8, 9.10): an ID fit to be kept,
/// version 2.0, the broker as bare Issuer, and a fresh IssueInstant. `item` is the item's number.
Finding heading(Heading const& heading, Expectation const& expected, std::string_view item);

} // namespace saml::rules
