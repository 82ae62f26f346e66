#include "web/operations/figures.h"

#include <fmt/format.h>

namespace web::operations {

void Figures::count_stranger(std::string_view reason) {
    std::scoped_lock const lock{mutex_};
    auto const known = strangers_.find(reason);
    if (known == strangers_.end())
        strangers_.emplace(reason, 1);
    else
        ++known->second;
}

std::string Figures::written() const {
    std::string text = "# HELP mijnduo_responses_total Answers by class of status.\n"
                       "# TYPE mijnduo_responses_total counter\n";
    for (std::size_t hundred = 1; hundred < responses_.size(); ++hundred)
        text += fmt::format("mijnduo_responses_total{{class=\"{}xx\"}} {}\n", hundred,
                            responses_[hundred].load());
    auto const counter = [&](char const* name, char const* help, std::uint64_t value) {
        text += fmt::format("# HELP {0} {1}\n# TYPE {0} counter\n{0} {2}\n", name, help, value);
    };
    counter("mijnduo_sign_ins_total", "Visitors let in through the broker.", sign_ins_.load());
    counter("mijnduo_sign_ins_refused_total", "Visitors turned away at the door.",
            refusals_.load());
    text += "# HELP mijnduo_strangers_refused_total Of them: came from no departure of ours.\n"
            "# TYPE mijnduo_strangers_refused_total counter\n";
    {
        std::scoped_lock const lock{mutex_};
        for (auto const& [reason, count] : strangers_)
            text +=
                fmt::format("mijnduo_strangers_refused_total{{reason=\"{}\"}} {}\n", reason, count);
    }
    counter("mijnduo_sign_ins_busy_total", "Told that it is busy, before leaving for the broker.",
            busy_.load());
    counter("mijnduo_sign_ins_crowded_total", "Visitors told that it is busy.", crowded_.load());
    counter("mijnduo_links_total", "Means linked to an account.", links_.load());
    if (shed_)
        counter("mijnduo_requests_shed_total", "Requests that got no turn.", shed_());
    return text;
}

} // namespace web::operations
