#pragma once
#include "saml/message.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.9: Success comes with exactly one Assertion, everything else with none. A failure becomes the
/// reason that the visitor is told (eherkenning.md 5.1).
Finding status(Response const& response);

} // namespace saml::rules
