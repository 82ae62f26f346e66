#include "web/context.h"

namespace web {

portal::Desk Context::desk() const {
    return {.archive = site.archive,
            .vault = site.vault,
            .policy = site.policy,
            .catalogue = site.catalogue,
            .asked_at = now};
}

} // namespace web
