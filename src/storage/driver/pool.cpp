#include "storage/driver/pool.h"

#include "storage/driver/errors.h"

#include <algorithm>

namespace storage::driver {

std::unique_ptr<Connection> Pool::take(Deadline deadline) {
    auto lock = std::unique_lock{mutex_};
    if (!free_.empty()) {
        // The one used last: its statements and pages are warmest.
        auto connection = std::move(free_.back());
        free_.pop_back();
        return connection;
    }
    auto self = Waiting{};
    queue_.push_back(&self);
    if (!self.arrived.wait_until(lock, deadline, [&] { return self.connection != nullptr; })) {
        std::erase(queue_, &self);
        throw Fault("no database connection came free in time");
    }
    return std::move(self.connection);
}

void Pool::give_back(std::unique_ptr<Connection> connection) noexcept {
    auto const lock = std::scoped_lock{mutex_};
    if (queue_.empty()) {
        free_.push_back(std::move(connection)); // had its place before: no allocation
        return;
    }
    auto& first = *queue_.front();
    queue_.pop_front();
    first.connection = std::move(connection);
    first.arrived.notify_one();
}

} // namespace storage::driver
