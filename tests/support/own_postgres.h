#pragma once
#include <filesystem>
#include <string>
#include <sys/types.h>
#include <vector>

/// A PostgreSQL of one test, which may be stopped as a whole, postmaster and all that it started,
/// or fall over and come back.
class OwnPostgres {
public:
    OwnPostgres();
    ~OwnPostgres();
    OwnPostgres(OwnPostgres const&) = delete;
    OwnPostgres& operator=(OwnPostgres const&) = delete;

    std::string const& address() const { return address_; }
    void stop();  ///< every process of it, as they are
    void go_on(); ///< from where they were
    /// Every connection breaks, what was not committed is gone, and it recovers from its log.
    void restart_at_once() const;

private:
    std::vector<pid_t> processes() const;

    std::filesystem::path folder_;
    std::string address_;
    std::vector<pid_t> stopped_;
};
