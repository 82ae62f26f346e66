#pragma once
#include "saml/message.h"
#include "saml/rules/expectation.h"
#include "saml/rules/finding.h"

namespace saml::rules {

/// 9.7: the ArtifactResponse answers our own ArtifactResolve, and its outer status is Success: a
/// failed login is told inside (eherkenning.md 4.2).
Finding artifact_answer(ArtifactAnswer const& answer, Expectation const& expected,
                        std::string_view resolve_id);

} // namespace saml::rules
