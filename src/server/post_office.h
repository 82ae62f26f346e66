#pragma once
#include "delivery/courier.h"
#include "delivery/mail_transport.h"
#include "server/house.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

namespace server {

/// Two threads beside the server: one carries urgent mail and nothing else, so that a code never
/// waits behind a slow conversation about something less urgent (P8.12); the other carries all
/// mail, and tells of what did not arrive. A fault in a round is logged, and after a while the next
/// round tries again. Once the program is to end they begin nothing, and what is under way with the
/// mail server gets two seconds (P8.14). Throws Fault at once when the settings cannot be right.
class PostOffice {
public:
    using Log = std::function<void(std::string_view)>;

    PostOffice(House& house, Log log, std::stop_token ending);
    ~PostOffice();
    PostOffice(PostOffice const&) = delete;
    PostOffice& operator=(PostOffice const&) = delete;

private:
    /// The work says whether there is more of it.
    void run(std::function<bool()> const& work);
    std::chrono::milliseconds round(std::function<bool()> const& work);
    void tell_of_undelivered();

    House& house_;
    Log log_;
    std::unique_ptr<delivery::Deliverer> deliverer_;
    delivery::Courier urgent_;
    delivery::Courier courier_;
    std::stop_source ending_;
    std::stop_callback<std::function<void()>> asked_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::thread urgent_thread_;
    std::thread thread_;
};

/// How mail goes. Throws Fault when the file with the password cannot be read.
delivery::TransportSettings mail_transport(Configuration::Mail const& mail);

} // namespace server
