#pragma once
#include "broker/messages/assertion.h"

namespace broker {

/// Who acted and for whom in plain attributes, as brokers do for a service provider outside
/// eHerkenning, which has no key to encrypt for (eherkenning.md 3.3 "flattened", 7).
Element plain_statement(SignIn const& sign_in);

} // namespace broker
