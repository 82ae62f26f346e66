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

} // namespace storage
