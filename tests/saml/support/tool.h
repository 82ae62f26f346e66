#pragma once
#include <string>

namespace world {

/// Whether the xmlsec1 command line, a second implementation, finds the signature on the element of
/// this name to hold under the certificate.
bool xmlsec_verifies(std::string const& text, std::string const& element,
                     std::string const& certificate_pem);

} // namespace world
