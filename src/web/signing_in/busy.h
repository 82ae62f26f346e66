#pragma once
#include "web/context.h"

namespace web::signing_in {

/// 503 at once, when more people want something than can be done for them (P3.10). Nothing was
/// begun: the button asks for the same page again.
http::Response busy(Context& context);

} // namespace web::signing_in
