#include "web/operations/broker_figures.h"

#include <array>
#include <fmt/format.h>

namespace web::operations {

namespace {

using portal::Circuit;

std::int64_t seconds(foundation::Duration duration) {
    return std::chrono::floor<std::chrono::seconds>(duration).count();
}

std::string escaped(std::string_view label) {
    std::string text;
    for (char const c : label) {
        if (c == '\n') {
            text += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    return text;
}

constexpr std::array circuits{std::pair{Circuit::State::closed, "closed"},
                              std::pair{Circuit::State::open, "open"},
                              std::pair{Circuit::State::half_open, "half_open"}};

} // namespace

std::string written(portal::BrokerCondition const& condition, foundation::Instant now) {
    std::string text = "# HELP mijnduo_expiry_seconds Until it runs out; below zero it has.\n"
                       "# TYPE mijnduo_expiry_seconds gauge\n";
    for (auto const& each : condition.expiries)
        text += fmt::format("mijnduo_expiry_seconds{{what=\"{}\",mark=\"{}\"}} {}\n",
                            portal::keys::name_of(each.holding), escaped(each.mark),
                            seconds(each.until - now));
    text += "# HELP mijnduo_broker_circuit Whether the broker is called: 1 at the state it is in.\n"
            "# TYPE mijnduo_broker_circuit gauge\n";
    for (auto const& [state, name] : circuits)
        text += fmt::format("mijnduo_broker_circuit{{state=\"{}\"}} {}\n", name,
                            condition.circuit == state ? 1 : 0);
    if (condition.metadata_confirmed_at)
        text += fmt::format("# HELP mijnduo_broker_metadata_age_seconds Since its source was last "
                            "found in order.\n"
                            "# TYPE mijnduo_broker_metadata_age_seconds gauge\n"
                            "mijnduo_broker_metadata_age_seconds {}\n",
                            seconds(now - *condition.metadata_confirmed_at));
    return text;
}

} // namespace web::operations
