#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

#include <string_view>

namespace saml::rules {

/// The attribute of this name; null when there is none.
Attribute const* attribute_named(Assertion const& assertion, std::string_view name);

/// 9.18: one AttributeStatement, no name twice, no value with markup of its own.
Finding attributes(Assertion const& assertion, Expectation const& expected);

/// 9.17: no intermediary (a chain mandate), and no restriction but that to one branch.
Finding mandate(Assertion const& assertion, Expectation const& expected);

/// 9.14: the service that was asked for, once, under one of the configured UUIDs.
Finding service(Assertion const& assertion, Expectation const& expected);

/// 9.15, 9.16 before anything is decrypted: exactly one acting person and one to four identifiers
/// of the organisation, all of them encrypted.
Finding subject_ids(Assertion const& assertion, Expectation const& expected);

} // namespace saml::rules
