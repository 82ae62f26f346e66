#pragma once
#include "mailbox/letters/tray.h"

#include <atomic>
#include <cstdint>
#include <thread>
#include <vector>

namespace mailbox {

/// Listens for mail on this machine only and lays it in the tray. A thread for each connection:
/// enough for one developer.
class Sink {
public:
    /// Port 0: any free one. Fault when the port is taken.
    Sink(Tray& tray, std::uint16_t port);
    ~Sink();
    Sink(Sink const&) = delete;
    Sink& operator=(Sink const&) = delete;

    std::uint16_t port() const { return port_; }

private:
    void accept();
    void converse(int connection);

    Tray& tray_;
    int listening_;
    std::uint16_t port_ = 0;
    std::atomic<bool> stopping_ = false;
    std::jthread accepting_;
};

} // namespace mailbox
