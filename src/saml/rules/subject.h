#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.11: confirmed once, by bearer, for this request, at our address, and not yet over.
Finding subject(Assertion const& assertion, Expectation const& expected);

/// 9.11 under the scheme's own profile: the Subject has the NameID that is new at each login
/// (eherkenning.md 3.2). Who somebody is, it does not say, so its format and value are not judged.
Finding subject_name(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
