#include "support/own_postgres.h"

#include "foundation/fault.h"
#include "foundation/text.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <unistd.h>

namespace {

std::string script(std::string const& what, std::filesystem::path const& folder) {
    return "bash " SOURCE_DIR "/tests/support/postgres.sh " + what + ' ' + folder.string();
}

std::string said_by(std::string const& command) {
    auto* const pipe = popen(command.c_str(), "r");
    foundation::ensure(pipe != nullptr);
    std::string said;
    std::array<char, 512> piece{};
    while (fgets(piece.data(), piece.size(), pipe) != nullptr)
        said += piece.data();
    foundation::ensure(pclose(pipe) == 0, "PostgreSQL does not start");
    return std::string{foundation::trimmed(said)};
}

std::string own_folder() {
    static int made = 0;
    return "/tmp/mijnduo-own-" + std::to_string(getpid()) + '-' + std::to_string(++made);
}

} // namespace

// Not in the tests' own folder: PostgreSQL's user must be able to come there.
OwnPostgres::OwnPostgres()
    : folder_(own_folder())
    , address_(said_by(script("start", folder_))) {}

OwnPostgres::~OwnPostgres() {
    go_on();
    [[maybe_unused]] auto const status = std::system(script("stop", folder_).c_str());
}

std::vector<pid_t> OwnPostgres::processes() const {
    pid_t first = 0;
    std::ifstream{folder_ / "data/postmaster.pid"} >> first;
    foundation::ensure(first > 0, "PostgreSQL does not run");
    std::vector<pid_t> all{first};
    auto const id = std::to_string(first);
    std::ifstream children{"/proc/" + id + "/task/" + id + "/children"};
    for (pid_t each = 0; children >> each;)
        all.push_back(each);
    return all;
}

void OwnPostgres::stop() {
    stopped_ = processes();
    for (auto const each : stopped_) // first the one that would start others
        foundation::ensure(kill(each, SIGSTOP) == 0);
}

void OwnPostgres::go_on() {
    for (auto const each : stopped_)
        kill(each, SIGCONT);
    stopped_.clear();
}

void OwnPostgres::restart_at_once() const {
    foundation::ensure(std::system(script("restart", folder_).c_str()) == 0,
                       "PostgreSQL does not come back");
}
