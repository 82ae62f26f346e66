#pragma once
#include "foundation/instant.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace broker::desk {

/// Things that wait under a name that nobody guesses, each for a limited time. Safe from several
/// threads. A full shelf gives up what would be thrown away first.
template<class T>
class Shelf {
public:
    Shelf(foundation::Duration lifetime, std::size_t capacity)
        : lifetime_(lifetime)
        , capacity_(capacity) {}

    void put(std::string const& name, T thing, foundation::Instant now) {
        std::lock_guard const lock{mutex_};
        std::erase_if(kept_, [&](auto const& entry) { return entry.second.until <= now; });
        if (kept_.size() >= capacity_ && !kept_.contains(name))
            kept_.erase(std::ranges::min_element(
                kept_, {}, [](auto const& entry) { return entry.second.until; }));
        kept_.insert_or_assign(name, Kept{std::move(thing), now + lifetime_});
    }

    std::optional<T> look(std::string const& name, foundation::Instant now) const {
        std::lock_guard const lock{mutex_};
        auto const found = kept_.find(name);
        if (found == kept_.end() || found->second.until <= now)
            return std::nullopt;
        return found->second.thing;
    }

    /// Once only: whoever asks again finds nothing.
    std::optional<T> take(std::string const& name, foundation::Instant now) {
        std::lock_guard const lock{mutex_};
        auto const found = kept_.extract(name);
        if (found.empty() || found.mapped().until <= now)
            return std::nullopt;
        return std::move(found.mapped().thing);
    }

private:
    struct Kept {
        T thing;
        foundation::Instant until;
    };
    foundation::Duration const lifetime_;
    std::size_t const capacity_;
    mutable std::mutex mutex_;
    std::map<std::string, Kept> kept_;
};

} // namespace broker::desk
