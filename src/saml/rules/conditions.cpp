#include "saml/rules/conditions.h"

#include "saml/rules/moments.h"

#include <algorithm>

namespace saml::rules {
namespace {

Finding window(Conditions const& conditions, Expectation const& expected) {
    auto const from = read_moment(conditions.not_before);
    auto const until = read_moment(conditions.not_on_or_after);
    if (!from || expected.now + expected.skew < *from)
        return refused("9.12 not before");
    if (!until || expected.now >= *until + expected.skew)
        return refused("9.12 not on or after");
    if (*until <= *from)
        return refused("9.12 window");
    return std::nullopt;
}

} // namespace

Finding conditions(Assertion const& assertion, Expectation const& expected) {
    if (assertion.conditions.size() != 1)
        return refused("9.12 one conditions");
    auto const& conditions = assertion.conditions.front();
    if (!conditions.only_known)
        return refused("9.12 unknown condition");
    if (auto found = window(conditions, expected))
        return found;
    auto const names_us = [&](std::vector<std::string> const& audiences) {
        return std::ranges::find(audiences, expected.entity_id) != audiences.end();
    };
    if (conditions.audiences.empty() || !std::ranges::all_of(conditions.audiences, names_us))
        return refused("9.12 audience");
    return std::nullopt;
}

} // namespace saml::rules
