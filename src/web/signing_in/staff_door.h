#pragma once
#include "web/context.h"

namespace web::signing_in {

// P8.1: the door of the agency's own staff. Where the installation has none, its addresses do not
// exist.
http::Response depart_as_staff(Context& context);
http::Response come_back_as_staff(Context& context);
http::Response staff_metadata(Context& context);

} // namespace web::signing_in
