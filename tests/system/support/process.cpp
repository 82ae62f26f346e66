#include "system/support/process.h"

#include "foundation/fault.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace stage {

using foundation::ensure;

namespace {

constexpr int silence = 60'000; // milliseconds

/// The ends of a pipe of which no other process inherits anything.
std::array<int, 2> pipe_ends() {
    std::array<int, 2> ends{};
    ensure(pipe2(ends.data(), O_CLOEXEC) == 0);
    return ends;
}

} // namespace

Process::Process(std::string const& work, std::vector<std::string> const& arguments) {
    auto const [its_input, input] = pipe_ends();
    auto const [output, its_output] = pipe_ends();
    std::vector<std::string> words{"test_system", work};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    posix_spawn_file_actions_t actions;
    ensure(posix_spawn_file_actions_init(&actions) == 0);
    ensure(posix_spawn_file_actions_adddup2(&actions, its_input, STDIN_FILENO) == 0);
    ensure(posix_spawn_file_actions_adddup2(&actions, its_output, STDOUT_FILENO) == 0);
    ensure(posix_spawn(&id_, "/proc/self/exe", &actions, nullptr, pointers.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
    close(its_input);
    close(its_output);
    input_ = input;
    output_ = output;
}

Process::~Process() {
    kill();
    close(input_);
    close(output_);
}

void Process::tell(std::string const& line) const {
    ensure(told(line), "a process does not listen");
}

bool Process::told(std::string const& line) const {
    auto const whole = line + '\n';
    return write(input_, whole.data(), whole.size()) == static_cast<ssize_t>(whole.size());
}

std::optional<std::string> Process::hear() {
    for (;;) {
        if (auto const end = heard_.find('\n'); end != std::string::npos) {
            auto line = heard_.substr(0, end);
            heard_.erase(0, end + 1);
            return line;
        }
        auto waiting = pollfd{.fd = output_, .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, silence) == 0)
            throw foundation::Fault("a process says nothing");
        std::array<char, 4096> bytes{};
        auto const count = read(output_, bytes.data(), bytes.size());
        if (count <= 0)
            return std::nullopt;
        heard_.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

void Process::kill() {
    if (id_ == 0)
        return;
    ::kill(id_, SIGKILL);
    waitpid(id_, nullptr, 0);
    id_ = 0;
}

} // namespace stage
