#pragma once
#include "visitor.h"

#include <chrono>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point began);

/// The same work so many times a second, begun in time whatever the former ones take, by at most
/// so many visitors at once. Returns when the time is over.
struct Rate {
    std::size_t a_second;
    std::size_t at_once;
    std::chrono::seconds lasts;
};
void at_a_rate(Rate const& rate, std::string const& url, std::function<void(Visitor&)> const& work);

/// How long the public page takes, in ms, at 50 a second over one connection.
std::vector<double> public_page(std::string const& url, std::chrono::seconds lasts);

/// Lines of `name value`: how many, the median, 99 of 100, the longest.
void print_times(std::string_view name, std::vector<double> times);

} // namespace bench
