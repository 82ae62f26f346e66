#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.8: the Response is the broker's answer to this visitor's own request, meant for our address,
/// and the request is at most 30 minutes old. That it is used only once is the database's business.
Finding response(Response const& response, Expectation const& expected);

} // namespace saml::rules
