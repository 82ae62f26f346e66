#include "server/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

namespace server {

namespace {

spdlog::logger& logger() {
    static auto const made = [] {
        auto fresh = std::make_shared<spdlog::logger>(
            "mijnduo", std::make_shared<spdlog::sinks::stdout_sink_mt>());
        fresh->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %v", spdlog::pattern_time_type::utc);
        fresh->flush_on(spdlog::level::info);
        return fresh;
    }();
    return *made;
}

} // namespace

void log_line(std::string_view line) {
    std::string clean{line};
    for (char& c : clean)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            c = ' ';
    logger().info("{}", clean);
}

} // namespace server
