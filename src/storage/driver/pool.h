#pragma once
#include "storage/driver/connection.h"

#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <vector>

namespace storage::driver {

/// Connections for whoever comes first: in order of arrival, with a bounded wait.
class Pool {
public:
    explicit Pool(std::vector<std::unique_ptr<Connection>> connections)
        : free_(std::move(connections)) {}

    /// Faults when none came free in time.
    std::unique_ptr<Connection> take(Deadline deadline);
    void give_back(std::unique_ptr<Connection> connection) noexcept;

private:
    struct Waiting {
        std::condition_variable arrived{};
        std::unique_ptr<Connection> connection{};
    };

    std::mutex mutex_;
    std::vector<std::unique_ptr<Connection>> free_;
    std::deque<Waiting*> queue_;
};

} // namespace storage::driver
