#pragma once
#include "web/router.h"

namespace web::tasks {

/// /taken/…: starting a task, going on to another site, and the forms that are filled in here (P9).
std::span<Route const> routes();

} // namespace web::tasks
