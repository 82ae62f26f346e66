#pragma once
#include "foundation/instant.h"

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>

namespace web::signing_in {

/// Who may be asked after at the broker at this moment (P3.10). Each call takes one of so many
/// places until it ends. A party, an address or those who came back sooner than a person can, may
/// hold as many places as are free for others: one party alone takes half, ten take a share each,
/// and whoever comes after them finds a place. Pure, and its memory is bounded by the places.
class Doorkeeper {
public:
    struct Numbers {
        std::size_t places = 128;
        std::size_t of_browser = 2;
        /// Choosing a supplier and proving who one is takes a person longer.
        foundation::Duration least_of_a_person = std::chrono::seconds{3};
    };
    struct Caller {
        std::string browser; ///< the digest of its cookie
        std::optional<std::string> address;
        foundation::Instant departed_at;
    };
    /// A place that is taken.
    struct Ration {
        std::string browser;
        std::optional<std::string> address;
        bool is_hasty;
    };

    Doorkeeper()
        : Doorkeeper(Numbers{}) {}
    explicit Doorkeeper(Numbers const& numbers)
        : numbers_(numbers) {}

    /// Nothing: it is too crowded for this one.
    std::optional<Ration> admit(Caller const& caller, foundation::Instant now);
    void leaves(Ration const& ration);
    std::size_t taken() const { return taken_; }

private:
    std::size_t free() const { return numbers_.places - taken_; }

    Numbers const numbers_;
    std::size_t taken_ = 0;
    std::size_t hasty_ = 0;
    std::map<std::string, std::size_t> of_browser_;
    std::map<std::string, std::size_t> of_address_;
};

} // namespace web::signing_in
