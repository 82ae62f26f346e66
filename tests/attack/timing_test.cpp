#include "support/stronghold.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

/// security.md E1: the answer to what cannot be decrypted takes as long whatever was wrong with it.
namespace {

using attack::Stronghold;
using attack::Visitor;
using hostile::Login;

constexpr std::size_t rounds = 30;
constexpr double five_milliseconds = 0.005;

struct Kind {
    std::string name;
    std::function<void(Login&)> change;
    std::vector<double> took{};

    double median() {
        std::ranges::nth_element(took, took.begin() + rounds / 2);
        return took[rounds / 2];
    }
};

Kind sealed(std::string name, hostile::Edit edit, bool gcm = false) {
    return {std::move(name), [=](Login& it) {
                it.acting.edit_sealed = edit;
                if (!gcm)
                    return;
                it.acting.cipher = "AES-256-GCM";
                it.acting.cipher_uri = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
            }};
}

/// Of this thread, so that what else the machine does is not counted.
double processor_seconds() {
    timespec spent{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

TEST(E1_Timing, the_medians_of_30_lie_within_5_ms) {
    Stronghold portal;
    Visitor browser{portal};
    auto const flip = [](std::size_t from_the_end) {
        return [=](std::string& bytes) { bytes[bytes.size() - from_the_end] ^= 1; };
    };
    std::vector<Kind> kinds{
        sealed("padding", flip(17)),
        sealed("last block", flip(1)),
        sealed("truncated", [](std::string& bytes) { bytes.resize(bytes.size() - 5); }),
        sealed("nothing", [](std::string& bytes) { bytes.clear(); }),
        sealed("tag", flip(1), true),
        {"another's key", [](Login& it) { it.acting.key = &world::keys().stranger; }},
        {"RSA-1.5", [](Login& it) { it.acting.oaep_digest = ""; }},
        {"no XML inside",
         [](Login& it) { it.acting.edit_plain = [](auto& text) { text = "x"; }; }}};
    RecordProperty("cases", static_cast<int>(kinds.size() * rounds));
    for (std::size_t round = 0; round < rounds; ++round)
        for (auto& kind : kinds) {
            auto const trip = browser.depart("?opnieuw=1");
            auto login = portal.login_for(trip.request_id);
            kind.change(login);
            auto const artifact = portal.hold({.login = login, .said = ""});
            auto const began = processor_seconds();
            auto const response = browser.come_back(trip, artifact);
            kind.took.push_back(processor_seconds() - began);
            ASSERT_TRUE(attack::refused(response)) << kind.name;
        }
    auto const least =
        std::ranges::min_element(kinds, {}, [](Kind& kind) { return kind.median(); })->median();
    for (auto& kind : kinds)
        EXPECT_LE(kind.median() - least, five_milliseconds) << kind.name;
    EXPECT_EQ(browser.sign_in().status, 303) << "the control";
}

} // namespace
