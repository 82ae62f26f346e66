#pragma once
#include <atomic>
#include <chrono>
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace transport {

class Admission;
using Moment = std::chrono::steady_clock::time_point;

/// One connection's place in the house; given back when it is destroyed.
class Guest {
public:
    ~Guest();
    Guest(Guest const&) = delete;
    Guest& operator=(Guest const&) = delete;

    void keeps_us_waiting(Moment since); ///< the next move is the visitor's
    void keeps_us_busy();                ///< the next move is ours
    bool must_leave() const { return must_leave_.load(std::memory_order_relaxed); }
    std::string const& address() const { return address_; }

private:
    friend class Admission;
    Guest(Admission& house, std::string address)
        : house_(house)
        , address_(std::move(address)) {}

    Admission& house_;
    std::string const address_;
    std::atomic<bool> must_leave_ = false;
    bool waiting_ = false;
    Moment since_{};
    std::list<Guest*>::iterator place_{};
};

/// Who may be connected. At a full house a newcomer takes the place of whoever has kept us waiting
/// longest (of the same address when that address is full, else of the address with the most
/// connections), so that thousands of silent connections lock nobody out (security.md F8).
class Admission {
public:
    Admission(std::size_t total, std::size_t per_address, std::chrono::milliseconds patience)
        : total_(total)
        , per_address_(per_address)
        , patience_(patience) {}

    /// Nothing when the house is full and nobody has kept us waiting long enough.
    std::unique_ptr<Guest> enter(std::string const& address, Moment now);
    std::size_t present() const;

private:
    friend class Guest;
    struct Party {
        std::size_t size = 0;
        std::list<Guest*> waiting; ///< the longest first
    };
    bool makes_room(Party& party, Moment now);
    Party& largest_party();

    std::size_t const total_;
    std::size_t const per_address_;
    std::chrono::milliseconds const patience_;
    mutable std::mutex mutex_;
    std::size_t present_ = 0;
    std::unordered_map<std::string, Party> parties_;
};

} // namespace transport
