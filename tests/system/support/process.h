#pragma once
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

namespace stage {

/// This program once more, as a process of its own: it shares nothing with the test but the
/// database, and speaks in lines. What it does there is named in works.h. Killed at the end of its
/// life when it has not ended by itself.
class Process {
public:
    Process(std::string const& work, std::vector<std::string> const& arguments);
    ~Process();
    Process(Process const&) = delete;
    Process& operator=(Process const&) = delete;

    void tell(std::string const& line) const;
    /// Whether it was there to be told.
    bool told(std::string const& line) const;
    /// Its next line; nothing when it has ended. A minute of silence is a fault.
    std::optional<std::string> hear();
    /// SIGKILL, and gone. What it said before can still be heard.
    void kill();

private:
    pid_t id_ = 0;
    int input_ = -1;
    int output_ = -1;
    std::string heard_;
};

} // namespace stage
