#include "server/support/program.h"

#include "foundation/fault.h"

#include <array>
#include <charconv>
#include <chrono>
#include <csignal>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using foundation::ensure;
using std::chrono::steady_clock;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;
constexpr auto patience_at_the_end = 20s;
constexpr auto between_looks = 10ms;

} // namespace

Program::Program(std::filesystem::path const& configuration,
                 std::vector<std::string> const& command)
    : output_(memfd_create("said", MFD_CLOEXEC)) {
    ensure(output_ >= 0);
    std::vector<std::string> words{"mijnduo", "--config", configuration.string()};
    words.insert(words.end(), command.begin(), command.end());
    std::vector<char*> pointers;
    for (auto& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ensure(posix_spawn_file_actions_init(&actions) == 0);
    for (int const output : {STDOUT_FILENO, STDERR_FILENO})
        ensure(posix_spawn_file_actions_adddup2(&actions, output_, output) == 0);
    ensure(posix_spawn(&id_, MIJNDUO, &actions, nullptr, pointers.data(), environ) == 0);
    posix_spawn_file_actions_destroy(&actions);
}

Program::~Program() {
    if (id_ != 0) {
        signal(SIGTERM);
        for (auto const end = steady_clock::now() + patience_at_the_end;
             !is_over() && steady_clock::now() < end;)
            std::this_thread::sleep_for(between_looks);
        signal(SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    close(output_);
}

void Program::signal(int number) const { ::kill(id_, number); }

/// It stays to be waited for, so that its id is nobody else's meanwhile.
bool Program::is_over() const {
    siginfo_t info{};
    return id_ == 0 ||
           (waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
            info.si_pid == id_);
}

std::string Program::said() const {
    std::string text;
    std::array<char, 4096> bytes{};
    for (;;) {
        auto const count =
            pread(output_, bytes.data(), bytes.size(), static_cast<off_t>(text.size()));
        if (count <= 0)
            return text;
        text.append(bytes.data(), static_cast<std::size_t>(count));
    }
}

bool Program::comes_to_say(std::function<bool(std::string const&)> const& is_said) const {
    for (auto const end = steady_clock::now() + patience;;) {
        bool const last = is_over() || steady_clock::now() >= end;
        if (is_said(said()))
            return true;
        if (last)
            return false;
        std::this_thread::sleep_for(between_looks);
    }
}

bool Program::says(std::string_view words) const {
    return comes_to_say([&](std::string const& text) { return text.contains(words); });
}

bool Program::is_ready() const {
    return comes_to_say([](std::string const& text) {
        auto const at = text.find("ready on");
        return at != std::string::npos && text.find('\n', at) != std::string::npos;
    });
}

int Program::ended() {
    ensure(id_ != 0, "nobody has waited for its end");
    for (auto const end = steady_clock::now() + patience; !is_over();) {
        if (steady_clock::now() >= end)
            throw foundation::Fault("the program does not end");
        std::this_thread::sleep_for(between_looks);
    }
    int status = 0;
    waitpid(id_, &status, 0);
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::uint16_t Program::port_behind(std::string_view words) const {
    auto const text = said();
    auto const at = text.find(words);
    std::uint16_t port = 0;
    if (at != std::string::npos)
        std::from_chars(text.data() + at + words.size(), text.data() + text.size(), port);
    return port;
}
