#include "markup/steps.h"

#include "markup/icon.h"

namespace markup {
namespace {

Html step_of(Steps const& steps, std::size_t number) {
    auto const& name = steps.names[number - 1];
    if (number < steps.current)
        return html(R"(<li class="is-done">{}<span class="app-steps__label">{})"
                    R"(<span class="app-hidden">{}</span></span></li>)",
                    icon("check"), name, steps.done);
    Attributes current;
    if (number == steps.current)
        current.set("aria-current", "step");
    return html(R"(<li{}><span class="app-steps__label">{}</span></li>)", current, name);
}

Html milestone_of(Milestone const& milestone, std::size_t number, std::string_view done) {
    auto const explanation =
        when(!milestone.explanation.empty(), html("<small>{}</small>", milestone.explanation));
    switch (milestone.progress) {
    case Progress::done:
        return html(R"(<li class="is-done"><span class="app-timeline__dot">{}</span>)"
                    R"(<strong>{}<span class="app-hidden">{}</span></strong>{}</li>)",
                    icon("check"), milestone.label, done, explanation);
    case Progress::now:
        return html(R"(<li class="is-now" aria-current="step">)"
                    R"(<span class="app-timeline__dot" aria-hidden="true">{}</span>)"
                    R"(<strong>{}</strong>{}</li>)",
                    number, milestone.label, explanation);
    case Progress::later:
        return html(R"(<li><span class="app-timeline__dot" aria-hidden="true">{}</span>{}{}</li>)",
                    number, milestone.label, explanation);
    }
    return {};
}

} // namespace

Html steps(Steps const& steps) {
    Html all;
    for (std::size_t number = 1; number <= steps.names.size(); ++number)
        all += step_of(steps, number);
    return html(R"(<div><p class="app-steptext">{}</p>)"
                R"(<ol class="app-steps" aria-label="{}">{}</ol></div>)",
                steps.words, steps.label, all);
}

Html timeline(std::vector<Milestone> const& milestones, std::string_view done) {
    Html all;
    for (std::size_t i = 0; i < milestones.size(); ++i)
        all += milestone_of(milestones[i], i + 1, done);
    return html(R"(<ol class="app-timeline">{}</ol>)", all);
}

} // namespace markup
