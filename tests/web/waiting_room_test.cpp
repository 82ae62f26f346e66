#include "web/signing_in/waiting_room.h"

#include <gtest/gtest.h>

using namespace std::chrono_literals;
using web::signing_in::Call;
using web::signing_in::Received;
using web::signing_in::WaitingRoom;

/// P3.10: the calls whose visitors wait on a page.
namespace {

constexpr foundation::Instant now{};

Received unavailable() {
    return std::unexpected{
        portal::Rejected{.reason = portal::Rejection::broker_unavailable, .detail = "test"}};
}

std::shared_ptr<Call> admitted(WaitingRoom& room, std::string browser,
                               std::function<Received()> ask = unavailable) {
    portal::signing_in::DepartureNote note{.relay_digest = {},
                                           .browser_digest = browser,
                                           .pending = {.request_id = "_1", .departed_at = now},
                                           .return_path = {}};
    return room.admit({.note = std::move(note), .browser = std::move(browser)}, std::nullopt,
                      now + 10s, std::move(ask));
}

} // namespace

TEST(WaitingRoom, P3_10_a_call_holds_its_place_until_it_ends_whatever_became_of_its_visitor) {
    WaitingRoom room;
    auto const made = admitted(room, "a");
    auto left = admitted(room, "b");
    EXPECT_EQ(2U, room.under_way());
    left.reset();
    EXPECT_EQ(1U, room.under_way());
    made->make();
    EXPECT_EQ(0U, room.under_way());
    EXPECT_FALSE(made->answer());
}

TEST(WaitingRoom, P3_10_an_answer_is_found_once_and_by_its_own_browser_and_number) {
    WaitingRoom room;
    auto const call = admitted(room, "a");
    room.keep("1", call, now);
    EXPECT_FALSE(room.find("1", "b", now).call);
    EXPECT_FALSE(room.find("2", "a", now).call);
    EXPECT_FALSE(room.find("1", "a", now).is_answered);
    call->make();
    EXPECT_EQ(call, room.find("1", "a", now).call);
    EXPECT_FALSE(room.find("1", "a", now).call);
}

TEST(WaitingRoom, P3_10_what_the_call_threw_is_thrown_where_its_answer_is_asked) {
    WaitingRoom room;
    auto const call =
        admitted(room, "a", []() -> Received { throw std::runtime_error{"no token"}; });
    call->make();
    EXPECT_TRUE(call->is_answered());
    EXPECT_EQ(0U, room.under_way());
    EXPECT_THROW(static_cast<void>(call->answer()), std::runtime_error);
}

TEST(WaitingRoom, P3_10_keeps_an_outcome_two_minutes_and_a_thousand_of_them_at_most) {
    WaitingRoom room;
    for (int i = 0; i < 1001; ++i) {
        auto const call = admitted(room, "a");
        call->make();
        room.keep(std::to_string(i), call, now);
    }
    EXPECT_FALSE(room.find("0", "a", now).call);
    EXPECT_TRUE(room.find("999", "a", now + 2min - 1us).call);
    EXPECT_FALSE(room.find("1000", "a", now + 2min).call);
}
