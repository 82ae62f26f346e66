#pragma once
#include "portal/acting/change.h"
#include "portal/catalogue/catalogue.h"
#include "portal/vault.h"

#include <optional>
#include <type_traits>

namespace portal {

/// Everything that a use case works with.
struct Desk {
    Archive& archive;
    Vault const& vault;
    Policy const& policy;
    Catalogue const& catalogue;
    foundation::Instant asked_at{}; ///< by the clock of the node that was asked: good for looking

    /// Does the work for who acts, as he stands once it is his turn to write. Nothing when he may
    /// not act any more; of work that gives nothing, whether it was done.
    template<class Work>
    auto change(Claim const& claim, Work work) const {
        using Done = std::invoke_result_t<Work&, Change&>;
        using Given = std::conditional_t<std::is_void_v<Done>, bool, std::optional<Done>>;
        return archive.change(asked_at, [&](Records& records) -> Given {
            auto change = Change::by(claim, records, policy);
            if (!change)
                return {};
            if constexpr (std::is_void_v<Done>) {
                work(*change);
                return true;
            } else {
                return work(*change);
            }
        });
    }
};

/// Whether the session that was claimed holds still: for the page that says so when something was
/// refused.
bool still_live(Desk const& desk, Claim const& claim);

/// Of an act whose page could not be found any more because it was done: what it gave (see Change).
std::optional<std::string> given_before(Desk const& desk, Claim const& claim, std::string_view act);

} // namespace portal
