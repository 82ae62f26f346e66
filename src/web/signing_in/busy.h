#pragma once
#include "web/context.h"

namespace web::signing_in {

/// 503 at once, when more people want something than can be done for them (P3.10). Before anybody
/// leaves for the broker nothing was begun; the button asks for the same page again.
http::Response busy(Context& context);

/// The same to whoever came back and cannot be asked after now: that login has ended.
http::Response busy_after_coming_back(Context& context);

} // namespace web::signing_in
