#pragma once
#include "web/context.h"

namespace web::public_pages {

http::Response appointment_form(Context& context);

} // namespace web::public_pages
