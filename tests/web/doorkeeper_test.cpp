#include "web/signing_in/doorkeeper.h"

#include <gtest/gtest.h>

#include <vector>

using web::signing_in::Doorkeeper;
using namespace std::chrono_literals;

/// P3.10: who may be asked after at the broker while others are.
namespace {

constexpr foundation::Instant now{};

class Queue {
public:
    explicit Queue(Doorkeeper::Numbers const& numbers = {})
        : doorkeeper_(numbers) {}

    /// A new browser each, back after this while, from this address.
    bool comes(foundation::Duration after, std::optional<std::string> address = {}) {
        return comes_with("browser " + std::to_string(++browsers_), after, std::move(address));
    }
    bool comes_with(std::string browser, foundation::Duration after,
                    std::optional<std::string> address = {}) {
        auto const ration = doorkeeper_.admit({.browser = std::move(browser),
                                               .address = std::move(address),
                                               .departed_at = now - after},
                                              now);
        if (ration)
            inside_.push_back(*ration);
        return ration.has_value();
    }
    std::size_t come(std::size_t many, foundation::Duration after,
                     std::optional<std::string> const& address = {}) {
        std::size_t admitted = 0;
        for (std::size_t i = 0; i < many; ++i)
            admitted += comes(after, address) ? 1U : 0U;
        return admitted;
    }
    void all_leave() {
        for (auto const& ration : inside_)
            doorkeeper_.leaves(ration);
        inside_.clear();
    }
    std::size_t inside() const { return doorkeeper_.taken(); }

private:
    Doorkeeper doorkeeper_;
    std::vector<Doorkeeper::Ration> inside_;
    int browsers_ = 0;
};

} // namespace

TEST(Doorkeeper, P3_10_one_browser_is_asked_after_twice_at_once_and_not_three_times) {
    Queue queue;
    EXPECT_TRUE(queue.comes_with("one", 10s));
    EXPECT_TRUE(queue.comes_with("one", 10s));
    EXPECT_FALSE(queue.comes_with("one", 10s));
    EXPECT_TRUE(queue.comes_with("another", 10s));
    queue.all_leave();
    EXPECT_TRUE(queue.comes_with("one", 10s));
}

TEST(Doorkeeper, P3_10_there_are_so_many_places_and_no_more) {
    Queue queue;
    EXPECT_EQ(128U, queue.come(500, 10s));
    EXPECT_EQ(128U, queue.inside());
    queue.all_leave();
    EXPECT_EQ(0U, queue.inside());
    EXPECT_EQ(128U, queue.come(500, 10s));
}

TEST(Doorkeeper, P3_10_whoever_come_back_sooner_than_people_leave_half_of_the_places) {
    Queue queue;
    EXPECT_EQ(64U, queue.come(1000, 0s));
    EXPECT_FALSE(queue.comes(3s - 1us));
    EXPECT_TRUE(queue.comes(3s));
    EXPECT_EQ(63U, queue.come(100, 3s));
}

TEST(Doorkeeper, P3_10_one_address_leaves_half_of_the_places) {
    Queue queue;
    EXPECT_EQ(64U, queue.come(1000, 10s, "192.0.2.1"));
    EXPECT_FALSE(queue.comes(10s, "192.0.2.1"));
    EXPECT_TRUE(queue.comes(10s, "192.0.2.2"));
    EXPECT_TRUE(queue.comes(10s));
}

TEST(Doorkeeper, P3_10_ten_addresses_that_take_all_they_can_leave_places_for_whoever_comes_then) {
    Queue queue;
    for (int round = 0; round < 200; ++round)
        for (int address = 0; address < 10; ++address)
            queue.comes(10s, "192.0.2." + std::to_string(address));
    EXPECT_GE(128U - queue.inside(), 128U / 11);
    EXPECT_TRUE(queue.comes(10s, "203.0.113.1"));
    EXPECT_TRUE(queue.comes(10s));
}

TEST(Doorkeeper, P3_10_without_an_address_there_is_no_limit_by_address) {
    Queue queue;
    EXPECT_EQ(128U, queue.come(128, 10s));
}

/// As a school does when its lessons begin: 500 people behind one address, each back within half a
/// minute, while a call takes the ten seconds that it may.
TEST(Doorkeeper, P3_10_five_hundred_logins_of_one_school_in_ten_minutes_never_meet_a_limit) {
    Doorkeeper doorkeeper;
    struct Inside {
        Doorkeeper::Ration ration;
        foundation::Instant until;
    };
    std::vector<Inside> inside;
    for (int person = 0; person < 500; ++person) {
        auto const at = now + person * 1200ms;
        std::erase_if(inside, [&](Inside const& one) {
            if (one.until > at)
                return false;
            doorkeeper.leaves(one.ration);
            return true;
        });
        auto const ration =
            doorkeeper.admit({.browser = std::to_string(person),
                              .address = "192.0.2.1",
                              .departed_at = at - std::chrono::seconds{person % 30}},
                             at);
        ASSERT_TRUE(ration) << person;
        inside.push_back({*ration, at + 10s});
    }
}

/// Half of them within one minute, and half of those have no patience.
TEST(Doorkeeper, P3_10_nor_when_half_of_them_come_in_one_minute_while_the_broker_is_slow) {
    Doorkeeper doorkeeper;
    std::vector<std::pair<Doorkeeper::Ration, foundation::Instant>> inside;
    for (int person = 0; person < 250; ++person) {
        auto const at = now + person * 240ms;
        while (!inside.empty() && inside.front().second <= at) {
            doorkeeper.leaves(inside.front().first);
            inside.erase(inside.begin());
        }
        auto const ration = doorkeeper.admit({.browser = std::to_string(person),
                                              .address = "192.0.2.1",
                                              .departed_at = at - (person % 2 == 0 ? 1s : 20s)},
                                             at);
        ASSERT_TRUE(ration) << person;
        inside.emplace_back(*ration, at + 10s);
    }
}
