#include "saml/rules/artifact_answer.h"

#include "saml/names.h"
#include "saml/rules/heading.h"

namespace saml::rules {

Finding artifact_answer(ArtifactAnswer const& answer, Expectation const& expected,
                        std::string_view resolve_id) {
    if (auto found = heading(answer.heading, expected, "9.7"))
        return found;
    if (answer.in_response_to != resolve_id)
        return refused("9.7 in response to");
    if (answer.status.top != names::status_success || !answer.status.second.empty())
        return refused("9.7 outer status");
    return std::nullopt;
}

} // namespace saml::rules
