#include "foundation/digest.h"
#include "foundation/text.h"
#include "saml/broker_claims.h"
#include "server/broker_setup.h"
#include "server/check/points.h"

#include <fmt/format.h>

namespace server::check {

namespace {

using foundation::Instant;

constexpr auto subject = "broker metadata";

/// By what it is believed: its SHA-256, its signer, or both. False when it is not.
bool belief(Report& report, Configuration::EHerkenning const& given, std::string const& sha256) {
    if (given.broker_metadata_sha256.empty() && given.broker_metadata_signer.empty()) {
        report.wrong(subject,
                     "is believed by nothing: configure broker_metadata_signer, or compare "
                     "its SHA-256 with what the broker told you by another way and make "
                     "that broker_metadata_sha256; it is " +
                         sha256);
        return false;
    }
    if (given.broker_metadata_sha256.empty())
        return true; // the signature is looked at before anything is read
    bool const same = foundation::lower_ascii(given.broker_metadata_sha256) == sha256;
    if (same)
        report.ok(subject, "has the SHA-256 that is configured");
    else
        report.wrong(subject, "has another SHA-256 than configured; it is " + sha256);
    return same;
}

/// The certificate that the metadata is believed by, when there is one.
void signer(Report& report, Configuration::EHerkenning const& given, Instant now) {
    constexpr auto name = "broker metadata signer";
    if (given.broker_metadata_signer.empty())
        return;
    auto const certificate =
        saml::xml::Certificate::from_pem(content_of(given.broker_metadata_signer));
    if (!certificate)
        report.wrong(name, "the certificate cannot be read, or has no RSA key of 2048 bits or "
                           "more; it must be PEM");
    else if (!certificate->in_date(now))
        report.wrong(name, "the certificate is not in date: nothing that it signed is taken up");
    else
        report.ok(name, "the certificate is valid until " + day_of(certificate->valid_until));
}

void claims(Report& report, std::string_view file, portal::AssuranceLevel minimum) {
    auto const found = saml::broker_claims(file);
    if (!found.is_signed)
        report.warning(subject, "is not signed; only its SHA-256 vouches for it");
    if (!found.highest_level)
        report.ok(subject, "does not say up to which level; a login that is too low is refused");
    else if (*found.highest_level < minimum)
        report.wrong(subject, "the broker is certified for levels below minimum_level only");
    else
        report.ok(subject, "the broker is certified for minimum_level");
}

/// The answer tells the broker's time too.
void clock_beside(Report& report, saml::Knock const& knock, int skew, Instant now) {
    if (knock.clock < 0)
        return;
    auto const theirs = Instant{std::chrono::seconds{knock.clock}};
    auto const apart = std::chrono::duration_cast<std::chrono::seconds>(
        theirs < now ? now - theirs : theirs - now);
    if (apart > std::chrono::seconds{skew})
        report.wrong("clock", fmt::format("is {} seconds from the broker's; {} are borne",
                                          apart.count(), skew));
    else
        report.ok("clock", fmt::format("is within {} seconds of the broker's", skew));
}

void endpoint(Report& report, Configuration::EHerkenning const& given, std::string const& address,
              Instant now) {
    constexpr auto name = "broker endpoint";
    if (!saml::is_permitted_address(address, false)) {
        report.wrong(name, address + " is not https");
        return;
    }
    auto const knock = saml::knock(back_channel_settings(given), address);
    if (!knock.trouble.empty())
        report.wrong(name, fmt::format("{} cannot be reached: {}", address, knock.trouble));
    else if (knock.status == 401 || knock.status == 403)
        report.warning(name, fmt::format("{} answers {}: does the broker want client_certificate?",
                                         address, knock.status));
    else
        report.ok(name, fmt::format("{} answers ({})", address, knock.status));
    clock_beside(report, knock, given.skew_seconds, now);
}

} // namespace

void validity(Report& report, std::string_view whose, saml::BrokerMetadata const& metadata,
              Instant now) {
    auto const about = fmt::format("{} metadata", whose);
    constexpr auto soon = std::chrono::days{7};
    if (!metadata.valid_until)
        report.ok(about, "has no last day");
    else if (*metadata.valid_until <= now + soon)
        report.warning(about, fmt::format("ends on {}: get the {}'s next file, with its SHA-256",
                                          day_of(*metadata.valid_until), whose));
    else
        report.ok(about, "is valid until " + day_of(*metadata.valid_until));
    constexpr auto ahead = std::chrono::days{60};
    for (auto const& key : metadata.keys) {
        auto const end = day_of(key.certificate.valid_until);
        if (!key.certificate.in_date(now))
            report.warning(about, "holds a signing certificate that is not in date, of " + end);
        else if (key.certificate.valid_until <= now + ahead)
            report.warning(about, fmt::format("the {}'s signing certificate runs out on {}: ask "
                                              "for new metadata before that day",
                                              whose, end));
        else
            report.ok(about,
                      fmt::format("the {}'s signing certificate is valid until {}", whose, end));
    }
}

void broker(Report& report, Configuration const& configuration, Instant now) {
    auto const& given = configuration.eherkenning;
    auto const file = metadata_at_source(given);
    if (!given.broker_metadata_url.empty())
        report.ok(subject, given.broker_metadata_url + " answers with a document");
    auto const sha256 = foundation::sha256_hex(file);
    bool const believed = belief(report, given, sha256);
    signer(report, given, now);
    if (!believed && !given.broker_metadata_url.empty())
        return; // somebody else's file, of which nobody says that it may be read
    claims(report, file, given.minimum_level);
    // Whatever the fingerprint of the operator's own file: what else is wrong is said too.
    auto trust = metadata_trust(given);
    trust.sha256 = sha256;
    auto const metadata = saml::read_broker_metadata(file, trust, now, [](std::string_view) {});
    report.ok(subject, "can be used, and describes " + metadata.entity_id);
    validity(report, "broker", metadata, now);
    production(report, demands::of_provider(configuration, "broker", metadata));
    if (!given.authorities.empty() && !std::filesystem::exists(given.authorities))
        report.wrong("authorities", "there is no file " + given.authorities.string());
    if (!saml::is_permitted_address(metadata.sign_on_address, false))
        report.wrong("broker endpoint", metadata.sign_on_address + " is not https");
    if (given.post_binding)
        return;
    if (metadata.artifact_endpoints.empty())
        report.wrong("broker endpoint", "the metadata offers none for artifacts, and "
                                        "response_binding is \"artifact\"");
    for (auto const& offered : metadata.artifact_endpoints)
        endpoint(report, given, offered.location, now);
}

} // namespace server::check
