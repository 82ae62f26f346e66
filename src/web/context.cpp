#include "web/context.h"

namespace web {

portal::administration::Desk Context::desk() const {
    return {.archive = site.archive,
            .vault = site.vault,
            .policy = site.policy,
            .catalogue = site.catalogue,
            .now = now};
}

} // namespace web
