#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

/// `mijnduo` as a process of its own, with what it says on either output. Asked to end with SIGTERM
/// at the end of its life when it has not ended by itself, and killed when it does not listen.
class Program {
public:
    Program(std::filesystem::path const& configuration, std::vector<std::string> const& command);
    ~Program();
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    pid_t id() const { return id_; }
    void signal(int number) const;
    /// Waits for its line "ready on"; false when it ended before, or did not say so in a minute.
    bool is_ready() const;
    /// Waits for its end: the exit status, or minus the signal that ended it. A minute is a Fault.
    int ended();
    /// Until now.
    std::string said() const;
    /// Whether it says this: waits for it, a minute at most and until its end.
    bool says(std::string_view words) const;

    /// Where it listens, once it is ready.
    std::uint16_t port() const { return port_behind("ready on 127.0.0.1:"); }
    std::uint16_t private_port() const { return port_behind("figures on 127.0.0.1:"); }

private:
    bool is_over() const;
    bool comes_to_say(std::function<bool(std::string const&)> const& is_said) const;
    std::uint16_t port_behind(std::string_view words) const;

    pid_t id_ = 0;
    int output_ = -1; ///< a file without a name: nobody need read for the program to go on
};
