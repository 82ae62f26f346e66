#pragma once

namespace saml::xml {

/// libxml2 writes what it finds wrong to stderr, per thread, unless it is told not to. What is
/// wrong with a message is told by the check that refuses it.
void silence_this_thread();

} // namespace saml::xml
