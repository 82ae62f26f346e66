#pragma once
#include "broker/messages/assertion.h"

#include <string>

namespace broker {

/// The Advice with the authentication service's and the mandate register's own signed assertions
/// (eherkenning.md 3.5). A service provider must take nothing from it: it only has to cope.
Element advice(SignIn const& sign_in, std::string const& transient,
               foundation::Randomness& randomness, foundation::Instant now);

} // namespace broker
