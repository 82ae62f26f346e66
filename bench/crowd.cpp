#include "crowd.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <thread>

namespace bench {

double ms_since(Clock::time_point began) {
    return std::chrono::duration<double, std::milli>{Clock::now() - began}.count();
}

void at_a_rate(Rate const& rate, std::string const& url,
               std::function<void(Visitor&)> const& work) {
    auto const began = Clock::now();
    auto const step = std::chrono::nanoseconds{std::chrono::seconds{1}} / rate.a_second;
    std::atomic<std::size_t> next = 0;
    auto const come = [&] {
        Visitor visitor{url};
        while (true) {
            auto const at = next++ * step;
            if (at >= rate.lasts)
                return;
            std::this_thread::sleep_until(began + at);
            work(visitor);
        }
    };
    std::vector<std::jthread> visitors;
    for (std::size_t i = 0; i < std::min(rate.at_once, rate.a_second * 2); ++i)
        visitors.emplace_back(come);
}

std::vector<double> public_page(std::string const& url, std::chrono::seconds lasts) {
    std::vector<double> times;
    Visitor visitor{url};
    for (auto at = Clock::now(), end = at + lasts; at < end; at += std::chrono::milliseconds{20}) {
        std::this_thread::sleep_until(at);
        auto const began = Clock::now();
        if (visitor.get("/").status == 200)
            times.push_back(ms_since(began));
    }
    return times;
}

void print_times(std::string_view name, std::vector<double> times) {
    fmt::print("{}_count {}\n", name, times.size());
    if (times.empty())
        return;
    std::ranges::sort(times);
    auto const share = [&](std::size_t hundredth) {
        return times[(times.size() - 1) * hundredth / 100];
    };
    fmt::print("{0}_median_ms {1:.1f}\n{0}_p99_ms {2:.1f}\n{0}_longest_ms {3:.1f}\n", name,
               share(50), share(99), times.back());
}

} // namespace bench
