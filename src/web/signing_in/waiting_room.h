#pragma once
#include "portal/signing_in/departure.h"
#include "web/signing_in/doorkeeper.h"
#include "web/site.h"

#include <deque>
#include <expected>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace web::signing_in {

class WaitingRoom;
using Received = std::expected<portal::Arrival, portal::Rejected>;

/// One call to the broker on behalf of one who came back. Holds a place until it ends.
class Call {
public:
    /// What is known of the visitor before the call.
    struct Visitor {
        portal::signing_in::DepartureNote note;
        std::string browser; ///< the digest of its cookie
    };
    ~Call() { give_back(); }
    Call(Call const&) = delete;
    Call& operator=(Call const&) = delete;

    void make(); ///< on a thread that may wait
    bool is_answered() const;
    Received answer(); ///< once, when it is answered; throws what the call threw
    Visitor const& visitor() const { return visitor_; }

private:
    friend class WaitingRoom;
    Call(WaitingRoom& room, Doorkeeper::Ration ration, Visitor visitor,
         std::function<Received()> ask)
        : room_(room)
        , ration_(std::move(ration))
        , visitor_(std::move(visitor))
        , ask_(std::move(ask))
        , answer_(ask_.get_future()) {}
    void give_back();

    WaitingRoom& room_;
    std::optional<Doorkeeper::Ration> ration_;
    Visitor const visitor_;
    std::packaged_task<Received()> ask_;
    std::future<Received> answer_;
};

/// The number of a page to wait on, which nobody guesses and which says when it was given.
std::string new_number(foundation::Randomness& randomness, foundation::Instant now);
/// Whether a page of this number may still wait for a call of another process: it was given 12
/// seconds ago at most, by clocks that differ, and no call takes longer. Anybody can write such a
/// number; it shows the page to wait on and nothing more.
bool may_be_elsewhere(std::string_view number, foundation::Instant now);

/// The calls under way, and those whose visitor was given a page to wait on: that page asks for the
/// outcome by a number that only it knows, in the browser that left. Of one process and safe from
/// several threads; its memory is bounded.
class WaitingRoom {
public:
    WaitingRoom() = default;
    explicit WaitingRoom(Doorkeeper::Numbers const& numbers)
        : doorkeeper_(numbers) {}

    /// Nothing when it is too crowded for this visitor.
    std::shared_ptr<Call> admit(Call::Visitor visitor, std::optional<std::string> const& address,
                                foundation::Instant now, std::function<Received()> ask);

    void keep(std::string number, std::shared_ptr<Call> call, foundation::Instant now);
    struct Found {
        std::shared_ptr<Call> call; ///< none: fetched already, or never kept for this browser
        bool is_answered = false;   ///< it is no longer kept then, and the finder's alone
    };
    Found find(std::string_view number, std::string const& browser, foundation::Instant now);

    std::size_t under_way() const;

private:
    friend class Call;
    struct Kept {
        std::string number;
        foundation::Instant since;
        std::shared_ptr<Call> call;
    };
    void leaves(Doorkeeper::Ration const& ration);
    /// What has been kept too long, or nothing; to be destroyed when the lock is off.
    std::vector<Kept> outdated(foundation::Instant now);

    mutable std::mutex mutex_;
    Doorkeeper doorkeeper_;
    std::deque<Kept> kept_; ///< the oldest first
};

} // namespace web::signing_in
