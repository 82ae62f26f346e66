#pragma once
#include "foundation/digest.h"
#include "portal/archive.h"
#include "portal/correspondence/outbox.h"
#include "storage/driver/database.h"
#include "storage/moment.h"

#include <memory>

namespace storage {

/// The archive and the outbox over a database whose migrations are in. They refer to what they are
/// given, which must outlive them. What waiting mails say is sealed with the key.
std::unique_ptr<portal::Archive> make_archive(driver::Database& database,
                                              foundation::MasterKey const& key,
                                              foundation::Randomness& randomness, Moments moments);
/// With `Moments::asked` mail is due and leased at the moment that is handed in with each call.
std::unique_ptr<portal::Outbox> make_outbox(driver::Database& database,
                                            foundation::MasterKey const& key, int bulk_a_minute,
                                            Moments moments = Moments::asked);

} // namespace storage
