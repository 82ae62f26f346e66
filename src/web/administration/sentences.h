#pragma once
#include "portal/administration/users.h"
#include "portal/language.h"

#include <string_view>

namespace web::administration {

/// Why something may not be, in the visitor's language. Every permission and every refusal has one.
std::string_view sentence(portal::administration::Permission permission, portal::Language language);
std::string_view sentence(portal::administration::Refusal refusal, portal::Language language);

} // namespace web::administration
