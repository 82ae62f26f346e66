#pragma once
#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace web::operations {

/// Counters of this process, for /metrics. Safe from several threads.
class Figures {
public:
    void count_response(int status) {
        auto const hundred = static_cast<std::size_t>(status / 100);
        if (hundred < responses_.size())
            responses_[hundred].fetch_add(1, std::memory_order_relaxed);
    }
    void count_sign_in() { sign_ins_.fetch_add(1, std::memory_order_relaxed); }
    void count_refusal() { refusals_.fetch_add(1, std::memory_order_relaxed); }
    void count_crowded() { crowded_.fetch_add(1, std::memory_order_relaxed); }
    /// P3.10: of somebody who belongs to no departure of ours. Nothing else is kept of him for
    /// good. `reason` is one of a few words of our own.
    void count_stranger(std::string_view reason);
    /// Told that it is busy, before anything was done.
    void count_busy() { busy_.fetch_add(1, std::memory_order_relaxed); }
    void count_link() { links_.fetch_add(1, std::memory_order_relaxed); }

    /// How many requests got no turn: known where they wait for one. Told before anybody asks.
    void tell_of_shed(std::function<std::uint64_t()> shed) { shed_ = std::move(shed); }

    /// Prometheus text format.
    std::string written() const;

private:
    std::array<std::atomic<std::uint64_t>, 6> responses_{};
    std::atomic<std::uint64_t> sign_ins_{0};
    std::atomic<std::uint64_t> refusals_{0};
    std::atomic<std::uint64_t> busy_{0};
    std::atomic<std::uint64_t> crowded_{0};
    std::atomic<std::uint64_t> links_{0};
    std::function<std::uint64_t()> shed_;
    mutable std::mutex mutex_;
    std::map<std::string, std::uint64_t, std::less<>> strangers_;
};

} // namespace web::operations
