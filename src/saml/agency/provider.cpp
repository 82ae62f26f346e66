#include "saml/agency/provider.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/agency/messages.h"
#include "saml/agency/receiving.h"
#include "saml/back_channel.h"
#include "saml/rules/finding.h"
#include "saml/xml/base64.h"

#include <mutex>

namespace saml::agency {
namespace {

using foundation::Fault;
using foundation::Instant;

constexpr std::size_t largest_posted = std::size_t{384} * 1024;
constexpr std::chrono::seconds least_skew{5};
constexpr std::chrono::seconds most_skew{120}; // security.md P5

xml::SigningKey signing_key(Settings const& settings, Instant now) {
    auto key = xml::PrivateKey::parse(settings.signing_key_pem);
    auto certificate = xml::Certificate::from_pem(settings.signing_certificate_pem);
    if (!key || !certificate || !key->belongs_to(certificate->key) || !certificate->in_date(now))
        throw Fault{"staff sign-in: the signing key and its certificate cannot be read, do not "
                    "belong together or are not in date"};
    return {.key = std::move(*key), .certificate = std::move(*certificate)};
}

/// Read as the broker's metadata is; the complaint says whose it is.
BrokerMetadata metadata_of(Settings const& settings, Instant now,
                           std::function<void(std::string_view)> const& log) {
    try {
        return read_broker_metadata(settings.provider_metadata,
                                    {.sha256 = settings.provider_metadata_sha256,
                                     .signer_pem = settings.provider_metadata_signer_pem,
                                     .entity_id = settings.provider_entity_id},
                                    now, log);
    } catch (Fault const& fault) {
        throw Fault{"staff sign-in, where the broker is the agency's identity provider: " +
                    std::string{fault.what()}};
    }
}

void check(Settings const& settings) {
    auto const& profile = settings.profile;
    if (settings.entity_id.empty() || settings.acs_address.empty())
        throw Fault{"staff sign-in: the entity id and the address for answers must be configured"};
    if (profile.name_attribute.empty() || profile.mail_attribute.empty() ||
        profile.roles_attribute.empty() || profile.roles.empty())
        throw Fault{"staff sign-in: the attributes for name, mail address and roles, and what the "
                    "values of the last mean, must be configured"};
    if (settings.skew < least_skew || settings.skew > most_skew)
        throw Fault{"the permitted difference between clocks must be 5 to 120 seconds"};
}

class IdentityProvider final : public portal::AgencyProvider {
public:
    IdentityProvider(Settings settings, Instant now,
                     std::function<void(std::string_view)> const& log)
        : settings_((check(settings), std::move(settings)))
        , signing_key_(signing_key(settings_, now))
        , provider_(metadata_of(settings_, now, log)) {
        if (!is_permitted_address(provider_.sign_on_address, settings_.allow_plain_http))
            throw Fault{"staff sign-in: the provider's metadata holds an address that is not "
                        "https"};
    }

    portal::Departure send_off(foundation::Randomness& randomness, Instant now) override {
        auto const id = mint_id(randomness);
        auto const request = authn_request({.id = id,
                                            .now = now,
                                            .destination = provider_.sign_on_address,
                                            .entity_id = settings_.entity_id},
                                           by_name_id(), signing_key_);
        return {.request_id = id,
                .destination = provider_.sign_on_address,
                .saml_request = foundation::base64(request)};
    }

    Received receive_posted(std::string_view saml_response, portal::PendingSignIn const& pending,
                            Instant now) override {
        // Metadata that ran out while the portal was running vouches for nobody any more.
        if (provider_.valid_until && *provider_.valid_until <= now)
            return std::unexpected{*rules::refused("9.24 metadata expired")};
        if (saml_response.size() > largest_posted)
            return std::unexpected{*rules::refused("9.6 size")};
        auto const text = xml::unbase64_spaced(saml_response);
        if (!text)
            return std::unexpected{*rules::refused("9.3 base64")};
        return receive_response(*text, judgement(pending, now));
    }

    std::string metadata(foundation::Randomness& randomness) override {
        std::scoped_lock const lock{metadata_mutex_};
        auto const id = mint_id(randomness);
        if (metadata_.empty())
            metadata_ = own_metadata({.id = id,
                                      .entity_id = settings_.entity_id,
                                      .acs_address = settings_.acs_address,
                                      .persistent = by_name_id()},
                                     signing_key_);
        return metadata_;
    }

private:
    static std::string mint_id(foundation::Randomness& randomness) {
        return '_' + foundation::random_hex(randomness, 16);
    }

    bool by_name_id() const { return settings_.profile.subject_attribute.empty(); }

    Judgement judgement(portal::PendingSignIn const& pending, Instant now) const {
        return {.expected = {.broker_entity_id = provider_.entity_id,
                             .entity_id = settings_.entity_id,
                             .acs_address = settings_.acs_address,
                             .request_id = pending.request_id,
                             .departed_at = pending.departed_at,
                             .minimum_level = portal::AssuranceLevel::loa1,
                             .now = now,
                             .skew = settings_.skew},
                .provider = provider_,
                .profile = settings_.profile};
    }

    Settings settings_;
    xml::SigningKey signing_key_;
    BrokerMetadata provider_;
    std::mutex metadata_mutex_;
    std::string metadata_;
};

} // namespace

std::unique_ptr<portal::AgencyProvider>
make_provider(Settings settings, Instant now, std::function<void(std::string_view)> const& log) {
    return std::make_unique<IdentityProvider>(std::move(settings), now, log);
}

} // namespace saml::agency
