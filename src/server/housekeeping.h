#pragma once
#include "server/house.h"
#include "web/signing_in/doorstep.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace server {

/// Outside every request (decision 0106): each second the refusals that were put by are written,
/// and each minute what need not be remembered of arrivals is thrown away. What cannot be written
/// waits for the next second.
class Housekeeping {
public:
    using Log = std::function<void(std::string_view)>;

    Housekeeping(House& house, web::signing_in::Doorstep& doorstep, Log log);
    ~Housekeeping(); ///< writes what is left
    Housekeeping(Housekeeping const&) = delete;
    Housekeeping& operator=(Housekeeping const&) = delete;

private:
    void run();
    bool round();

    House& house_;
    web::signing_in::Doorstep& doorstep_;
    Log log_;
    foundation::Instant swept_at_{};
    bool in_order_ = true;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::thread thread_;
};

/// What `mijnduo refusal CODE` says: each refusal under the code of a page, newest first. Nothing
/// when there is none.
std::optional<std::string> refusals_told(portal::Archive& archive, std::string_view code);

} // namespace server
