#include "markup/chart.h"

#include <algorithm>

namespace markup {
namespace {

constexpr std::uint32_t left = 56;
constexpr std::uint32_t right = 752;
constexpr std::uint32_t top = 30;
constexpr std::uint32_t bottom = 252;
constexpr std::uint32_t lines = 4;

/// A round number of at least a quarter of the highest bar, so that 4 lines hold them all.
std::uint64_t step_for(std::vector<Bar> const& bars) {
    std::uint64_t highest = 1;
    for (auto const& bar : bars)
        highest = std::max<std::uint64_t>({highest, bar.good, bar.bad});
    std::uint64_t step = 1;
    for (std::uint32_t factor = 0; step * lines < highest; ++factor)
        step = factor % 3 == 1 ? step / 2 * 5 : step * 2; // 1, 2, 5, 10, 20, 50 ...
    return step;
}

std::uint32_t height_of(std::uint64_t value, std::uint64_t step) {
    return static_cast<std::uint32_t>(value * (bottom - top) / (step * lines));
}

Html line_at(std::uint64_t value, std::uint64_t step) {
    auto const y = bottom - height_of(value, step);
    return html(R"(<line class="grid" x1="{}" x2="{}" y1="{}" y2="{}"></line>)"
                R"(<text x="46" y="{}" text-anchor="end">{}</text>)",
                left, right, y, y, y + 5, value);
}

Html bar_at(Bar const& bar, std::uint32_t middle, std::uint32_t width, std::uint64_t step) {
    auto const good = height_of(bar.good, step);
    auto const bad = height_of(bar.bad, step);
    return html(R"(<rect class="bar" x="{}" y="{}" width="{}" height="{}" rx="2"></rect>)"
                R"(<rect class="bar--fail" x="{}" y="{}" width="{}" height="{}" rx="1"></rect>)"
                R"(<text x="{}" y="274" text-anchor="middle">{}</text>)",
                middle - width, bottom - good, width, good, middle + 2, bottom - bad, width / 2,
                bad, middle, bar.label);
}

Html bars_of(std::vector<Bar> const& bars, std::uint64_t step) {
    auto const room = (right - left) / static_cast<std::uint32_t>(std::max(bars.size(), 1UZ));
    Html all;
    for (std::uint32_t i = 0; i < bars.size(); ++i)
        all += bar_at(bars[i], left + room * i + room / 2, std::min(room * 2 / 5, 30U), step);
    return all;
}

} // namespace

Html chart(Chart const& chart) {
    auto const step = step_for(chart.bars);
    Html grid;
    for (std::uint32_t i = 0; i <= lines; ++i)
        grid += line_at(i * step, step);
    return html(R"(<ul class="app-legend"><li><i class="c1"></i>{}</li>)"
                R"(<li><i class="c2"></i>{}</li></ul>)"
                R"(<div class="app-chartscroll" tabindex="0" role="region" aria-label="{}">)"
                R"(<svg class="app-chart" viewbox="0 0 760 300" role="img")"
                R"( aria-labelledby="{}-title {}-words"><title id="{}-title">{}</title>)"
                R"(<desc id="{}-words">{}</desc>{}{}</svg></div>)",
                chart.good, chart.bad, chart.title, chart.id, chart.id, chart.id, chart.title,
                chart.id, chart.description, grid, bars_of(chart.bars, step));
}

} // namespace markup
