#pragma once
#include <string>

namespace world {

/// Whether the xmlsec1 command line, a second implementation, finds the signature on the element of
/// this name to hold under the certificate.
bool xmlsec_verifies(std::string const& text, std::string const& element,
                     std::string const& certificate_pem);

/// What the xmllint command line says of a text under a schema; empty when the text is valid. The
/// schemas of SAML are those of Debian's packages.
std::string schema_complaints(std::string const& text, std::string const& schema_file);

inline constexpr auto metadata_schema = "/usr/share/xml/opensaml/saml-schema-metadata-2.0.xsd";
inline constexpr auto catalogue_schema = SOURCE_DIR "/tests/saml/schemas/service_catalogue.xsd";

} // namespace world
