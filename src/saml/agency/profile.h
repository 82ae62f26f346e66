#pragma once
#include "portal/accounts/account.h"

#include <map>
#include <string>
#include <vector>

namespace saml::agency {

/// How the agency's identity provider tells who somebody is: which attributes, and what their
/// values mean.
struct Profile {
    std::string subject_attribute; ///< empty: the Subject's persistent NameID
    std::string name_attribute;
    std::string mail_attribute;
    std::string roles_attribute;
    std::map<std::string, std::vector<portal::StaffRole>, std::less<>> roles; ///< by value
    std::vector<std::string> context_classes; ///< ways of authenticating that do; empty: any
};

} // namespace saml::agency
