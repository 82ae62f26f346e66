#pragma once
#include "server/house.h"

namespace server {

/// Serves until SIGINT or SIGTERM; answers what is under way before it returns. Exit status.
int serve(House& house);

} // namespace server
