#include "transport/wire.h"

#include "foundation/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace transport {
namespace {

std::string_view reason(int status) {
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 202:
        return "Accepted";
    case 204:
        return "No Content";
    case 302:
        return "Found";
    case 303:
        return "See Other";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 417:
        return "Expectation Failed";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 500:
        return "Internal Server Error";
    case 502:
        return "Bad Gateway";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return ""; // the phrase may be empty (RFC 9112 4)
    }
}

std::string_view sentence(int status) {
    switch (status) {
    case 408:
        return "Het versturen duurde te lang. Probeer het opnieuw.\n"
               "Sending took too long. Please try again.\n";
    case 413:
        return "Wat u verstuurt, is te groot.\nWhat you are sending is too large.\n";
    case 500:
        return "Er ging bij ons iets mis. Probeer het later opnieuw.\n"
               "Something went wrong on our side. Please try again later.\n";
    case 503:
        return "Het is nu erg druk. Probeer het over enkele seconden opnieuw.\n"
               "It is very busy now. Please try again in a few seconds.\n";
    default:
        return "Deze vraag kunnen wij niet lezen.\nWe cannot read this request.\n";
    }
}

/// IMF-fixdate (RFC 9110 5.6.7), whatever the locale.
std::string http_date(std::chrono::sys_seconds now) {
    constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    auto const midnight = std::chrono::floor<std::chrono::days>(now);
    std::chrono::year_month_day const date{midnight};
    std::chrono::hh_mm_ss const time{now - midnight};
    return fmt::format(
        "{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
        days[std::chrono::weekday{midnight}.c_encoding()], static_cast<unsigned>(date.day()),
        months[static_cast<unsigned>(date.month()) - 1], static_cast<int>(date.year()),
        time.hours().count(), time.minutes().count(), time.seconds().count());
}

bool has_no_body(int status) { return status == 204 || status == 304; }

bool is_token(std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool belongs_to_transport(std::string_view name) {
    constexpr std::array ours{"connection", "content-length",    "date",   "keep-alive",
                              "server",     "transfer-encoding", "upgrade"};
    return std::ranges::find(ours, foundation::lower_ascii(name)) != ours.end();
}

bool is_value(std::string_view value) {
    return std::ranges::none_of(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

} // namespace

std::string head_of(http::Response const& response, bool keep_alive, std::chrono::sys_seconds now) {
    auto head = fmt::format("HTTP/1.1 {} {}\r\nDate: {}\r\n", response.status,
                            reason(response.status), http_date(now));
    auto const add = [&](std::string_view name, std::string_view value) {
        head.append(name).append(": ").append(value).append("\r\n");
    };
    if (!has_no_body(response.status))
        add("Content-Length", std::to_string(body_of(response).size()));
    if (!response.content_type.empty())
        add("Content-Type", response.content_type);
    for (auto const& [name, value] : response.headers)
        add(name, value);
    if (!keep_alive)
        add("Connection", "close");
    return head += "\r\n";
}

std::string_view body_of(http::Response const& response) {
    if (has_no_body(response.status))
        return {};
    return response.embedded.empty() ? std::string_view{response.body} : response.embedded;
}

bool can_be_sent(http::Response const& response) {
    auto const fits = [](auto const& header) {
        auto const& [name, value] = header;
        return is_token(name) && !belongs_to_transport(name) && is_value(value);
    };
    return response.status >= 200 && response.status <= 599 && is_value(response.content_type) &&
           std::ranges::all_of(response.headers, fits);
}

http::Response plain_answer(int status) {
    http::Response answer{
        .status = status,
        .content_type = "text/plain; charset=utf-8",
        .headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}},
        .body = std::string{sentence(status)},
        .embedded = {}};
    if (status == 503)
        answer.headers.emplace_back("Retry-After", "5");
    return answer;
}

} // namespace transport
