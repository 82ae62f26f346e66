#include "delivery/sink.h"
#include "server/house.h"
#include "server/support/installation.h"
#include "server/support/program.h"
#include "storage/nights.h"

#include <csignal>
#include <gtest/gtest.h>

/// The real program with a real mail server that is slow, and SIGTERM (P8.14).
namespace {

using namespace std::chrono_literals;
using std::chrono::steady_clock;

constexpr int mails = 1000;

struct EndingProgram : testing::Test {
    Installation installation;
    Sink sink = Sink::endless({.thinks = 4s});

    EndingProgram() {
        installation.configure("\"file\"\nfolder = \"mails\"", "\"smtp\"");
        installation.configure("smtp://127.0.0.1:2525", sink.url());
        installation.on_free_ports();
        server::House house{server::read_configuration(installation.configuration())};
        house.migrate(server::clock_now());
        house.archive->change([&](portal::Records& records) {
            for (int i = 0; i < mails; ++i)
                records.queue({.mail = {.kind = portal::MailKind::linked,
                                        .language = portal::Language::dutch,
                                        .address = "user" + std::to_string(i) + "@school.example",
                                        .name = "Anna",
                                        .organisation = "De Brug",
                                        .other_person = "Bert",
                                        .code = {},
                                        .moment = server::clock_now(),
                                        .number = 0},
                               .useless_after = {}},
                              server::clock_now() - 1min);
        });
    }

    /// Serves, and has its first mail in the hands of the mail server.
    std::unique_ptr<Program> in_mid_delivery() {
        auto program = std::make_unique<Program>(installation.configuration(),
                                                 std::vector<std::string>{"serve"});
        EXPECT_TRUE(program->is_ready()) << program->said();
        for (int i = 0; i < 600 && sink.count() == 0; ++i)
            std::this_thread::sleep_for(50ms);
        EXPECT_GT(sink.count(), 0U) << program->said();
        return program;
    }
    int count(server::House& house, storage::driver::Statement const& statement) {
        storage::driver::Transaction reading{house.database, storage::driver::Access::reading};
        return static_cast<int>(reading.one(statement)->integer(0));
    }
};

TEST_F(EndingProgram, P8_14_sigterm_with_a_thousand_mails_due_ends_it_in_time_and_loses_none) {
    using storage::driver::Statement;
    auto const program = in_mid_delivery();
    auto const began = steady_clock::now();
    program->signal(SIGTERM);
    auto const status = program->ended();
    EXPECT_LT(steady_clock::now() - began, 5s) << program->said();
    EXPECT_EQ(status, 0) << program->said();

    server::House house{server::read_configuration(installation.configuration())};
    static constexpr auto sent = Statement{"select count(*) from outbox where sent_at is not null"};
    static constexpr auto waiting =
        Statement{"select count(*) from outbox where due_at is not null and sealed <> ''"};
    static constexpr auto tried = Statement{"select count(*) from outbox where attempts > 0"};
    EXPECT_EQ(count(house, sent) + count(house, waiting), mails);
    EXPECT_LE(count(house, tried), 3) << "no attempt is counted of what was not tried";
    auto const again = house.outbox->take_due(server::clock_now(), mails, portal::MailClass::bulk);
    EXPECT_EQ(std::ssize(again.mails), count(house, waiting)) << "all of it is due at once";
}

TEST_F(EndingProgram, P8_14_a_second_sigterm_ends_it_at_once) {
    auto const program = in_mid_delivery();
    program->signal(SIGTERM);
    EXPECT_TRUE(program->says("ending on signal"));
    auto const began = steady_clock::now();
    program->signal(SIGTERM);
    auto const status = program->ended();
    EXPECT_LT(steady_clock::now() - began, 500ms);
    EXPECT_EQ(status, -SIGTERM) << program->said();
}

TEST_F(EndingProgram, P8_14_no_backlog_pushes_the_nightly_job_away) {
    server::House house{server::read_configuration(installation.configuration())};
    EXPECT_FALSE(storage::last_night(house.database));
    auto const program = in_mid_delivery();
    EXPECT_TRUE(program->says("nightly night=")) << program->said();
    for (int i = 0; i < 100 && !storage::last_night(house.database); ++i)
        std::this_thread::sleep_for(50ms);
    EXPECT_TRUE(storage::last_night(house.database)) << "it was owed since three o'clock";
    EXPECT_GT(house.outbox->backlog(server::clock_now()).in_all(), mails - 50);
}

} // namespace
