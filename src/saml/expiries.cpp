#include "saml/expiries.h"

namespace saml {

using portal::keys::Expiry;
using portal::keys::Holding;

Expiry expiry_of(Holding holding, xml::Certificate const& certificate) {
    return {.holding = holding,
            .mark = certificate.sha256,
            .from = certificate.valid_from,
            .until = certificate.valid_until};
}

void add_expiry_of_client(std::string const& certificate_pem, std::vector<Expiry>& all) {
    if (auto const client = xml::validity_of_pem(certificate_pem))
        all.push_back({.holding = Holding::client,
                       .mark = client->sha256,
                       .from = client->from,
                       .until = client->until});
}

void add_expiries_of(BrokerMetadata const& broker, std::vector<Expiry>& all) {
    for (auto const& key : broker.keys)
        all.push_back(expiry_of(Holding::broker_signing, key.certificate));
    if (broker.valid_until)
        all.push_back({.holding = Holding::broker_metadata,
                       .mark = broker.entity_id,
                       .from = broker.obtained_at,
                       .until = *broker.valid_until});
}

} // namespace saml
