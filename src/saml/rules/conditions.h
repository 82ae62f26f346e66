#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.12: one Conditions element with both ends of a window that holds now, and an audience that is
/// us in every restriction. A condition that we do not know is one that we cannot keep.
Finding conditions(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
