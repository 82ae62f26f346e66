#include "web/signing_in/doorkeeper.h"

#include "foundation/fault.h"

namespace web::signing_in {

namespace {

using Counts = std::map<std::string, std::size_t>;

std::size_t count_of(Counts const& counts, std::string const& name) {
    auto const found = counts.find(name);
    return found == counts.end() ? 0 : found->second;
}

void one_less(Counts& counts, std::string const& name) {
    auto const found = counts.find(name);
    foundation::ensure(found != counts.end(), "a place is given back that nobody took");
    if (--found->second == 0)
        counts.erase(found);
}

} // namespace

std::optional<Doorkeeper::Ration> Doorkeeper::admit(Caller const& caller, foundation::Instant now) {
    bool const is_hasty = now - caller.departed_at < numbers_.least_of_a_person;
    if (free() == 0 || count_of(of_browser_, caller.browser) >= numbers_.of_browser)
        return std::nullopt;
    if (is_hasty && hasty_ >= free())
        return std::nullopt;
    if (caller.address && count_of(of_address_, *caller.address) >= free())
        return std::nullopt;
    ++taken_;
    hasty_ += is_hasty ? 1 : 0;
    ++of_browser_[caller.browser];
    if (caller.address)
        ++of_address_[*caller.address];
    return Ration{.browser = caller.browser, .address = caller.address, .is_hasty = is_hasty};
}

void Doorkeeper::leaves(Ration const& ration) {
    one_less(of_browser_, ration.browser);
    if (ration.address)
        one_less(of_address_, *ration.address);
    hasty_ -= ration.is_hasty ? 1 : 0;
    --taken_;
}

} // namespace web::signing_in
