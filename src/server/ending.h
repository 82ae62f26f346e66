#pragma once
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

namespace server {

/// What SIGTERM and SIGINT do from here on. The first asks all work to end: what is under way comes
/// to its end, nothing new is begun. The second ends the program at once, as if nobody caught it.
/// Made before the other threads: they inherit that signals are not for them, so no handler runs in
/// the middle of anything.
class Ending {
public:
    using Log = std::function<void(std::string_view)>;

    explicit Ending(Log log);
    ~Ending();
    Ending(Ending const&) = delete;
    Ending& operator=(Ending const&) = delete;

    std::stop_token token() const { return asked_.get_token(); }

private:
    void wait();

    Log log_;
    std::stop_source asked_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool caught_ = false;
    bool over_ = false;
    std::thread thread_;
};

} // namespace server
