#pragma once
#include "foundation/digest.h"
#include "portal/archive.h"
#include "portal/correspondence/outbox.h"
#include "storage/driver/database.h"

#include <memory>

namespace storage {

/// The archive and the outbox over a database whose migrations are in. They refer to what they are
/// given, which must outlive them. What waiting mails say is sealed with the key.
std::unique_ptr<portal::Archive> make_archive(driver::Database& database,
                                              foundation::MasterKey const& key,
                                              foundation::Randomness& randomness);

/// By which clock mail is due and leased.
enum class Clock {
    of_the_database, ///< the same for all nodes, whatever their own clocks say
    handed_in,       ///< with each call: for tests
};
std::unique_ptr<portal::Outbox> make_outbox(driver::Database& database,
                                            foundation::MasterKey const& key, int bulk_a_minute,
                                            Clock clock = Clock::handed_in);

} // namespace storage
