#include "saml/support/world.h"

#include <gtest/gtest.h>

/// Decision 0072: a broker that is away is not waited for by everybody.
namespace {

using namespace std::chrono_literals;
using portal::Rejected;
using portal::Rejection;

class CircuitOfTheBackChannel : public testing::Test {
protected:
    std::optional<Rejected> failure =
        Rejected{.reason = Rejection::broker_unavailable, .detail = "9.5 nobody"};
    int calls = 0;
    foundation::SeededRandomness randomness{1};
    std::string last_line;
    std::unique_ptr<portal::Broker> const broker = saml::make_broker(
        world::settings(), world::now(), [this](std::string_view line) { last_line = line; },
        [this](std::string const&,
               std::string const&) -> std::expected<std::string, portal::Rejected> {
            ++calls;
            if (failure)
                return std::unexpected{*failure};
            return "<no-soap/>";
        });

    Rejected come_back(foundation::Instant now = world::now()) {
        auto const artifact =
            broker->read_artifact(hostile::artifact(std::string{world::broker_entity_id}));
        return broker->receive(artifact.value(), world::pending(), randomness, now).error();
    }
    portal::Circuit::State state(foundation::Instant now = world::now()) {
        return broker->condition(now).circuit;
    }
};

TEST_F(CircuitOfTheBackChannel, after_five_calls_without_an_answer_visitors_hear_it_at_once) {
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(state(), portal::Circuit::State::closed);
        EXPECT_EQ(come_back().detail, "9.5 nobody");
    }
    EXPECT_EQ(state(), portal::Circuit::State::open);
    EXPECT_EQ(last_line, "the broker is not called for a while");
    auto const turned_away = come_back(world::now() + 29s);
    EXPECT_EQ(turned_away.reason, Rejection::broker_unavailable);
    EXPECT_EQ(turned_away.detail, "9.5 circuit open");
    EXPECT_EQ(calls, 5);
}

TEST_F(CircuitOfTheBackChannel, any_answer_closes_it_again) {
    for (int i = 0; i < 5; ++i)
        come_back();
    failure.reset();
    EXPECT_EQ(state(world::now() + 30s), portal::Circuit::State::half_open);
    EXPECT_EQ(come_back(world::now() + 30s).reason, Rejection::message_refused);
    EXPECT_EQ(calls, 6);
    EXPECT_EQ(state(world::now() + 30s), portal::Circuit::State::closed);
    EXPECT_EQ(last_line, "the broker answers again");
}

TEST_F(CircuitOfTheBackChannel, artifacts_that_the_broker_does_not_know_never_open_it) {
    failure->answered = true; // a SOAP fault, with HTTP status 500
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(come_back().detail, "9.5 nobody");
    failure = Rejected{.reason = Rejection::message_refused, .detail = "9.5 size"};
    for (int i = 0; i < 20; ++i)
        EXPECT_EQ(come_back().detail, "9.5 size");
    EXPECT_EQ(calls, 40);
}

} // namespace
