#pragma once
#include "portal/administration/appointments.h"
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"
#include "portal/correspondence/outbox.h"
#include "server/configuration.h"
#include "storage/driver/database.h"
#include "storage/own_key.h"

#include <memory>

namespace server {

/// What every command works with: the configuration, the database and the catalogue, wired by hand.
/// Opens the database; migrates only when told to.
class House {
public:
    /// `long_work` gives a transaction hours instead of seconds: for commands that keep a whole
    /// file or nothing.
    explicit House(Configuration configuration, bool long_work = false);

    /// Whose master key the database was made with (P8.14).
    enum class Key {
        own,     ///< this one's, or a Fault
        new_one, ///< this one's from now on, whatever it was
    };
    /// The migrations that were applied.
    std::vector<std::string> migrate(foundation::Instant now, Key key = Key::own);
    /// For a command that does not migrate: a Fault with another key than the database's.
    void refuse_foreign_key() { storage::refuse_foreign_key(database, vault.key); }

    Configuration const configuration;
    portal::Policy const policy;
    foundation::SystemRandomness randomness{};
    portal::Vault const vault;
    portal::Catalogue const catalogue;
    storage::driver::Database database;
    std::unique_ptr<portal::Archive> const archive;
    std::unique_ptr<portal::Outbox> const outbox;

    portal::Desk desk(foundation::Instant now);
    portal::administration::LetterMaking letter_places() const;
};

/// The moment, for the edge of a command or a request.
foundation::Instant clock_now();

} // namespace server
