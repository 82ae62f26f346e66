#pragma once
#include "foundation/instant.h"
#include "saml/broker_metadata.h"
#include "server/check/report.h"
#include "server/configuration.h"
#include "server/demands.h"

namespace server::check {

/// A file that only the program's user may read. Whether it can be read.
bool secret_file(Report& report, std::string_view subject, std::filesystem::path const& file);

/// What `serve` would refuse to start with, in the same words.
void production(Report& report, demands::List const& unmet);

// Each looks at one matter.
void files(Report& report, Configuration const& configuration);
void keys(Report& report, Configuration const& configuration, foundation::Instant now);
void names(Report& report, Configuration const& configuration);
void site(Report& report, Configuration const& configuration);
void proxies(Report& report, Configuration const& configuration);
void clock(Report& report);
void catalogue(Report& report, Configuration const& configuration);
void database(Report& report, Configuration const& configuration);
void mail(Report& report, Configuration const& configuration);
/// The broker's metadata, and the addresses in it.
void broker(Report& report, Configuration const& configuration, foundation::Instant now);
/// The same of the identity provider at which staff sign in, where there is one (P8.1).
void staff(Report& report, Configuration const& configuration, foundation::Instant now);

/// Until when metadata and the certificates in it vouch for `whose` messages.
void validity(Report& report, std::string_view whose, saml::BrokerMetadata const& metadata,
              foundation::Instant now);

} // namespace server::check
