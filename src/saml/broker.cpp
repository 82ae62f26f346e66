#include "saml/broker.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/artifact.h"
#include "saml/broker_metadata.h"
#include "saml/level.h"
#include "saml/own_metadata.h"
#include "saml/receiving.h"
#include "saml/request.h"
#include "saml/rules/finding.h"
#include "saml/service_catalogue.h"
#include "saml/xml/base64.h"

#include <algorithm>

namespace saml {
namespace {

using foundation::Fault;
using foundation::Instant;

constexpr std::chrono::seconds least_skew{5};
constexpr std::chrono::seconds most_skew{120}; // security.md P5
constexpr std::size_t largest_posted = std::size_t{384} * 1024;

xml::SigningKey signing_key(Settings const& settings, Instant now) {
    auto key = settings.signing_token ? xml::key_in_token(*settings.signing_token)
                                      : xml::PrivateKey::parse(settings.signing_key_pem);
    auto certificate = xml::Certificate::from_pem(settings.signing_certificate_pem);
    if (!key || !certificate)
        throw Fault{"the signing key or its certificate cannot be read, or is no RSA key of 2048 "
                    "bits or more"};
    if (!key->belongs_to(certificate->key))
        throw Fault{"the signing key and its certificate do not belong together"};
    if (!certificate->in_date(now))
        throw Fault{"the signing certificate is not in date"};
    return {.key = std::move(*key), .certificate = std::move(*certificate)};
}

struct Encryption {
    std::vector<xml::DecryptionKey> keys;
    std::vector<xml::Certificate> published;
};

Encryption encryption(Settings const& settings) {
    Encryption read;
    for (auto const& configured : settings.decryption_keys) {
        auto key = xml::PrivateKey::parse(configured.key_pem);
        auto certificate = xml::Certificate::from_pem(configured.certificate_pem);
        if (!key || !certificate || !key->belongs_to(certificate->key))
            throw Fault{"a decryption key or its certificate cannot be read, or they do not "
                        "belong together"};
        read.keys.push_back({.key_name = certificate->sha256, .key = std::move(*key)});
        if (configured.published)
            read.published.push_back(std::move(*certificate));
    }
    if (read.keys.empty())
        throw Fault{"no decryption key is configured: identities arrive encrypted"};
    return read;
}

void check_profile(Settings const& settings) {
    if (settings.entity_id.empty() || settings.service_id.empty() || settings.acs_address.empty())
        throw Fault{"the entity id, the service id and the address for answers must be configured"};
    if (settings.skew < least_skew || settings.skew > most_skew)
        throw Fault{"the permitted difference between clocks must be 5 to 120 seconds"};
}

void check_addresses(Settings const& settings, BrokerMetadata const& broker) {
    auto const permitted = [&](std::string_view address) {
        return is_permitted_address(address, settings.allow_plain_http);
    };
    if (!permitted(broker.sign_on_address) ||
        !std::ranges::all_of(broker.artifact_endpoints, permitted, &ArtifactEndpoint::location))
        throw Fault{"the broker's metadata holds an address that is not https"};
    if (!settings.post_binding && broker.artifact_endpoints.empty())
        throw Fault{"the broker's metadata offers no artifact resolution service"};
}

class EHerkenning final : public portal::Broker {
public:
    EHerkenning(Settings settings, Instant now, Log log, BackChannel back_channel)
        : settings_((check_profile(settings), std::move(settings)))
        , log_(std::move(log))
        , back_channel_(std::move(back_channel))
        , signing_key_(signing_key(settings_, now))
        , encryption_(encryption(settings_))
        , broker_(read_broker_metadata(settings_.broker_metadata,
                                       {.sha256 = settings_.broker_metadata_sha256,
                                        .signer_pem = settings_.broker_metadata_signer_pem,
                                        .entity_id = settings_.broker_entity_id},
                                       now, log_)) {
        check_addresses(settings_, broker_);
    }

    portal::Departure send_off(foundation::Randomness& randomness, Instant now,
                               portal::AssuranceLevel minimum_level) override {
        auto const id = mint_id(randomness);
        auto const request = authn_request({.id = id,
                                            .now = now,
                                            .destination = broker_.sign_on_address,
                                            .entity_id = settings_.entity_id,
                                            .minimum_class = minimum_level > settings_.minimum_level
                                                                 ? class_ref_of(minimum_level)
                                                                 : std::string_view{}},
                                           settings_.provider_name, signing_key_);
        return {.request_id = id,
                .destination = broker_.sign_on_address,
                .saml_request = foundation::base64(request)};
    }

    std::expected<portal::Artifact, portal::Rejected>
    read_artifact(std::string_view saml_art) override {
        return saml::read_artifact(saml_art, broker_);
    }

    Received receive(portal::Artifact const& artifact, portal::PendingSignIn const& pending,
                     foundation::Randomness& randomness, Instant now) override {
        if (auto const found = expired(now))
            return std::unexpected{*found};
        auto const id = mint_id(randomness);
        auto const answer =
            back_channel_(artifact.resolution_endpoint,
                          artifact_resolve({.id = id,
                                            .now = now,
                                            .destination = artifact.resolution_endpoint,
                                            .entity_id = settings_.entity_id},
                                           artifact.text, signing_key_));
        if (!answer)
            return std::unexpected{answer.error()};
        return receive_answer(*answer, id, judgement(pending, now));
    }

    Received receive_posted(std::string_view saml_response, portal::PendingSignIn const& pending,
                            Instant now) override {
        if (!settings_.post_binding)
            return std::unexpected{*rules::refused("9.3 posted response")};
        if (auto const found = expired(now))
            return std::unexpected{*found};
        if (saml_response.size() > largest_posted)
            return std::unexpected{*rules::refused("9.6 size")};
        auto const text = xml::unbase64_spaced(saml_response);
        if (!text)
            return std::unexpected{*rules::refused("9.3 base64")};
        return receive_response(*text, !settings_.accept_unsigned_posted_response,
                                judgement(pending, now));
    }

    bool takes_posted_responses() const override { return settings_.post_binding; }

    std::string metadata(foundation::Randomness& randomness, Instant) override {
        return own_metadata(settings_, signing_key_, encryption_.published, mint_id(randomness));
    }

    std::string destination_origin() const override {
        auto const& address = broker_.sign_on_address;
        return address.substr(0, address.find_first_of("/?#", address.find("://") + 3));
    }

private:
    static std::string mint_id(foundation::Randomness& randomness) {
        return '_' + foundation::random_hex(randomness, 16);
    }

    /// Metadata that ran out while the portal was running vouches for nobody any more.
    rules::Finding expired(Instant now) const {
        if (broker_.valid_until && *broker_.valid_until <= now)
            return rules::refused("9.24 metadata expired");
        return std::nullopt;
    }

    Judgement judgement(portal::PendingSignIn const& pending, Instant now) const {
        return {
            .expected = {.broker_entity_id = broker_.entity_id,
                         .entity_id = settings_.entity_id,
                         .acs_address = settings_.acs_address,
                         .service_id = settings_.service_id,
                         .service_uuids = settings_.service_uuids,
                         .request_id = pending.request_id,
                         .departed_at = pending.departed_at,
                         .minimum_level = std::max(pending.minimum_level, settings_.minimum_level),
                         .now = now,
                         .skew = settings_.skew},
            .broker = broker_,
            .decryption_keys = encryption_.keys,
            .log = log_};
    }

    Settings settings_;
    Log log_;
    BackChannel back_channel_;
    xml::SigningKey signing_key_;
    Encryption encryption_;
    BrokerMetadata broker_;
};

} // namespace

std::unique_ptr<portal::Broker> make_broker(Settings settings, Instant now, Log log) {
    auto back_channel = make_back_channel(settings.back_channel);
    return make_broker(std::move(settings), now, std::move(log), std::move(back_channel));
}

std::unique_ptr<portal::Broker> make_broker(Settings settings, Instant now, Log log,
                                            BackChannel back_channel) {
    return std::make_unique<EHerkenning>(std::move(settings), now, std::move(log),
                                         std::move(back_channel));
}

std::string make_service_catalogue(Settings const& settings, ServiceDescription const& service,
                                   foundation::Randomness& randomness, Instant now) {
    check_profile(settings);
    auto const id = '_' + foundation::random_hex(randomness, 16);
    return service_catalogue(settings, service, signing_key(settings, now),
                             encryption(settings).published, id, now);
}

} // namespace saml
