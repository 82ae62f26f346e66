#include "saml/rules/assertion.h"

#include "saml/rules/heading.h"

namespace saml::rules {

Finding assertion(Assertion const& assertion, Expectation const& expected) {
    if (auto found = heading(assertion.heading, expected, "9.10"))
        return found;
    if (!assertion.only_known_parts)
        return refused("9.10 parts");
    return std::nullopt;
}

} // namespace saml::rules
