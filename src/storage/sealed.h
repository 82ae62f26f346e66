#pragma once
#include "foundation/digest.h"
#include "portal/correspondence/mail.h"

#include <optional>
#include <string>

namespace storage {

/// What a waiting mail says, as the database may hold it: sealed, for it may carry a code.
std::string sealed(portal::Mail const& mail, foundation::MasterKey const& key,
                   foundation::Randomness& randomness);
/// Nothing when it was sealed with another key, or damaged, or says what this program does not
/// know.
std::optional<portal::Mail> unsealed(std::string const& stored, foundation::MasterKey const& key);

/// Whether it was sealed with this key, whatever it says.
bool is_sealed_with(foundation::MasterKey const& key, std::string const& stored);

/// A scan of a signed form is sealed for its case alone, so that a row put in the place of another
/// one cannot be opened.
std::string purpose_of_scan(std::string const& appointment);

/// By which it is known again to whom a mail went.
std::string receiver_digest(std::string const& address, foundation::MasterKey const& key);

} // namespace storage
