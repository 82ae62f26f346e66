#pragma once
#include "delivery/courier.h"
#include "delivery/mail_transport.h"
#include "portal/signing_in/broker.h"
#include "server/house.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace server {

/// Two threads beside the server: one carries urgent mail and nothing else, so that a code never
/// waits behind a slow conversation about something less urgent (P8.12); the other carries all
/// mail, tells of what did not arrive, and does the nightly job. A fault in a round is logged, and
/// after a while the next round tries again. Throws Fault at once when the settings cannot be
/// right.
class PostOffice {
public:
    using Log = std::function<void(std::string_view)>;

    PostOffice(House& house, portal::Broker const& broker, Log log);
    ~PostOffice();
    PostOffice(PostOffice const&) = delete;
    PostOffice& operator=(PostOffice const&) = delete;

private:
    /// The work says whether there is more of it.
    void run(std::function<bool()> const& work);
    std::chrono::milliseconds round(std::function<bool()> const& work);
    void tell_of_undelivered();
    void nightly_when_due();

    House& house_;
    portal::Broker const& broker_;
    Log log_;
    std::unique_ptr<delivery::Deliverer> deliverer_;
    delivery::Courier urgent_;
    delivery::Courier courier_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::optional<foundation::CivilDate> last_night_;
    std::thread urgent_thread_;
    std::thread thread_;
};

/// How mail goes. Throws Fault when the file with the password cannot be read.
delivery::TransportSettings mail_transport(Configuration::Mail const& mail);

} // namespace server
