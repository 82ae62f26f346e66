#pragma once
#include "markup/html.h"
#include "portal/accounts/account.h"

namespace web::administration {

/// Where an account stands: a drawing with a word (ui.md 5).
markup::Html status(portal::AccountState state, portal::Language language);

/// What each of them means, for below the list.
markup::Html status_meanings(portal::Language language);

} // namespace web::administration
