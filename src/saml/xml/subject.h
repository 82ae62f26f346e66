#pragma once
#include "saml/xml/keys.h"

#include <string>

namespace saml::xml {

/// The serialNumber in a certificate's subject, where PKIoverheid puts the OIN. Not the number of
/// the certificate itself. Empty when there is none.
std::string subject_serial_number(Certificate const& certificate);

} // namespace saml::xml
