#pragma once
#include "portal/archive.h"
#include "portal/signing_in/allowance.h"

#include <array>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>

namespace web::signing_in {

/// What this process holds of people who are not in (P3.10, decision 0106): everything here has an
/// end, whatever comes. Safe from several threads.
class Doorstep {
public:
    /// So often the key signs for people who are not signed in. What is enough for everybody who
    /// logs in depends on where the key is.
    explicit Doorstep(portal::Allowance::Rate signatures);

    /// Whether one more departure may be signed now; then it is counted.
    bool may_sign(foundation::Instant now);

    /// Notes a departure, or a message, as used; false when it was, as far as this process
    /// remembers. Of several at once one gets true. What a verified message comes with is used up
    /// in the database too, for all nodes; what strangers make up leaves no row, and whoever uses
    /// one over and over does so at no cost to others.
    bool use_up(std::string const& digest);
    bool is_used_up(std::string const& digest) const;

    /// Puts a refusal by until `keep`; beyond what fits it is gone.
    void put_by(portal::signing_in::RefusedSignIn refused);
    /// Writes what was put by, in one transaction. It stays when that fails.
    void keep(portal::Archive& archive);

    /// Whether a refusal of this kind may have a line in the log now, and how many before it had
    /// none.
    std::optional<std::uint64_t> may_log(portal::signing_in::Refused whose,
                                         foundation::Instant now);

private:
    struct Kind {
        explicit Kind(portal::Allowance::Rate lines)
            : log(lines) {}
        portal::Allowance log;
        std::uint64_t unlogged = 0;
        std::deque<portal::signing_in::RefusedSignIn> waiting{};
    };
    Kind& of(portal::signing_in::Refused whose) { return kinds_[static_cast<std::size_t>(whose)]; }

    mutable std::mutex mutex_;
    portal::Allowance signatures_;
    std::array<Kind, 2> kinds_;
    std::unordered_set<std::string> used_;
    std::deque<std::string> used_in_order_;
};

} // namespace web::signing_in
