// Load for `script/bench strangers`: strangers who make up artifacts beside people who sign in,
// with a broker that takes its time or hangs. Everything that a visitor sees is timed here.
#include "broker/messages/artifact.h"
#include "crowd.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "party.h"
#include "transport/server.h"
#include "visitor.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <thread>

namespace {

using bench::Given;
using namespace std::chrono_literals;
using bench::Clock;

constexpr auto in_time = 5s;         // for a person to be in
constexpr double page_in_time = 1e3; // ms, for a person to see anything
constexpr auto a_person_takes = 4s;  // at the broker
constexpr int people = 100;
constexpr std::size_t strangers_at_once = 400;

/// The broker behind the back channel: answers after `delay`, or never.
class Broker {
public:
    explicit Broker(Given const& given)
        : given_(given)
        , party_(given)
        , hangs_(given["delay"] == "never")
        , delay_(hangs_ ? 0 : std::stoi(given["delay"]))
        , server_(settings(given), [this](http::Request const& request) { return asked(request); })
        , serving_([this] { server_.run(); }) {}
    ~Broker() {
        {
            std::lock_guard const lock{mutex_};
            over_ = true;
        }
        changed_.notify_all();
        server_.stop();
    }

    std::string artifact_for(std::string const& request_id) {
        std::lock_guard const lock{mutex_};
        auto artifact = broker::new_artifact(given_["broker"], party_.chance());
        waiting_.emplace(artifact, party_.response_element(request_id));
        return artifact;
    }
    std::string made_up() {
        std::lock_guard const lock{mutex_};
        return broker::new_artifact(given_["broker"], party_.chance());
    }
    int calls() const { return calls_; }

private:
    static transport::Settings settings(Given const& given) {
        transport::Settings settings{.address = "127.0.0.1",
                                     .port =
                                         static_cast<std::uint16_t>(std::stoi(given["ars-port"])),
                                     .handler_threads = 2};
        settings.limits.errands = 1000;
        return settings;
    }

    http::Answer asked(http::Request const& request) {
        ++calls_;
        return http::Errand{.work = [this] { rest(); },
                            .answer = [this, request](http::End) { return resolved(request); },
                            .patience = 1min};
    }

    void rest() {
        std::unique_lock lock{mutex_};
        if (hangs_)
            changed_.wait(lock, [this] { return over_; });
        else
            changed_.wait_for(lock, delay_, [this] { return over_; });
    }

    http::Response resolved(http::Request const& request) {
        auto const artifact = bench::between(request.body, "Artifact>", '<');
        auto const id = bench::between(request.body, " ID=\"", '"');
        std::lock_guard const lock{mutex_};
        auto message = waiting_.extract(artifact);
        http::Response response{.status = message ? 200 : 500,
                                .content_type = "text/xml;charset=UTF-8",
                                .headers = {},
                                .body = {},
                                .embedded = {}};
        if (message)
            response.body = broker::in_envelope(
                broker::artifact_response(party_.keys().broker, id, std::move(message.mapped()),
                                          party_.chance(), bench::now()));
        return response;
    }

    Given const& given_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool over_ = false;
    bench::Party party_;
    bool const hangs_;
    std::chrono::milliseconds const delay_;
    std::map<std::string, broker::Element> waiting_;
    std::atomic<int> calls_ = 0;
    transport::Server server_;
    std::jthread serving_;
};

struct Trip {
    std::string request_id;
    std::string relay;
};

Trip departure(bench::Visitor& visitor) {
    auto const page = visitor.get("/saml/login").body;
    auto const request =
        foundation::unbase64(bench::between(page, "name=\"SAMLRequest\" value=\"", '"'));
    return {.request_id = bench::between(request.value_or(""), " ID=\"", '"'),
            .relay = bench::between(page, "name=\"RelayState\" value=\"", '"')};
}

std::string way_back(std::string const& artifact, std::string const& relay) {
    return "/saml/acs?SAMLart=" + foundation::url_encoded(artifact) + "&RelayState=" + relay;
}

/// People: out, a while at the broker, back, and on until they are in or told that they are not.
class People {
public:
    explicit People(Given const& given, Broker& broker)
        : given_(given)
        , broker_(broker) {}

    void sign_in() {
        try {
            go_out_and_back();
        } catch (std::exception const& problem) { // no answer at all
            fmt::print(stderr, "{}\n", problem.what());
            std::lock_guard const lock{mutex_};
            ++refused_[0];
        }
    }

    void print() {
        std::lock_guard const lock{mutex_};
        fmt::print("in {}\nin_late {}\n", in_, too_late_);
        for (auto const& [status, count] : refused_)
            fmt::print("refused_{} {}\n", status, count);
        bench::print_times("page", first_pages_);
        fmt::print("page_in_time {}\n", std::ranges::count_if(first_pages_, [](double ms) {
                       return ms <= page_in_time;
                   }));
    }

private:
    void go_out_and_back() {
        bench::Visitor visitor{given_["url"]};
        auto const trip = departure(visitor);
        std::this_thread::sleep_for(a_person_takes);
        auto const back = Clock::now();
        auto answer = visitor.get(way_back(broker_.artifact_for(trip.request_id), trip.relay));
        while (answer.status == 303 && answer.location.starts_with("/saml/wachten")) {
            auto const waiting = answer.location;
            answer = visitor.get(waiting);
            saw_a_page(back);
            while (answer.status == 200 && Clock::now() - back < 15s) {
                std::this_thread::sleep_for(1s); // as the page says
                answer = visitor.get(waiting);
            }
        }
        saw_a_page(back);
        bool const is_in = answer.status == 303 && answer.location.ends_with("/overzicht");
        std::lock_guard const lock{mutex_};
        ++(is_in ? (Clock::now() - back <= in_time ? in_ : too_late_) : refused_[answer.status]);
    }

    /// Only the first page that a person sees counts.
    void saw_a_page(Clock::time_point back) {
        thread_local Clock::time_point last{};
        if (last == back)
            return;
        last = back;
        std::lock_guard const lock{mutex_};
        first_pages_.push_back(bench::ms_since(back));
    }

    Given const& given_;
    Broker& broker_;
    std::mutex mutex_;
    int in_ = 0;
    int too_late_ = 0;
    std::map<long, int> refused_;
    std::vector<double> first_pages_;
};

/// What strangers bring: nothing but an artifact, or a departure that they fetched before.
class Strangers {
public:
    Strangers(Given const& given, Broker& broker, std::size_t departures)
        : given_(given)
        , broker_(broker) {
        for (std::size_t i = 0; i < departures; ++i) {
            auto visitor = std::make_unique<bench::Visitor>(given_["url"]);
            auto relay = departure(*visitor).relay;
            departed_.push_back({.cookies = visitor->cookies(), .relay = std::move(relay)});
        }
    }

    void come(bench::Visitor& visitor) {
        Departed brought{.cookies = {}, .relay = std::string(32, '0')};
        {
            std::lock_guard const lock{mutex_};
            if (!departed_.empty()) {
                brought = std::move(departed_.back());
                departed_.pop_back();
            }
        }
        visitor.carry(std::move(brought.cookies));
        long status = 0; // no answer at all
        try {
            status = visitor.get(way_back(broker_.made_up(), brought.relay)).status;
        } catch (foundation::Fault const& problem) {
            fmt::print(stderr, "{}\n", problem.what());
        }
        std::lock_guard const lock{mutex_};
        ++answers_[status];
    }

    void print() {
        std::lock_guard const lock{mutex_};
        for (auto const& [status, count] : answers_)
            fmt::print("strangers_{} {}\n", status, count);
    }

private:
    struct Departed {
        std::map<std::string, std::string> cookies;
        std::string relay;
    };
    Given const& given_;
    Broker& broker_;
    std::mutex mutex_;
    std::vector<Departed> departed_;
    std::map<long, int> answers_;
};

int measured(Given const& given) {
    auto const seconds = std::chrono::seconds{std::stoi(given["seconds"])};
    auto const rate = static_cast<std::size_t>(std::stoi(given["rate"]));
    auto const wanted = rate * static_cast<std::size_t>(seconds.count());
    Broker broker{given};
    Strangers strangers{given, broker, given["departures"] == "real" ? wanted : 0};
    People signing_in{given, broker};
    std::vector<double> others;
    std::vector<std::jthread> all;
    all.emplace_back([&] { others = bench::public_page(given["url"], seconds); });
    all.emplace_back([&] {
        bench::at_a_rate({.a_second = rate, .at_once = strangers_at_once, .lasts = seconds},
                         given["url"], [&](bench::Visitor& visitor) { strangers.come(visitor); });
    });
    auto const began = Clock::now();
    for (int person = 0; person < people; ++person) {
        std::this_thread::sleep_until(began + person * (seconds - a_person_takes) / people);
        all.emplace_back([&] { signing_in.sign_in(); });
    }
    all.clear();
    bench::print_times("other", others);
    signing_in.print();
    strangers.print();
    fmt::print("calls {}\n", broker.calls());
    return 0;
}

} // namespace

/// bench_strangers name=value …: url, broker, key, certificate, metadata, ars-port, service-uuid,
/// seconds, rate (a second), delay (of the broker, in ms, or "never"), departures ("made-up" or
/// "real"). Prints lines of `name value`.
int main(int argc, char** argv) {
    Given const given{argc, argv};
    try {
        return measured(given);
    } catch (std::exception const& problem) {
        fmt::print(stderr, "bench_strangers: {}\n", problem.what());
        return 1;
    }
}
