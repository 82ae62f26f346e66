#pragma once
#include "saml/agency/profile.h"
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

#include <expected>
#include <optional>

/// What the staff door asks beyond the rules that both doors share. Details begin with P8.1.
namespace saml::agency {

/// Authenticated as strictly as at the broker, in one of the ways that the configuration allows.
rules::Finding authentication(Assertion const& assertion, rules::Expectation const& expected,
                              Profile const& profile);

struct StaffPerson {
    std::string subject;
    std::string name;
    std::string email;
    std::vector<portal::StaffRole> roles;
};

/// Who it is, by the configured attributes of a verified assertion.
/// Values of the role attribute that mean nothing here are passed over; everything else must be
/// there once and be fit to be kept.
std::expected<StaffPerson, portal::Rejected> person(Assertion const& assertion,
                                                    Profile const& profile);

} // namespace saml::agency
