#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/types.h>
#include <vector>

/// `mijnduo` as a process of its own, with what it says on either output. Ended with SIGTERM at the
/// end of its life when it has not ended by itself.
class Program {
public:
    Program(std::filesystem::path const& configuration, std::vector<std::string> const& command);
    ~Program();
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    pid_t id() const { return id_; }
    /// Waits for its line "ready on"; false when it ended before, or said nothing for a minute.
    bool is_ready();
    /// Waits for its end: the exit status.
    int ended();
    std::string const& said() const { return said_; }
    bool says(std::string_view words) const { return said_.find(words) != std::string::npos; }

    /// Where it listens, once it is ready.
    std::uint16_t port() const { return port_behind("ready on 127.0.0.1:"); }
    std::uint16_t private_port() const { return port_behind("figures on 127.0.0.1:"); }

private:
    bool hear();
    std::uint16_t port_behind(std::string_view words) const;

    pid_t id_ = 0;
    int output_ = -1;
    std::string said_;
};
