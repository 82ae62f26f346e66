#pragma once
#include "portal/administration/users.h"
#include "web/context.h"

namespace web::administration {

/// The addresses that stand on a letter.
portal::administration::LetterMaking letter_places(Context const& context);

/// The letter as a PDF for the browser to show. Nothing of it is kept.
http::Response printed(Context const& context, portal::Letter const& letter);

} // namespace web::administration
