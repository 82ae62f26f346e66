#pragma once
#include "server/configuration.h"
#include "transport/server.h"
#include "web/site.h"

#include <cstdint>
#include <memory>
#include <string>

namespace server {

/// The two doors of the program: one for visitors, and one for the operator's machines alone, with
/// threads of its own, so that figures come also while visitors keep all others (decision 0146).
class Listeners {
public:
    /// Throws Fault, naming the setting, when something else listens there.
    Listeners(Configuration const& configuration, web::Site const& site);

    void run();  ///< until stop(), and until what was under way has been answered
    void stop(); ///< from any thread

    std::uint64_t shed() const { return visitors_->figures().shed; }
    /// Where they are, for the log.
    std::string places() const;

private:
    Configuration::Server const& settings_;
    std::unique_ptr<transport::Server> visitors_;
    std::unique_ptr<transport::Server> operators_; ///< none where the setting is empty
};

} // namespace server
