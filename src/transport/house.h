#pragma once
#include "transport/admission.h"
#include "transport/pool.h"
#include "transport/server.h"

#include <atomic>
#include <utility>

namespace transport {

/// What all connections of one server share.
struct House {
    House(Settings wanted, http::Handler answer)
        : settings(std::move(wanted))
        , handler(std::move(answer))
        , admission(settings.limits.connections, settings.limits.connections_per_address,
                    settings.limits.patience)
        , pool(settings.handler_threads, settings.limits.queue) {}

    Settings const settings;
    http::Handler const handler;
    Admission admission;
    std::atomic<bool> stopping = false;
    std::atomic<std::uint64_t> answered = 0;
    std::atomic<std::uint64_t> shed = 0;
    std::atomic<std::uint64_t> turned_away = 0;
    Pool pool; ///< last, so that it ends first: its tasks use the rest
};

} // namespace transport
