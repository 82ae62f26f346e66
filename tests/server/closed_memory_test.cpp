#include "server/support/installation.h"
#include "server/support/program.h"

#include "server/configuration.h"

#include <gtest/gtest.h>

#include <array>
#include <csignal>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/// What is in the memory of a portal that serves stays there.
namespace {

/// Root may look into every process; this takes that right from the process that runs it.
void without_right_to_trace() {
    __user_cap_header_struct head{.version = _LINUX_CAPABILITY_VERSION_3, .pid = 0};
    std::array<__user_cap_data_struct, 2> rights{};
    if (syscall(SYS_capget, &head, rights.data()) != 0)
        return;
    for (auto* set : {&rights[0].effective, &rights[0].permitted, &rights[0].inheritable})
        *set &= ~(1U << CAP_SYS_PTRACE);
    syscall(SYS_capset, &head, rights.data());
}

/// Whether somebody of the same user sees what runs there, as a debugger must.
bool can_be_looked_into(pid_t process) {
    auto const child = fork();
    if (child == 0) {
        without_right_to_trace();
        std::array<char, 256> path{};
        auto const exe = "/proc/" + std::to_string(process) + "/exe";
        bool const seen = readlink(exe.c_str(), path.data(), path.size()) > 0;
        _exit(seen ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status) == 0;
}

/// A process with the rights of ours, but for the one to trace.
class Sleeper {
public:
    Sleeper()
        : id_(fork()) {
        if (id_ == 0) {
            without_right_to_trace();
            execl("/bin/sleep", "sleep", "60", nullptr);
            _exit(1);
        }
        usleep(200'000); // until it is what it became
    }
    ~Sleeper() {
        kill(id_, SIGKILL);
        waitpid(id_, nullptr, 0);
    }
    Sleeper(Sleeper const&) = delete;
    Sleeper& operator=(Sleeper const&) = delete;
    pid_t id() const { return id_; }

private:
    pid_t id_;
};

class ClosedMemory : public testing::Test {
protected:
    ClosedMemory() {
        // What root's programs get back when they start; who may not take it away is not root.
        prctl(PR_CAPBSET_DROP, CAP_SYS_PTRACE, 0, 0, 0);
        installation.on_free_ports();
    }
    Installation const installation;
};

TEST_F(ClosedMemory, S_a_portal_that_serves_leaves_no_core_and_cannot_be_traced) {
    Program portal{installation.configuration(), {"serve"}};
    ASSERT_TRUE(portal.is_ready()) << portal.said();
    auto const limits = server::content_of("/proc/" + std::to_string(portal.id()) + "/limits");
    auto const core = limits.substr(limits.find("Max core file size"));
    EXPECT_TRUE(core.substr(0, core.find('\n'))
                    .starts_with("Max core file size        0          "
                                 "          0 "))
        << core;
    EXPECT_FALSE(can_be_looked_into(portal.id()));
    Sleeper const control;
    EXPECT_TRUE(can_be_looked_into(control.id())) << "otherwise this proves nothing";
}

} // namespace
