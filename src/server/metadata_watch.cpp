#include "server/metadata_watch.h"

#include "foundation/fault.h"

#include <algorithm>
#include <fmt/format.h>

namespace server {

using std::chrono::milliseconds;

milliseconds until_next_look(LookSchedule const& schedule, saml::BrokerMetadata const& metadata,
                             bool is_address, bool failed, foundation::Instant now) {
    if (!is_address)
        return schedule.file;
    if (failed)
        return schedule.least;
    milliseconds wanted = metadata.cache_duration
                              ? std::min<milliseconds>(*metadata.cache_duration, schedule.most)
                              : schedule.usual;
    if (metadata.valid_until)
        wanted =
            std::min(wanted, std::chrono::floor<milliseconds>(*metadata.valid_until - now) / 2);
    return std::max(wanted, schedule.least);
}

MetadataWatch::MetadataWatch(std::shared_ptr<saml::KnownBroker> known, MetadataSource source,
                             Log log, Clock clock, LookSchedule schedule)
    : known_(std::move(known))
    , source_(std::move(source))
    , log_(std::move(log))
    , clock_(std::move(clock))
    , schedule_(schedule)
    , thread_([this](std::stop_token const& ending) { run(ending); }) {}

MetadataWatch::~MetadataWatch() = default;

bool MetadataWatch::looked(std::stop_token const& ending) {
    try {
        if (source_.look(*known_, clock_(), ending))
            log_(fmt::format("new broker metadata is in use, with {} signing certificates",
                             known_->current()->keys.size()));
        last_failure_.clear();
        return true;
    } catch (foundation::Fault const& fault) {
        if (last_failure_ != fault.what() && !ending.stop_requested())
            log_(fmt::format("the broker metadata in use stays: {}", fault.what()));
        last_failure_ = fault.what();
        return false;
    }
}

void MetadataWatch::run(std::stop_token const& ending) {
    for (;;) {
        bool const fine = looked(ending);
        auto const pause =
            until_next_look(schedule_, *known_->current(), source_.is_address(), !fine, clock_());
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, ending, pause, [] { return false; });
        if (ending.stop_requested())
            return;
    }
}

} // namespace server
