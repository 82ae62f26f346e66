#pragma once
#include <atomic>
#include <chrono>
#include <curl/curl.h>
#include <functional>
#include <stop_token>

namespace delivery {

/// When the program ends, the conversation that is under way gets a moment to come to its end: most
/// do, and a message that was sent whole without an answer arrives twice. libcurl looks here once a
/// second at least.
class LastMoment {
public:
    explicit LastMoment(std::stop_token const& ending)
        : asked_(ending, [this] { since_ = steady_clock::now().time_since_epoch().count(); }) {}

    static int look(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
        return static_cast<LastMoment*>(self)->is_over() ? 1 : 0;
    }

private:
    using steady_clock = std::chrono::steady_clock;

    bool is_over() const {
        steady_clock::duration const since{since_.load()};
        return since.count() != 0 &&
               steady_clock::now().time_since_epoch() - since > std::chrono::milliseconds{500};
    }

    std::atomic<steady_clock::rep> since_ = 0; ///< 0: nobody has asked
    std::stop_callback<std::function<void()>> asked_;
};

/// Ends the line of a conversation that was cut short. The end of a handle says QUIT and waits for
/// the answer, a name that is still looked up it waits for too: neither when the program ends.
void hang_up(CURL* curl);

} // namespace delivery
