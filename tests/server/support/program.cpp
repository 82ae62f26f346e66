#include "server/support/program.h"

#include "foundation/fault.h"

#include <array>
#include <charconv>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using foundation::ensure;

namespace {

constexpr int silence = 60'000; // milliseconds

} // namespace

Program::Program(std::filesystem::path const& configuration,
                 std::vector<std::string> const& command) {
    std::array<int, 2> ends{};
    ensure(pipe2(ends.data(), O_CLOEXEC) == 0);
    std::vector<std::string> words{"mijnduo", "--config", configuration.string()};
    words.insert(words.end(), command.begin(), command.end());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ensure(posix_spawn_file_actions_init(&actions) == 0);
    for (int const output : {STDOUT_FILENO, STDERR_FILENO})
        ensure(posix_spawn_file_actions_adddup2(&actions, ends[1], output) == 0);
    ensure(posix_spawn(&id_, MIJNDUO, &actions, nullptr, pointers.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output_ = ends[0];
}

Program::~Program() {
    if (id_ != 0)
        kill(id_, SIGTERM);
    ended();
    close(output_);
}

bool Program::hear() {
    auto waiting = pollfd{.fd = output_, .events = POLLIN, .revents = 0};
    if (poll(&waiting, 1, silence) == 0)
        return false;
    std::array<char, 4096> bytes{};
    auto const count = read(output_, bytes.data(), bytes.size());
    if (count <= 0)
        return false;
    said_.append(bytes.data(), static_cast<std::size_t>(count));
    return true;
}

bool Program::is_ready() {
    auto const ready = [&] {
        auto const at = said_.find("ready on");
        return at != std::string::npos && said_.find('\n', at) != std::string::npos;
    };
    while (!ready())
        if (!hear())
            return false;
    return true;
}

int Program::ended() {
    if (id_ == 0)
        return -1;
    while (hear()) {
    }
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::uint16_t Program::port_behind(std::string_view words) const {
    auto const at = said_.find(words);
    std::uint16_t port = 0;
    if (at != std::string::npos)
        std::from_chars(said_.data() + at + words.size(), said_.data() + said_.size(), port);
    return port;
}
