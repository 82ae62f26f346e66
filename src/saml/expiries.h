#pragma once
#include "portal/keys/expiry.h"
#include "saml/broker_metadata.h"

#include <string>
#include <vector>

namespace saml {

portal::keys::Expiry expiry_of(portal::keys::Holding holding, xml::Certificate const& certificate);

/// The certificate shown on the back channel, of whatever kind its key is; nothing without one.
void add_expiry_of_client(std::string const& certificate_pem,
                          std::vector<portal::keys::Expiry>& all);

/// The broker's signing certificates, and the metadata itself when it names an end.
void add_expiries_of(BrokerMetadata const& broker, std::vector<portal::keys::Expiry>& all);

} // namespace saml
