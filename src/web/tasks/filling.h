#pragma once
#include "markup/url.h"
#include "web/context.h"

namespace web::tasks {

// The pages of a form that is filled in here, step by step, checked and sent (P9.3).
http::Response step(Context& context);
http::Response step_sent(Context& context);
http::Response summary(Context& context);
http::Response sent(Context& context);

/// P3.5: keeps a step also when nothing more can be done with it at this moment.
markup::Url keep_step(Context const& context, portal::AccountId const& account);

} // namespace web::tasks
