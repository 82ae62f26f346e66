#include "server/version.h"

namespace server {

char const* version() { return "mijnduo " MIJNDUO_VERSION; }

} // namespace server
