#include "delivery/courier.h"
#include "delivery/sink.h"
#include "storage/moment.h"
#include "system/support/process.h"
#include "system/support/stage.h"

#include <map>
#include <random>

namespace stage {
namespace {

using namespace portal;

constexpr unsigned seed = 20'261'123;

/// Couriers that die in the middle, and nodes whose clocks differ, over the real outbox.
class Couriers : public OnStage {
protected:
    /// The outbox of these processes has the key of the stage, not that of the samples.
    void queue(int count, foundation::Instant at) {
        auto node = stage::Node{address()};
        node.archive().change([&](Records& records) {
            for (int i = 0; i < count; ++i) {
                auto one = storage::samples::post("user" + std::to_string(i) + "@school.example");
                one.useless_after.reset();
                records.queue(one, at);
            }
        });
    }
    /// How often each message came in, by its id.
    static std::map<std::string, int> arrivals(std::vector<std::string> const& messages) {
        std::map<std::string, int> count;
        for (auto const& message : messages) {
            auto const at = message.find("Message-ID: <");
            ++count[message.substr(at, message.find('>', at) - at)];
        }
        return count;
    }
};
ON_BOTH_DATABASES(Couriers);

TEST_P(Couriers, F5_killed_in_mid_delivery_each_mail_arrives_and_at_most_one_twice_for_each_kill) {
    constexpr int mails = 60;
    constexpr int kills = 10;
    auto sink = Sink::endless({.thinks = 3ms});
    queue(mails, now);
    auto chance = std::mt19937{seed};
    auto moment = now;
    int killed = 0;
    for (; killed < kills; ++killed, moment += 2min) {
        auto const before = sink.count();
        Process program{"carry",
                        {address_text(), sink.url(), std::to_string(foundation::micros(moment))}};
        program.hear();
        auto const some = before + std::uniform_int_distribution<std::size_t>{1, 4}(chance);
        while (sink.count() < some && sink.count() < mails)
            std::this_thread::sleep_for(1ms);
        std::this_thread::sleep_for(
            std::chrono::microseconds{std::uniform_int_distribution{0, 6000}(chance)});
        program.kill();
    }
    Process last{"carry", {address_text(), sink.url(), std::to_string(foundation::micros(moment))}};
    while (auto const line = last.hear())
        if (*line == "done")
            break;
    EXPECT_EQ(
        count(storage::driver::Statement{"select count(*) from outbox where sent_at is not null"}),
        mails);
    int twice = 0;
    auto const arrived = arrivals(sink.received());
    EXPECT_EQ(arrived.size(), std::size_t{mails}) << "each arrived";
    for (auto const& [_, times] : arrived)
        twice += times - 1;
    EXPECT_LE(twice, killed);
}

/// Counts what it is handed, slowly, so that the two couriers meet.
class Counting final : public delivery::Deliverer {
public:
    delivery::Receipt deliver(delivery::Parcel const& parcel, std::stop_token const&) override {
        std::this_thread::sleep_for(5ms);
        std::lock_guard const lock{mutex_};
        ++delivered[parcel.id];
        return {.reception = delivery::Reception::accepted};
    }
    std::map<std::string, int> delivered;

private:
    std::mutex mutex_;
};

TEST_P(Couriers, F5_a_node_a_minute_ahead_and_one_a_minute_behind_deliver_sixty_mails_sixty_times) {
    constexpr int mails = 60;
    auto const true_time = [&] {
        auto asking = storage::driver::Transaction{database(), storage::driver::Access::reading};
        return storage::database_clock(asking);
    };
    queue(mails, true_time() - 1s);
    Counting counting;
    on_threads(2, [&](int which) {
        auto const skew = which == 0 ? 60s : -60s;
        auto node = stage::Node{address(), storage::Moments::database};
        // Its rounds seem to last, so that some mails are given back in between.
        foundation::Duration gone_by{0};
        delivery::Courier courier{node.outbox(),
                                  {.from = "noreply@mijnduo.example",
                                   .sign_in_address = "https://mijnduo.example/",
                                   .test_environment = true},
                                  counting,
                                  [](std::string const&) {},
                                  [&] { return gone_by += 750ms; }};
        for (int round = 0; round < 20; ++round) {
            courier.run_once(true_time() + skew);
            std::this_thread::sleep_for(10ms);
        }
    });
    EXPECT_EQ(counting.delivered.size(), std::size_t{mails});
    for (auto const& [id, times] : counting.delivered)
        EXPECT_EQ(times, 1) << id;
}

} // namespace
} // namespace stage
