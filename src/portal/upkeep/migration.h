#pragma once
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/vault.h"

#include <string>
#include <string_view>
#include <vector>

namespace portal::upkeep {

struct BadRow {
    int line = 0;          ///< from 1; the header is line 1
    std::string complaint; ///< a plain sentence
};

struct MigrationReport {
    int accounts = 0;
    int organisations = 0; ///< admitted because they were unknown
    int links = 0;
    /// P8.11: each organisation that is admitted, each value that one gets, and each name in the
    /// file that an organisation does not get: plain sentences.
    std::vector<std::string> named;
    std::vector<BadRow> bad_rows;
};

/// Accounts with their existing links from an earlier system. CSV in UTF-8 with the header
/// username,kvk,organisation,pseudonym,linked_at,last_login_at,name,email,roles (RFC 4180 quoting).
/// Every bad row is named; with one bad row, or when `dry_run`, nothing at all is kept. A value of
/// another organisation makes a row bad, and no organisation is renamed (P8.11).
MigrationReport migrate_links(Archive& archive, Vault const& vault, Catalogue const& catalogue,
                              std::string_view csv, bool dry_run, foundation::Instant asked_at);

} // namespace portal::upkeep
