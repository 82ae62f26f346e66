#include "saml/rules/authentication.h"

#include "saml/level.h"
#include "saml/rules/moments.h"

namespace saml::rules {

Finding fresh_authentication(Assertion const& assertion, Expectation const& expected) {
    if (assertion.authentications.size() != 1)
        return refused("9.13 one statement");
    auto const& statement = assertion.authentications.front();
    auto const at = read_moment(statement.instant);
    if (!at || *at > expected.now + expected.skew)
        return refused("9.13 instant");
    if (*at < expected.departed_at - expected.skew)
        return refused("9.13 before request");
    if (statement.session_not_on_or_after) {
        auto const end = read_moment(*statement.session_not_on_or_after);
        if (!end || expected.now >= *end + expected.skew)
            return refused("9.13 session ended");
    }
    if (statement.class_refs.size() != 1)
        return refused("9.13 one class");
    return std::nullopt;
}

Finding authentication(Assertion const& assertion, Expectation const& expected) {
    if (auto found = fresh_authentication(assertion, expected))
        return found;
    auto const level = level_named(assertion.authentications.front().class_refs.front());
    if (!level)
        return refused("9.13 unknown level");
    if (*level < expected.minimum_level)
        return refused("9.13 level", portal::Rejection::level_too_low);
    return std::nullopt;
}

} // namespace saml::rules
