// Load for `script/bench login`: whole logins against a running portal, with Responses that this
// program signs itself. What is measured is the CPU of the portal's process alone. And for
// `script/bench rollover`: 20 logins a second, signed by the key that the broker then uses.
#include "broker/messages/artifact.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "party.h"
#include "rsa_floor.h"
#include "transport/server.h"
#include "visitor.h"

#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <map>
#include <mutex>
#include <thread>

namespace {

using bench::Given;

/// CPU that the portal's process has used so far, all threads.
double cpu_ms_of(pid_t pid) {
    clockid_t clock = 0;
    timespec used{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        throw foundation::Fault("the portal's process is not there");
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

class Load {
public:
    explicit Load(Given const& given)
        : given_(given)
        , broker_(given)
        , visitor_(given["url"])
        , back_channel_({.address = "127.0.0.1",
                         .port = static_cast<std::uint16_t>(std::stoi(given["ars-port"])),
                         .handler_threads = 1},
                        [this](http::Request const& request) { return resolved(request); })
        , serving_([this] { back_channel_.run(); }) {}

    ~Load() {
        back_channel_.stop();
        serving_.join();
    }

    /// One whole login: start, response, session, overview.
    void login(bool artifact) {
        visitor_.forget_cookies();
        auto const start = visitor_.get("/saml/login");
        auto const relay = bench::between(start.body, "name=\"RelayState\" value=\"", '"');
        auto const request =
            foundation::unbase64(bench::between(start.body, "name=\"SAMLRequest\" value=\"", '"'));
        auto const id = bench::between(request.value(), " ID=\"", '"');
        auto const back = artifact ? by_artifact(id, relay) : by_post(id, relay);
        if (back.status != 303 || !back.location.ends_with("/overzicht"))
            throw foundation::Fault(fmt::format("not let in: {} {}", back.status, back.body));
        page();
    }

    void sign_with(std::string const& key, std::string const& certificate) {
        std::lock_guard const lock{mutex_};
        broker_.sign_with(key, certificate);
    }

    void page() {
        auto const overview = visitor_.get("/overzicht");
        if (overview.status != 200)
            throw foundation::Fault(fmt::format("no overview: {}", overview.status));
    }

private:
    bench::Answer by_post(std::string const& id, std::string const& relay) {
        auto const sent = foundation::url_encoded(foundation::base64(broker_.response(id)));
        return visitor_.post("/saml/acs", "SAMLResponse=" + sent + "&RelayState=" + relay);
    }

    bench::Answer by_artifact(std::string const& id, std::string const& relay) {
        auto const artifact = broker::new_artifact(given_["broker"], broker_.chance());
        {
            std::lock_guard const lock{mutex_};
            waiting_.emplace(artifact, broker_.response_element(id));
        }
        return visitor_.get("/saml/acs?SAMLart=" + foundation::url_encoded(artifact) +
                            "&RelayState=" + relay);
    }

    http::Response resolved(http::Request const& request) {
        auto const artifact = bench::between(request.body, "Artifact>", '<');
        auto const id = bench::between(request.body, " ID=\"", '"');
        std::lock_guard const lock{mutex_};
        auto message = waiting_.extract(artifact);
        http::Response response;
        response.content_type = "text/xml;charset=UTF-8";
        response.body = broker::in_envelope(broker::artifact_response(
            broker_.keys().broker, id, std::move(message.mapped()), broker_.chance(), bench::now()));
        return response;
    }

    Given const& given_;
    bench::Party broker_;
    bench::Visitor visitor_;
    std::mutex mutex_;
    std::map<std::string, broker::Element> waiting_;
    transport::Server back_channel_;
    std::thread serving_;
};

template<class Work>
double cpu_each(pid_t pid, int count, Work work) {
    auto const before = cpu_ms_of(pid);
    for (int i = 0; i < count; ++i)
        work();
    return (cpu_ms_of(pid) - before) / count;
}

/// Until the file `signs` says "end", a login each 50 ms, signed by the key that it names. A rate
/// needs a clock; nothing here waits for something to come true.
int kept_up(Given const& given, Load& load) {
    struct Count {
        int accepted = 0;
        int refused = 0;
    };
    std::map<std::string, Count> counts;
    std::string used = "broker";
    auto const began = std::chrono::steady_clock::now();
    int begun = 0;
    for (;; ++begun) {
        std::this_thread::sleep_until(began + begun * std::chrono::milliseconds{50});
        auto const signs = bench::content_of(given["signs"]);
        if (signs == "end")
            break;
        if (!signs.empty() && signs != used) {
            used = signs;
            load.sign_with(given["keys"] + "/" + used + "_signing.key",
                           given["keys"] + "/" + used + "_signing.crt");
        }
        try {
            load.login(given["binding"] == "artifact");
            ++counts[used].accepted;
        } catch (foundation::Fault const& fault) {
            ++counts[used].refused;
            fmt::print(stderr, "{}\n", fault.what());
        }
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
    fmt::print("seconds {:.1f}\na_second {:.1f}\n", took.count(), begun / took.count());
    for (auto const& [key, count] : counts)
        fmt::print("{}_accepted {}\n{}_refused {}\n", key, count.accepted, key, count.refused);
    return 0;
}

} // namespace

/// bench_login name=value …: url, pid, binding, broker, key, certificate, metadata, ars-port,
/// service-uuid, logins. Prints lines of `name value`, in ms of CPU.
int main(int argc, char** argv) {
    Given const given{argc, argv};
    try {
        if (given.has("signs")) {
            Load load{given};
            return kept_up(given, load);
        }
        auto const pid = static_cast<pid_t>(std::stoi(given["pid"]));
        int const logins = std::stoi(given["logins"]);
        bool const artifact = given["binding"] == "artifact";
        Load load{given};
        for (int i = 0; i < 20; ++i)
            load.login(artifact); // statements prepared, caches warm
        auto const login = cpu_each(pid, logins, [&] { load.login(artifact); });
        auto const page = cpu_each(pid, logins, [&] { load.page(); });
        auto const rsa = bench::rsa_floor();
        // One AuthnRequest signed, Response and Assertion verified, two identifiers decrypted; by
        // artifact also the ArtifactResolve signed and the ArtifactResponse verified.
        auto const floor = rsa.sign_ms + 2 * rsa.verify_ms + 2 * rsa.decrypt_ms +
                           (artifact ? rsa.sign_ms + rsa.verify_ms : 0);
        fmt::print("login_cpu_ms {:.3f}\npage_cpu_ms {:.3f}\nrsa_floor_ms {:.3f}\n", login, page,
                   floor);
        return 0;
    } catch (std::exception const& problem) {
        fmt::print(stderr, "bench_login: {}\n", problem.what());
        return 1;
    }
}
