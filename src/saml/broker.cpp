#include "saml/broker.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/artifact.h"
#include "saml/broker_metadata.h"
#include "saml/expiries.h"
#include "saml/level.h"
#include "saml/own_keys.h"
#include "saml/own_metadata.h"
#include "saml/receiving.h"
#include "saml/request.h"
#include "saml/rules/finding.h"
#include "saml/service_catalogue.h"
#include "saml/xml/base64.h"

#include <algorithm>
#include <mutex>

namespace saml {
namespace {

using foundation::Fault;
using foundation::Instant;

constexpr std::chrono::seconds least_skew{5};
constexpr std::chrono::seconds most_skew{120}; // security.md P5
constexpr std::size_t largest_posted = std::size_t{384} * 1024;

void check_profile(Settings const& settings) {
    if (settings.entity_id.empty() || settings.service_id.empty() || settings.acs_address.empty())
        throw Fault{"the entity id, the service id and the address for answers must be configured"};
    if (settings.skew < least_skew || settings.skew > most_skew)
        throw Fault{"the permitted difference between clocks must be 5 to 120 seconds"};
}

class EHerkenning final : public portal::Broker {
public:
    EHerkenning(Settings settings, std::shared_ptr<KnownBroker const> known, Instant now, Log log,
                BackChannel back_channel)
        : settings_((check_profile(settings), std::move(settings)))
        , log_(std::move(log))
        , back_channel_(std::move(back_channel))
        , signing_(signing(settings_, now))
        , encryption_(encryption(settings_))
        , known_(std::move(known))
        , circuit_(settings_.policy) {
        foundation::ensure(known_->current() != nullptr, "a broker of which nothing is known");
    }

    portal::Departure send_off(foundation::Randomness& randomness, Instant now,
                               portal::AssuranceLevel minimum_level) override {
        auto const id = mint_id(randomness);
        auto const destination = known_->current()->sign_on_address;
        auto const request = authn_request({.id = id,
                                            .now = now,
                                            .destination = destination,
                                            .entity_id = settings_.entity_id,
                                            .minimum_class = minimum_level > settings_.minimum_level
                                                                 ? class_ref_of(minimum_level)
                                                                 : std::string_view{}},
                                           settings_.provider_name, signing_.at(now));
        return {.request_id = id,
                .destination = destination,
                .saml_request = foundation::base64(request)};
    }

    std::expected<portal::Artifact, portal::Rejected>
    read_artifact(std::string_view saml_art) override {
        return saml::read_artifact(saml_art, *known_->current());
    }

    Received receive(portal::Artifact const& artifact, portal::PendingSignIn const& pending,
                     foundation::Randomness& randomness, Instant now) override {
        auto const broker = known_->current(); // also when it is replaced during the call
        if (auto const found = expired(*broker, now))
            return std::unexpected{*found};
        auto const id = mint_id(randomness);
        auto const answer = called(artifact.resolution_endpoint,
                                   artifact_resolve({.id = id,
                                                     .now = now,
                                                     .destination = artifact.resolution_endpoint,
                                                     .entity_id = settings_.entity_id},
                                                    artifact.text, signing_.at(now)),
                                   now);
        if (!answer)
            return std::unexpected{answer.error()};
        return receive_answer(*answer, id, judgement(*broker, pending, now));
    }

    Received receive_posted(std::string_view saml_response, portal::PendingSignIn const& pending,
                            Instant now) override {
        if (!settings_.post_binding)
            return std::unexpected{*rules::refused("9.3 posted response")};
        auto const broker = known_->current();
        if (auto const found = expired(*broker, now))
            return std::unexpected{*found};
        if (saml_response.size() > largest_posted)
            return std::unexpected{*rules::refused("9.6 size")};
        auto const text = xml::unbase64_spaced(saml_response);
        if (!text)
            return std::unexpected{*rules::refused("9.3 base64")};
        return receive_response(*text, !settings_.accept_unsigned_posted_response,
                                judgement(*broker, pending, now));
    }

    bool takes_posted_responses() const override { return settings_.post_binding; }

    std::string metadata(foundation::Randomness& randomness, Instant now) override {
        // Nothing in it changes but the key that signs it.
        auto const& key = signing_.at(now);
        std::scoped_lock const lock{metadata_mutex_};
        if (metadata_signed_by_ != &key) {
            metadata_ = own_metadata(settings_, key, signing_.published(), encryption_.published,
                                     mint_id(randomness));
            metadata_signed_by_ = &key;
        }
        return metadata_;
    }

    portal::BrokerCondition condition(Instant now) const override {
        std::scoped_lock const lock{circuit_mutex_};
        return {.circuit = circuit_.state(now),
                .expiries = expiries(),
                .metadata_confirmed_at = known_->confirmed_at()};
    }

private:
    static std::string mint_id(foundation::Randomness& randomness) {
        return '_' + foundation::random_hex(randomness, 16);
    }

    /// A call over the back channel, unless the broker has been away for a while.
    std::expected<std::string, portal::Rejected> called(std::string const& address,
                                                        std::string const& message, Instant now) {
        {
            std::scoped_lock const lock{circuit_mutex_};
            if (!circuit_.admits(now))
                return std::unexpected{portal::Rejected{
                    .reason = portal::Rejection::broker_unavailable, .detail = "9.5 circuit open"}};
        }
        auto answer = back_channel_(address, message);
        std::scoped_lock const lock{circuit_mutex_};
        auto const before = circuit_.state(now);
        if (!answer && answer.error().reason == portal::Rejection::broker_unavailable &&
            !answer.error().answered)
            circuit_.failed(now);
        else
            circuit_.answered();
        if (auto const after = circuit_.state(now);
            (before == portal::Circuit::State::closed) != (after == portal::Circuit::State::closed))
            log_(after == portal::Circuit::State::closed ? "the broker answers again"
                                                         : "the broker is not called for a while");
        return answer;
    }

    std::vector<portal::keys::Expiry> expiries() const {
        using portal::keys::Holding;
        std::vector<portal::keys::Expiry> all{
            expiry_of(Holding::signing, signing_.present.certificate)};
        if (signing_.next)
            all.push_back(expiry_of(Holding::next_signing, signing_.next->certificate));
        for (auto const& certificate : encryption_.all)
            all.push_back(expiry_of(Holding::decryption, certificate));
        add_expiry_of_client(settings_.back_channel.client_certificate_pem, all);
        add_expiries_of(*known_->current(), all);
        return all;
    }

    /// Metadata that ran out while the portal was running vouches for nobody any more.
    static rules::Finding expired(BrokerMetadata const& broker, Instant now) {
        if (broker.valid_until && *broker.valid_until <= now)
            return rules::refused("9.24 metadata expired");
        return std::nullopt;
    }

    Judgement judgement(BrokerMetadata const& broker, portal::PendingSignIn const& pending,
                        Instant now) const {
        return {
            .expected = {.broker_entity_id = broker.entity_id,
                         .entity_id = settings_.entity_id,
                         .acs_address = settings_.acs_address,
                         .service_id = settings_.service_id,
                         .service_uuids = settings_.service_uuids,
                         .request_id = pending.request_id,
                         .departed_at = pending.departed_at,
                         .minimum_level = std::max(pending.minimum_level, settings_.minimum_level),
                         .now = now,
                         .skew = settings_.skew},
            .broker = broker,
            .decryption_keys = encryption_.keys,
            .log = log_};
    }

    Settings settings_;
    Log log_;
    BackChannel back_channel_;
    Signing signing_;
    Encryption encryption_;
    std::shared_ptr<KnownBroker const> known_;
    mutable std::mutex circuit_mutex_;
    portal::Circuit circuit_;
    std::mutex metadata_mutex_;
    xml::SigningKey const* metadata_signed_by_ = nullptr;
    std::string metadata_;
};

} // namespace

std::shared_ptr<KnownBroker> known_broker(Settings const& settings, Log log) {
    return std::make_shared<KnownBroker>(
        MetadataTrust{.sha256 = settings.broker_metadata_sha256,
                      .signer_pem = settings.broker_metadata_signer_pem,
                      .entity_id = settings.broker_entity_id},
        KnownBroker::Demands{.artifact_service = !settings.post_binding,
                             .allow_plain_http = settings.allow_plain_http},
        std::move(log));
}

std::unique_ptr<portal::Broker> make_broker(Settings settings, Instant now, Log log) {
    auto back_channel = make_back_channel(settings.back_channel);
    return make_broker(std::move(settings), now, std::move(log), std::move(back_channel));
}

std::unique_ptr<portal::Broker> make_broker(Settings settings, Instant now, Log log,
                                            BackChannel back_channel) {
    auto const known = known_broker(settings, log);
    known->take_up(settings.broker_metadata, std::nullopt, now);
    return make_broker(std::move(settings), known, now, std::move(log), std::move(back_channel));
}

std::unique_ptr<portal::Broker> make_broker(Settings settings,
                                            std::shared_ptr<KnownBroker const> known, Instant now,
                                            Log log, BackChannel back_channel) {
    return std::make_unique<EHerkenning>(std::move(settings), std::move(known), now, std::move(log),
                                         std::move(back_channel));
}

std::string make_service_catalogue(Settings const& settings, ServiceDescription const& service,
                                   foundation::Randomness& randomness, Instant now) {
    check_profile(settings);
    auto const id = '_' + foundation::random_hex(randomness, 16);
    return service_catalogue(settings, service, signing(settings, now).at(now),
                             encryption(settings).published, id, now);
}

} // namespace saml
