#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.10: the verified Assertion is the broker's own, fresh, and made of the known parts. That its
/// ID was never seen before is the database's business.
Finding assertion(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
