#pragma once
#include "portal/administration/appointments.h"
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/correspondence/outbox.h"
#include "server/configuration.h"
#include "storage/driver/database.h"

#include <memory>

namespace server {

/// What every command works with: the configuration, the database and the catalogue, wired by hand.
/// Opens the database; migrates only when told to.
class House {
public:
    /// `long_work` gives a transaction hours instead of seconds: for commands that keep a whole
    /// file or nothing.
    explicit House(Configuration configuration, bool long_work = false);

    /// The migrations that were applied.
    std::vector<std::string> migrate(foundation::Instant now);

    Configuration const configuration;
    portal::Policy const policy;
    foundation::SystemRandomness randomness{};
    portal::Vault const vault;
    portal::Catalogue const catalogue;
    storage::driver::Database database;
    std::unique_ptr<portal::Archive> const archive;
    std::unique_ptr<portal::Outbox> const outbox;

    portal::administration::Desk desk(foundation::Instant now);
    portal::administration::LetterMaking letter_places() const;
};

/// The moment, for the edge of a command or a request.
foundation::Instant clock_now();

} // namespace server
