#pragma once
#include "system/support/scene.h"

#include <functional>
#include <vector>

namespace stage {

/// One use case of somebody who acts: what is done, and whether it was.
struct Act {
    char const* name;
    portal::AccountId Scene::* who;
    std::function<bool(portal::Desk const&, portal::Claim const&, Scene const&)> done;
    bool needs_role = true; ///< an administrator's, a member of staff's, or a granted one
};
std::vector<Act> const& acts();

} // namespace stage
