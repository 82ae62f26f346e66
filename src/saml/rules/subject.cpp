#include "saml/rules/subject.h"

#include "foundation/text.h"
#include "saml/names.h"
#include "saml/rules/moments.h"

namespace saml::rules {

Finding subject(Assertion const& assertion, Expectation const& expected) {
    if (assertion.confirmations.size() != 1)
        return refused("9.11 one confirmation");
    auto const& confirmation = assertion.confirmations.front();
    if (confirmation.method != names::bearer)
        return refused("9.11 bearer");
    if (confirmation.in_response_to.empty() || confirmation.in_response_to != expected.request_id)
        return refused("9.11 in response to");
    if (confirmation.recipient != expected.acs_address)
        return refused("9.11 recipient");
    auto const until = read_moment(confirmation.not_on_or_after);
    if (!until || expected.now >= *until + expected.skew)
        return refused("9.11 not on or after");
    if (confirmation.not_before) // SAML profiles 4.1.4.2 forbids it for a bearer
        return refused("9.11 not before");
    return std::nullopt;
}

Finding subject_name(Assertion const& assertion, Expectation const&) {
    if (!assertion.name_id || foundation::trimmed(assertion.name_id->value).empty())
        return refused("9.11 name");
    return std::nullopt;
}

} // namespace saml::rules
