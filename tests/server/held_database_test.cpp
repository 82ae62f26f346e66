#include "server/configuration.h"
#include "server/support/installation.h"
#include "server/support/many_asking.h"
#include "server/support/program.h"
#include "support/own_postgres.h"
#include "transport/client.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <thread>

/// security.md F3: a database that is stopped holds the portal no longer than agreed.
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int visitors = 300;

/// Whoever has a session is looked up in the database.
std::string const with_a_session = "GET /overzicht HTTP/1.1\r\nHost: localhost\r\nCookie: "
                                   "__Host-mijnduo=" +
                                   std::string(40, 'a') + "\r\nConnection: close\r\n\r\n";

int status_of(std::uint16_t port, std::string const& path) {
    Client client{port};
    client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    auto const answer = client.answer();
    return answer ? answer->status : 0;
}

int threads_of(pid_t process) {
    auto const status = server::content_of("/proc/" + std::to_string(process) + "/status");
    constexpr std::string_view words = "\nThreads:";
    return std::stoi(status.substr(status.find(words) + words.size()));
}

/// Asks /health/live all the while, as a balancer does.
class Balancer {
public:
    explicit Balancer(Program const& portal)
        : portal_(portal)
        , thread_([this](std::stop_token const& end) { run(end); }) {}
    std::chrono::milliseconds slowest() const { return slowest_.load(); }
    int refused() const { return refused_; }
    int most_threads() const { return most_threads_; }

private:
    void run(std::stop_token const& end) {
        while (!end.stop_requested()) {
            auto const from = steady_clock::now();
            refused_ += status_of(portal_.port(), "/health/live") == 200 ? 0 : 1;
            slowest_ =
                std::max(slowest_.load(),
                         std::chrono::ceil<std::chrono::milliseconds>(steady_clock::now() - from));
            most_threads_ = std::max(most_threads_.load(), threads_of(portal_.id()));
            std::this_thread::sleep_for(100ms);
        }
    }

    Program const& portal_;
    std::atomic<std::chrono::milliseconds> slowest_{};
    std::atomic<int> refused_ = 0;
    std::atomic<int> most_threads_ = 0;
    std::jthread thread_;
};

class HeldDatabase : public testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("MIJNDUO_TEST_POSTGRESQL") == nullptr)
            GTEST_SKIP() << "there is no PostgreSQL to test with";
        postgres.emplace();
        installation.on_free_ports();
        installation.configure("url = \"sqlite:", "url = \"" + postgres->address() + "\" # ");
    }
    std::optional<OwnPostgres> postgres;
    Installation const installation;
};

TEST_F(HeldDatabase, F3_ends_each_of_300_requests_within_10_seconds_and_answers_live_throughout) {
    Program portal{installation.configuration(), {"serve"}};
    ASSERT_TRUE(portal.is_ready()) << portal.said();
    auto const before = many_asking(portal.port(), with_a_session, 50, 30s);
    EXPECT_EQ(counted(before)[401], 50);
    auto const threads = threads_of(portal.id());
    {
        Balancer const balancer{portal};
        postgres->stop();
        auto const held = many_asking(portal.port(), with_a_session, visitors, 30s);
        EXPECT_EQ(counted(held)[503], visitors);
        EXPECT_LT(longest(held), 10s);
        auto const from = steady_clock::now();
        EXPECT_EQ(status_of(portal.private_port(), "/health/ready"), 503);
        EXPECT_LT(steady_clock::now() - from, 3s);
        // By now it is known: nobody but the one who tries waits for it.
        auto later = many_asking(portal.port(), with_a_session, visitors, 30s);
        EXPECT_EQ(counted(later)[503], visitors);
        EXPECT_LT(longest(later), 10s);
        std::ranges::nth_element(later, later.end() - 10, {}, &Ending::after);
        EXPECT_LT((later.end() - 10)->after, 4s) << "the tenth from the last";
        EXPECT_EQ(balancer.refused(), 0);
        EXPECT_LT(balancer.slowest(), 2s);
        EXPECT_LE(balancer.most_threads(), threads) << "nothing piles up";
    }
    postgres->go_on();
    auto const end = steady_clock::now() + 10s;
    while (status_of(portal.private_port(), "/health/ready") != 200 && steady_clock::now() < end)
        std::this_thread::sleep_for(100ms);
    EXPECT_EQ(counted(many_asking(portal.port(), with_a_session, 50, 30s))[401], 50);
}

} // namespace
