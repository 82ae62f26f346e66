#pragma once
#include "portal/signing_in/broker.h"
#include "portal/upkeep/night.h"
#include "portal/upkeep/nightly.h"
#include "server/house.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

namespace server {

/// The thread that does the nightly job, so that no backlog of mail pushes it away. It is owed
/// until it has come to its end: of the programs on a database one does it, another when that one
/// dies, and who was down at three does it when it comes back (P8.14). A part that fails is tried
/// again after half an hour, until the next night takes its place.
class NightWatch {
public:
    using Log = std::function<void(std::string_view)>;

    NightWatch(House& house, portal::Broker const& broker, Log log, std::stop_token ending);
    ~NightWatch(); ///< what is under way ends between two of its transactions
    NightWatch(NightWatch const&) = delete;
    NightWatch& operator=(NightWatch const&) = delete;

private:
    void run();
    void round();
    /// The night that is owed, taken by this program.
    std::optional<portal::upkeep::Night> taken();
    void work(portal::upkeep::Night const& night);
    void settle(portal::upkeep::Night night, portal::upkeep::NightlyReport const& report);
    bool goes_on(portal::upkeep::Night const& night);

    House& house_;
    portal::Broker const& broker_;
    Log log_;
    std::stop_source ending_;
    std::stop_callback<std::function<void()>> asked_;
    std::chrono::steady_clock::time_point held_at_{};
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::thread thread_;
};

/// What is kept of a night of which this came.
portal::upkeep::Night counted(portal::upkeep::Night night,
                              portal::upkeep::NightlyReport const& report, int expiring);

} // namespace server
