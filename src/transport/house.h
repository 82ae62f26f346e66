#pragma once
#include "transport/admission.h"
#include "transport/errands.h"
#include "transport/pool.h"
#include "transport/server.h"
#include "transport/watch.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <utility>

namespace transport {

/// A body beyond the usual size, from before it is read until it was answered.
class LargeBody {
public:
    /// Nothing when as many as may be are in the house.
    static std::unique_ptr<LargeBody> admit(std::atomic<std::size_t>& present, std::size_t most) {
        if (present.fetch_add(1) < most)
            return std::unique_ptr<LargeBody>{new LargeBody{present}};
        --present;
        return nullptr;
    }
    ~LargeBody() { --present_; }
    LargeBody(LargeBody const&) = delete;
    LargeBody& operator=(LargeBody const&) = delete;

private:
    explicit LargeBody(std::atomic<std::size_t>& present)
        : present_(present) {}
    std::atomic<std::size_t>& present_;
};

/// What all connections of one server share.
struct House {
    House(Settings wanted, http::Handler answer)
        : settings(std::move(wanted))
        , handler(std::move(answer))
        , admission(settings.limits.connections, settings.limits.connections_per_address,
                    settings.limits.patience)
        , pool(settings.handler_threads, settings.limits.queue, settings.io_threads)
        , errands(settings.limits.errands) {}

    /// Adds the headers of every answer; one that it brings along goes before ours.
    void complete(http::Response& response) const {
        for (auto const& [name, value] : settings.every_answer) {
            auto const is_it = [&](auto const& header) { return header.first == name; };
            if (std::ranges::none_of(response.headers, is_it))
                response.headers.emplace_back(name, value);
        }
    }

    Settings const settings;
    http::Handler const handler;
    Admission admission;
    std::atomic<bool> stopping = false;
    std::atomic<std::uint64_t> answered = 0;
    std::atomic<std::uint64_t> shed = 0;
    std::atomic<std::uint64_t> turned_away = 0;
    std::atomic<std::uint64_t> crowded = 0;
    std::atomic<std::size_t> large_bodies = 0;
    Watch watch;
    Pool pool; ///< last but one, so that it ends before the rest, which its tasks use
    Errands errands;
};

} // namespace transport
