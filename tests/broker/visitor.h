#pragma once
#include "broker/bench.h"
#include "broker/desk/desk.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {

using Form = std::vector<std::pair<std::string, std::string>>;

/// A broker with a clock that stands still until it is moved, and somebody in front of it.
class Visitor {
public:
    explicit Visitor(broker::desk::Manner manner = ordinary(),
                     broker::ServiceProvider provider = bench::provider(),
                     broker::Keys keys = bench::keys());
    static broker::desk::Manner ordinary();

    http::Response get(std::string const& path);
    http::Response post(std::string const& path, Form const& form);
    http::Response resolve(std::string_view artifact);
    http::Response send(http::Request const& request) { return desk_.answer(request); }

    /// Arrives with a sound request; the path of the first page.
    std::string arrive(std::string const& relay_state = "handle");
    /// Chooses a supplier; the path of the page that stands for the means.
    std::string choose();

    foundation::Instant now = noon();
    std::string cookie;
    std::vector<std::string> log;
    std::vector<std::chrono::seconds> waited; ///< before answers on the back channel

private:
    foundation::SeededRandomness randomness_{11};
    broker::desk::Desk desk_;
};

http::Request posting(std::string path, std::string content_type, std::string body);
std::string header(http::Response const& response, std::string_view name);
std::string query_value(std::string const& address, std::string_view name);
/// "name=value" as a Set-Cookie header has it; empty when there is none of that name.
std::string cookie_set(http::Response const& response, std::string_view name);
bool says(http::Response const& response, std::string_view text);

} // namespace bench
