#include "foundation/randomness.h"
#include "saml/support/world.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace {

/// Bends a text in one place: a byte changed, left out, doubled, or a piece copied elsewhere.
std::string bent(std::string text, foundation::Randomness& randomness) {
    auto const place = [&] {
        return foundation::below(randomness, static_cast<std::uint32_t>(text.size()));
    };
    auto const at = place();
    switch (foundation::below(randomness, 4)) {
    case 0:
        text[at] = static_cast<char>(foundation::below(randomness, 256));
        break;
    case 1:
        text.erase(at, 1 + foundation::below(randomness, 40));
        break;
    case 2:
        text.insert(at, text.substr(at, 1 + foundation::below(randomness, 400)));
        break;
    default:
        text.insert(at, text.substr(place(), 1 + foundation::below(randomness, 400)));
        break;
    }
    return text;
}

TEST(Bending, a_bent_message_never_lets_anyone_else_in) {
    foundation::SeededRandomness randomness{20261123};
    auto settings = world::settings();
    settings.post_binding = true;
    settings.accept_unsigned_posted_response = true;
    auto const broker = world::broker(std::move(settings));
    auto login = world::login();
    login.response_signing.present = false;
    auto const good = hostile::response(login);
    auto const expected =
        broker->receive_posted(hostile::base64(good), world::pending(), world::now());
    ASSERT_EQ(world::outcome(expected), "let in");
    for (int i = 0; i < 500; ++i) {
        auto const text = bent(good, randomness);
        auto const received =
            broker->receive_posted(hostile::base64(text), world::pending(), world::now());
        if (received) {
            ASSERT_EQ(received->identity, expected->identity) << text;
            ASSERT_EQ(received->assertion_id, expected->assertion_id) << text;
            ASSERT_EQ(received->level, expected->level) << text;
        }
    }
}

TEST(Threads, share_one_broker) {
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = world::broker(std::move(settings));
    auto const good = hostile::base64(hostile::response(world::login()));
    auto login = world::login();
    login.assertion_signing.key = &world::keys().stranger;
    auto const bad = hostile::base64(hostile::response(login));
    auto const work = [&](std::string const& posted, std::string const& outcome) {
        foundation::SystemRandomness randomness;
        for (int i = 0; i < 50; ++i) {
            EXPECT_EQ(
                world::outcome(broker->receive_posted(posted, world::pending(), world::now())),
                outcome);
            broker->send_off(randomness, world::now(), portal::AssuranceLevel::loa3);
        }
    };
    std::vector<std::thread> threads;
    for (int i = 0; i < 2; ++i) {
        threads.emplace_back([&] { work(good, "let in"); });
        threads.emplace_back([&] { work(bad, "9.10 signature: key"); });
    }
    for (auto& thread : threads)
        thread.join();
}

} // namespace
