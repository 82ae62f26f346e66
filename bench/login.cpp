// Load for `script/bench login`: whole logins against a running portal, with Responses that this
// program signs itself. What is measured is the CPU of the portal's process alone. And for
// `script/bench rollover`: 20 logins a second, signed by the key that the broker then uses.
#include "broker/messages/artifact.h"
#include "broker/messages/parts.h"
#include "broker/messages/pseudonym.h"
#include "broker/messages/response.h"
#include "broker/xml/service_provider_metadata.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "rsa_floor.h"
#include "transport/server.h"
#include "visitor.h"

#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <map>
#include <mutex>
#include <sstream>
#include <thread>

namespace {

using foundation::Instant;

std::string content_of(std::string const& file) {
    std::ifstream in{file};
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
}

Instant now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

/// CPU that the portal's process has used so far, all threads.
double cpu_ms_of(pid_t pid) {
    clockid_t clock = 0;
    timespec used{};
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
        throw foundation::Fault("the portal's process is not there");
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

struct Given {
    std::map<std::string, std::string> values;
    std::string const& operator[](std::string const& name) const { return values.at(name); }
};

class Load {
public:
    explicit Load(Given const& given)
        : given_(given)
        , keys_(broker::keys_of({.entity_id = given["broker"],
                                 .key = broker::SigningKey::read(
                                     content_of(given["key"]), content_of(given["certificate"]))},
                                now()))
        , provider_(broker::xml::read_service_provider(content_of(given["metadata"])).value())
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
        auto const answer = answer_to(bench::between(request.value(), " ID=\"", '"'));
        auto const person = broker::Person{.name = "Bram Jansen", .organisations = {school_}};
        auto const back = artifact ? by_artifact(person, answer, relay)
                                   : by_post(person, answer, relay);
        if (back.status != 303 || !back.location.ends_with("/overzicht"))
            throw foundation::Fault(fmt::format("not let in: {} {}", back.status, back.body));
        page();
    }

    /// From here on the broker signs with this key.
    void sign_with(std::string const& key, std::string const& certificate) {
        std::lock_guard const lock{mutex_};
        keys_ = broker::keys_of(
            {.entity_id = given_["broker"],
             .key = broker::SigningKey::read(content_of(key), content_of(certificate))},
            now());
    }

    void page() {
        auto const overview = visitor_.get("/overzicht");
        if (overview.status != 200)
            throw foundation::Fault(fmt::format("no overview: {}", overview.status));
    }

private:
    broker::Answer answer_to(std::string request_id) const {
        return {.request_id = std::move(request_id),
                .recipient = provider_.endpoints.front().location,
                .service_id = provider_.services.front().service_id,
                .service_uuid = given_["service-uuid"],
                .represented = school_,
                // A broker outside eHerkenning, which posts, sends no Advice.
                .with_advice = given_["binding"] == "artifact"};
    }

    bench::Answer by_post(broker::Person const& person, broker::Answer const& answer,
                          std::string const& relay) {
        auto const message =
            broker::make_response(keys_, provider_, person, answer, chance_, now());
        auto const sent = foundation::url_encoded(foundation::base64(message));
        return visitor_.post("/saml/acs", "SAMLResponse=" + sent + "&RelayState=" + relay);
    }

    bench::Answer by_artifact(broker::Person const& person, broker::Answer const& answer,
                              std::string const& relay) {
        auto const artifact = broker::new_artifact(given_["broker"], chance_);
        {
            std::lock_guard const lock{mutex_};
            waiting_.emplace(artifact,
                             broker::response(keys_, provider_, person, answer, chance_, now()));
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
            keys_.broker, id, std::move(message.mapped()), chance_, now()));
        return response;
    }

    Given const& given_;
    foundation::SystemRandomness chance_;
    broker::Keys keys_;
    broker::ServiceProvider provider_;
    /// Without RSIN: one identifier of the person and one of the organisation, two EncryptedIDs.
    broker::Organisation school_{"90000001", "Scholengroep Lindenhof", {}};
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
        auto const signs = content_of(given["signs"]);
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
    Given given;
    for (int i = 1; i < argc; ++i) {
        std::string_view const argument{argv[i]};
        auto const equals = argument.find('=');
        given.values.emplace(argument.substr(0, equals), argument.substr(equals + 1));
    }
    try {
        if (given.values.contains("signs")) {
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
