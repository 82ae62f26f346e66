#pragma once
#include "server/metadata_source.h"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace server {

/// How often the source of the broker's metadata is looked at (decision 0070).
struct LookSchedule {
    std::chrono::milliseconds file = std::chrono::minutes{1};
    std::chrono::milliseconds least = std::chrono::minutes{5}; ///< of an address, and after failing
    std::chrono::milliseconds most = std::chrono::hours{24};
    std::chrono::milliseconds usual = std::chrono::hours{6}; ///< when it does not say
};

/// From one look to the next: of an address what its cacheDuration says, within bounds, and before
/// half of what is left of its validity.
std::chrono::milliseconds until_next_look(LookSchedule const& schedule,
                                          saml::BrokerMetadata const& metadata, bool is_address,
                                          bool failed, foundation::Instant now);

/// The thread that keeps the broker's metadata up to date beside the server, never on a visitor's
/// way. A look that fails is logged once for each reason; what is in use stays.
class MetadataWatch {
public:
    using Log = MetadataSource::Log;
    using Clock = std::function<foundation::Instant()>;

    MetadataWatch(std::shared_ptr<saml::KnownBroker> known, MetadataSource source, Log log,
                  Clock clock, LookSchedule schedule = {});
    ~MetadataWatch(); ///< gives up a look that is under way
    MetadataWatch(MetadataWatch const&) = delete;
    MetadataWatch& operator=(MetadataWatch const&) = delete;

private:
    void run(std::stop_token const& ending);
    bool looked(std::stop_token const& ending);

    std::shared_ptr<saml::KnownBroker> known_;
    MetadataSource source_;
    Log log_;
    Clock clock_;
    LookSchedule schedule_;
    std::string last_failure_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

} // namespace server
