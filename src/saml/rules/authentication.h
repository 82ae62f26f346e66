#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.13 without the level: authenticated once, after we asked for it (ForceAuthn), in one way, in a
/// session at the provider that has not ended.
Finding fresh_authentication(Assertion const& assertion, Expectation const& expected);

/// 9.13: authenticated once, after we asked for it (ForceAuthn), at a known level that is high
/// enough, in a session at the broker that has not ended.
Finding authentication(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
