#include "transport/admission.h"

#include <algorithm>
#include <utility>

namespace transport {

Guest::~Guest() {
    std::lock_guard const lock{house_.mutex_};
    auto const party = house_.parties_.find(address_);
    if (waiting_)
        party->second.waiting.erase(place_);
    if (!must_leave()) { // otherwise it was no longer counted since it was asked to
        --house_.present_;
        --party->second.size;
    }
    if (party != house_.parties_.end() && party->second.size == 0)
        house_.parties_.erase(party);
}

void Guest::keeps_us_waiting(Moment since) {
    std::lock_guard const lock{house_.mutex_};
    if (must_leave())
        return;
    auto& line = house_.parties_.at(address_).waiting;
    if (waiting_)
        line.erase(place_);
    waiting_ = true;
    since_ = since;
    place_ = line.insert(line.end(), this);
}

void Guest::keeps_us_busy() {
    std::lock_guard const lock{house_.mutex_};
    if (!std::exchange(waiting_, false))
        return;
    house_.parties_.at(address_).waiting.erase(place_);
}

std::unique_ptr<Guest> Admission::enter(std::string const& address, Moment now) {
    std::lock_guard const lock{mutex_};
    auto const known = parties_.find(address);
    if (known != parties_.end() && known->second.size >= per_address_) {
        if (!makes_room(known->second, now))
            return nullptr;
    } else if (present_ >= total_ && !makes_room(largest_party(), now)) {
        return nullptr;
    }
    std::unique_ptr<Guest> guest{new Guest{*this, address}};
    ++present_;
    ++parties_[address].size;
    return guest;
}

std::size_t Admission::present() const {
    std::lock_guard const lock{mutex_};
    return present_;
}

bool Admission::makes_room(Party& party, Moment now) {
    if (party.waiting.empty() || now - party.waiting.front()->since_ < patience_)
        return false;
    auto& guest = *party.waiting.front();
    party.waiting.pop_front();
    guest.waiting_ = false;
    guest.must_leave_ = true;
    --party.size;
    --present_;
    return true;
}

Admission::Party& Admission::largest_party() {
    return std::ranges::max_element(parties_, {},
                                    [](auto const& entry) { return entry.second.size; })
        ->second;
}

} // namespace transport
