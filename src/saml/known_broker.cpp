#include "saml/known_broker.h"

#include "foundation/digest.h"
#include "foundation/fault.h"
#include "saml/back_channel.h"

#include <algorithm>
#include <compare>

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

/// Which of two sets is the older one: by when they were published where both say it, else by when
/// they end, the one moment that every signed set has.
std::strong_ordering age(BrokerMetadata const& one, BrokerMetadata const& other) {
    if (one.created_at && other.created_at)
        return *one.created_at <=> *other.created_at;
    return one.valid_until.value_or(Instant::min()) <=> other.valid_until.value_or(Instant::min());
}

/// Whether the file, or a key in it, was in use before and is no longer.
bool was_left_behind(BrokerMetadata const& read, std::string const& digest,
                     KnownBroker::LeftBehind const& marks) {
    return marks.contains(digest) ||
           std::ranges::any_of(read.keys, [&](xml::VerificationKey const& key) {
               return marks.contains(key.certificate.sha256);
           });
}

} // namespace

KnownBroker::KnownBroker(MetadataTrust trust, Demands demands, Log log)
    : trust_(std::move(trust))
    , demands_(demands)
    , log_(std::move(log)) {}

BrokerMetadata KnownBroker::judged(std::string const& file, Snapshot const& before, Log const& log,
                                   Instant now) const {
    auto trust = trust_;
    if (before)
        trust.entity_id = before->entity_id; // a renewal never makes it another broker
    auto read = read_broker_metadata(file, trust, now, log);
    check_addresses(read, demands_);
    return read;
}

/// An old set with a good signature that is offered again would bring back a key that the broker
/// has withdrawn (M1).
void KnownBroker::check_order(BrokerMetadata const& read, std::string const& digest) const {
    auto const order = age(read, *current_);
    if (order < 0)
        throw Fault{read.created_at && current_->created_at
                        ? "the broker's metadata is older than what is in use: it was published "
                          "earlier"
                        : "the broker's metadata is older than what is in use: it ends earlier"};
    if (order == 0 && was_left_behind(read, digest, left_behind_))
        throw Fault{"the broker's metadata is no newer than what is in use, and brings back what "
                    "was replaced or a signing key that was withdrawn"};
}

void KnownBroker::note_replaced(BrokerMetadata const& read) {
    if (age(read, *current_) != 0) { // what is older than this one is known by its age
        left_behind_.clear();
        return;
    }
    left_behind_.insert(digest_);
    for (auto const& key : current_->keys)
        left_behind_.insert(key.certificate.sha256);
    for (auto const& key : read.keys)
        left_behind_.erase(key.certificate.sha256);
}

bool KnownBroker::take_up(std::string const& file, std::optional<Instant> obtained_at,
                          Instant now) {
    auto const digest = foundation::sha256_hex(file);
    auto const before = current();
    // The same file is judged again too: it may have run out since.
    auto read = judged(
        file, before,
        [&](std::string_view line) {
            if (!before)
                log_(line);
        },
        now);
    std::scoped_lock const lock{mutex_};
    // A file is put there by the operator, who may go back.
    if (current_ && obtained_at && digest != digest_)
        check_order(read, digest);
    confirmed_at_ = now;
    if (digest == digest_)
        return false;
    if (current_)
        note_replaced(read);
    read.obtained_at = obtained_at;
    current_ = std::make_shared<BrokerMetadata const>(std::move(read));
    digest_ = digest;
    return true;
}

bool KnownBroker::is_outdone_by(std::string const& file, LeftBehind const& left_behind,
                                Instant now) const {
    auto const before = current();
    try {
        auto const read = judged(file, before, [](std::string_view) {}, now);
        std::scoped_lock const lock{mutex_};
        if (!current_)
            return true;
        auto const order = age(read, *current_);
        return order > 0 || (order == 0 && was_left_behind(*current_, digest_, left_behind));
    } catch (Fault const&) {
        return false;
    }
}

KnownBroker::LeftBehind KnownBroker::left_behind() const {
    std::scoped_lock const lock{mutex_};
    return left_behind_;
}

void KnownBroker::remember(LeftBehind const& left_behind) {
    std::scoped_lock const lock{mutex_};
    left_behind_.insert(left_behind.begin(), left_behind.end());
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
