#include "foundation/digest.h"
#include "foundation/text.h"
#include "saml/back_channel.h"
#include "server/agency_login.h"
#include "server/check/points.h"

namespace server::check {

namespace {

constexpr auto subject = "staff provider metadata";

/// What makes the file trusted: one of two, or it is somebody's file.
void trust(Report& report, Configuration::AgencyLogin const& given, std::string const& sha256) {
    if (given.metadata_sha256.empty() && given.metadata_signer.empty())
        report.wrong(subject, "metadata_sha256 and metadata_signer are missing: compare the file's "
                              "SHA-256 with what the provider told you by another way; it is " +
                                  sha256);
    else if (given.metadata_sha256.empty())
        report.ok(subject, "is vouched for by metadata_signer");
    else if (foundation::lower_ascii(given.metadata_sha256) != sha256)
        report.wrong(subject, "has another SHA-256 than configured; the file's is " + sha256);
    else
        report.ok(subject, "has the SHA-256 that is configured");
}

} // namespace

void staff(Report& report, Configuration const& configuration, foundation::Instant now) {
    if (!configuration.agency_login)
        return;
    auto const& given = *configuration.agency_login;
    trust(report, given, foundation::sha256_hex(content_of(given.metadata)));
    // Whatever the fingerprint: what else is wrong with the file is said too.
    auto const metadata = staff_provider_metadata(given, now);
    report.ok(subject, "can be used, and describes " + metadata.entity_id);
    validity(report, "staff provider", metadata, now);
    production(report, demands::of_provider(configuration, "staff provider", metadata));
    if (saml::is_permitted_address(metadata.sign_on_address, false))
        report.ok("staff provider address",
                  metadata.sign_on_address + ", where the browsers of staff go");
    else
        report.wrong("staff provider address", metadata.sign_on_address + " is not https");
}

} // namespace server::check
