#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.11: confirmed once, by bearer, for this request, at our address, and not yet over.
Finding subject(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
