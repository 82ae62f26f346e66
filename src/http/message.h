#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace http {

enum class Method { get, head, post, other };

/// One request as transport hands it in. Sizes and the form of the head have been checked there.
struct Request {
    Method method = Method::get;
    std::string path;  ///< as sent, before '?'; starts with '/'
    std::string query; ///< after '?', not decoded
    std::string host;  ///< the Host header
    std::vector<std::pair<std::string, std::string>> headers; ///< names in lower case
    std::string body;
    std::string remote_address; ///< of the other end of the connection

    /// The value of a header that occurs exactly once; nothing when absent or doubled.
    std::optional<std::string_view> header(std::string_view name) const {
        std::optional<std::string_view> found;
        for (auto const& [key, value] : headers) {
            if (key != name)
                continue;
            if (found)
                return std::nullopt;
            found = value;
        }
        return found;
    }
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8"; ///< empty: no such header
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    /// Bytes that live as long as the program (embedded files); sent instead of body when not
    /// empty.
    std::string_view embedded;
};

} // namespace http
