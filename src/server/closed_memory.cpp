#include "server/closed_memory.h"

#include "foundation/fault.h"

#include <sys/prctl.h>
#include <sys/resource.h>

namespace server {

void close_memory() {
    rlimit const none{.rlim_cur = 0, .rlim_max = 0};
    foundation::ensure(setrlimit(RLIMIT_CORE, &none) == 0);
    foundation::ensure(prctl(PR_SET_DUMPABLE, 0) == 0);
}

} // namespace server
