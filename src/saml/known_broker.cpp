#include "saml/known_broker.h"

#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/back_channel.h"

#include <algorithm>

namespace saml {

using foundation::Fault;
using foundation::Instant;

namespace {

void check_addresses(BrokerMetadata const& broker, KnownBroker::Demands const& demands) {
    auto const permitted = [&](std::string_view address) {
        return is_permitted_address(address, demands.allow_plain_http);
    };
    if (!permitted(broker.sign_on_address) ||
        !std::ranges::all_of(broker.artifact_endpoints, permitted, &ArtifactEndpoint::location))
        throw Fault{"the broker's metadata holds an address that is not https"};
    if (demands.artifact_service && broker.artifact_endpoints.empty())
        throw Fault{"the broker's metadata offers no artifact resolution service"};
}

/// An old set with a good signature that is offered again would bring back a key that the broker
/// has withdrawn. It is known by its end, the only moment that metadata has.
void check_order(BrokerMetadata const& read, BrokerMetadata const& before) {
    if (before.valid_until && (!read.valid_until || *read.valid_until < *before.valid_until))
        throw Fault{"the broker's metadata is older than what is in use: it ends earlier"};
}

} // namespace

KnownBroker::KnownBroker(MetadataTrust trust, Demands demands, Log log)
    : trust_(std::move(trust))
    , demands_(demands)
    , log_(std::move(log)) {}

bool KnownBroker::take_up(std::string const& file, std::optional<Instant> obtained_at,
                          Instant now) {
    auto const digest = foundation::sha256_hex(file);
    auto trust = trust_;
    auto const before = current();
    if (before)
        trust.entity_id = before->entity_id; // a renewal never makes it another broker
    // The same file is judged again too: it may have run out since.
    auto read = read_broker_metadata(file, trust, now, [&](std::string_view line) {
        if (!before)
            log_(line);
    });
    check_addresses(read, demands_);
    if (before && obtained_at) // a file is put there by the operator, who may go back
        check_order(read, *before);
    std::scoped_lock const lock{mutex_};
    confirmed_at_ = now;
    if (digest == digest_)
        return false;
    read.obtained_at = obtained_at;
    current_ = std::make_shared<BrokerMetadata const>(std::move(read));
    digest_ = digest;
    return true;
}

KnownBroker::Snapshot KnownBroker::current() const {
    std::scoped_lock const lock{mutex_};
    return current_;
}

std::optional<Instant> KnownBroker::confirmed_at() const {
    std::scoped_lock const lock{mutex_};
    return confirmed_at_;
}

} // namespace saml
