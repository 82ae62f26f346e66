#pragma once
#include "portal/correspondence/mail.h"

#include <string_view>

namespace delivery {

/// Why a mail did not arrive, as another mail tells it: never in a server's own words.
std::string_view failure_in_words(portal::MailFailure failure, portal::Language language);

} // namespace delivery
