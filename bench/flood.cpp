// Load for `script/bench flood`: strangers at both doors as fast as they can, with and without
// departures that they fetched before; and a broker that knows no artifact.
#include "broker/messages/artifact.h"
#include "crowd.h"
#include "foundation/fault.h"
#include "foundation/randomness.h"
#include "foundation/text.h"
#include "party.h"
#include "transport/server.h"

#include <atomic>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <thread>

namespace {

using bench::Clock;
using bench::Given;
using bench::Visitor;

constexpr int strangers = 6;

/// Answers whatever it is asked with the same refusal.
class Broker {
public:
    explicit Broker(int port)
        : server_({.address = "127.0.0.1",
                   .port = static_cast<std::uint16_t>(port),
                   .handler_threads = 1},
                  [](http::Request const&) {
                      http::Response no;
                      no.status = 500;
                      return http::Answer{std::move(no)};
                  })
        , serving_([this] { server_.run(); }) {}
    ~Broker() { server_.stop(); }

private:
    transport::Server server_;
    std::jthread serving_;
};

/// One stranger: each round is what can be sent without a departure, and with one, at both doors.
class Stranger {
public:
    Stranger(Given const& given, std::map<long, long>& answers)
        : given_(given)
        , answers_(answers)
        , visitor_(given["url"]) {}

    void round() {
        visitor_.forget_cookies();
        note(visitor_.get("/"));
        note(visitor_.get("/saml/acs?x=1"));
        note(visitor_.get("/saml/metadata"));
        note(visitor_.get("/niet-hier-" + foundation::random_hex(chance_, 4)));
        note(visitor_.get("/saml/acs?" + brings_artifact(std::string(32, 'a'))));
        note(visitor_.post("/saml/acs", brings_response(std::string(32, 'a'))));
        note(visitor_.post("/koppelen", "gebruikersnaam=x&code=y"));
        if (auto const relay = departs("/saml/login"); !relay.empty())
            note(visitor_.get("/saml/acs?" + brings_artifact(relay)));
        if (auto const relay = departs("/saml/login?terug=%2Ftaken%2Frio"); !relay.empty())
            note(visitor_.post("/saml/acs", brings_response(relay)));
        if (auto const relay = departs("/dienst/inloggen"); !relay.empty())
            note(visitor_.post("/saml/dienst/acs", brings_response(relay)));
    }

private:
    void note(bench::Answer const& answer) { ++answers_[answer.status]; }
    /// The handle; empty when it is too busy.
    std::string departs(std::string_view path) {
        auto const page = visitor_.get(path);
        note(page);
        return page.status == 200 ? bench::between(page.body, "name=\"RelayState\" value=\"", '"')
                                  : std::string{};
    }
    std::string brings_artifact(std::string const& relay) {
        return "SAMLart=" +
               foundation::url_encoded(broker::new_artifact(given_["broker"], chance_)) +
               "&RelayState=" + relay;
    }
    std::string brings_response(std::string const& relay) {
        return "SAMLResponse=" +
               foundation::url_encoded(foundation::base64(
                   "<x xmlns=\"urn:x\">" + foundation::random_hex(chance_, 400) + "</x>")) +
               "&RelayState=" + relay;
    }

    Given const& given_;
    std::map<long, long>& answers_;
    foundation::SystemRandomness chance_;
    Visitor visitor_;
};

int measured(Given const& given) {
    Broker const broker{std::stoi(given["ars-port"])};
    auto const end = Clock::now() + std::chrono::seconds{std::stoi(given["seconds"])};
    std::mutex mutex;
    std::map<long, long> answers;
    std::vector<std::jthread> all;
    for (int i = 0; i < strangers; ++i)
        all.emplace_back([&] {
            std::map<long, long> mine;
            Stranger stranger{given, mine};
            while (Clock::now() < end) {
                try {
                    stranger.round();
                } catch (foundation::Fault const&) { // hung up on
                    ++mine[0];
                }
            }
            std::lock_guard const lock{mutex};
            for (auto const& [status, count] : mine)
                answers[status] += count;
        });
    auto const others =
        bench::public_page(given["url"], std::chrono::seconds{std::stoi(given["seconds"])});
    all.clear();
    for (auto const& [status, count] : answers)
        fmt::print("answers_{} {}\n", status, count);
    bench::print_times("other", others);
    return 0;
}

} // namespace

/// bench_flood name=value …: url, broker, ars-port, seconds. Prints lines of `name value`.
int main(int argc, char** argv) {
    Given const given{argc, argv};
    try {
        return measured(given);
    } catch (std::exception const& problem) {
        fmt::print(stderr, "bench_flood: {}\n", problem.what());
        return 1;
    }
}
