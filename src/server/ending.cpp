#include "server/ending.h"

#include <csignal>
#include <fmt/format.h>
#include <pthread.h>

namespace server {

namespace {

sigset_t ending_signals() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

} // namespace

Ending::Ending(Log log)
    : log_(std::move(log)) {
    auto const set = ending_signals();
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    thread_ = std::thread{[this] { wait(); }};
}

Ending::~Ending() {
    {
        std::lock_guard const lock{mutex_};
        over_ = true;
        if (!caught_)
            pthread_kill(thread_.native_handle(), SIGTERM); // to this thread alone, which waits
    }
    changed_.notify_all();
    thread_.join();
}

void Ending::wait() {
    auto const set = ending_signals();
    int signal = 0;
    sigwait(&set, &signal);
    std::unique_lock lock{mutex_};
    if (over_)
        return;
    caught_ = true;
    log_(fmt::format("ending on signal {}; a second one ends at once", signal));
    // This is the only thread that takes the second one: it stays until the end.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    asked_.request_stop();
    changed_.wait(lock, [this] { return over_; });
}

} // namespace server
