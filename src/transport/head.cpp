#include "transport/head.h"

#include "foundation/text.h"

#include <algorithm>
#include <charconv>

namespace transport {
namespace {

constexpr std::size_t most_headers = 100;

/// Visible ASCII that starts with '/': no other host's address, no '*', no fragment.
bool is_path(std::string_view target) {
    return target.starts_with('/') &&
           std::ranges::all_of(target, [](char c) { return c > ' ' && c < '\x7f' && c != '#'; });
}

/// A name or address and perhaps a port; what it names is for the site to judge.
bool is_host(std::string_view host) {
    constexpr std::string_view marks = "-._:[]";
    return !host.empty() && host.size() <= 255 && std::ranges::all_of(host, [&](char c) {
        bool const letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || marks.contains(c);
    });
}

std::size_t count(http::Request const& request, std::string_view name) {
    auto const is_it = [&](auto const& header) { return header.first == name; };
    return static_cast<std::size_t>(std::ranges::count_if(request.headers, is_it));
}

bool is_word(std::string_view text, std::string_view word) {
    return foundation::lower_ascii(foundation::trimmed(text)) == word;
}

bool asks_to_close(http::Request const& request) {
    for (auto const& [name, value] : request.headers)
        if (name == "connection")
            for (auto const option : foundation::split(value, ','))
                if (is_word(option, "close"))
                    return true;
    return false;
}

std::expected<std::uint64_t, int> length_of(std::string_view text) {
    std::uint64_t length = 0;
    if (!foundation::all_digits(text))
        return std::unexpected{400};
    auto const read = std::from_chars(text.data(), text.data() + text.size(), length);
    if (read.ec != std::errc{})
        return std::unexpected{413};
    return length;
}

} // namespace

bool is_clean(std::string_view head, std::size_t from) {
    for (std::size_t i = std::max<std::size_t>(from, 1); i < head.size(); ++i) {
        char const before = head[i - 1];
        char const c = head[i];
        bool const ends_line = before == '\r' && c == '\n';
        bool const folds = before == '\n' && (c == ' ' || c == '\t');
        if (folds || ((before == '\r' || c == '\n') && !ends_line))
            return false;
    }
    return true;
}

std::expected<Framing, int> framing_of(http::Request const& request, std::string_view target,
                                       unsigned version) {
    if (request.headers.size() > most_headers)
        return std::unexpected{431};
    if (!is_path(target) || !is_host(request.host)) // empty also when absent or doubled
        return std::unexpected{400};

    Framing framing{.keep_alive = version >= 11 && !asks_to_close(request)};
    auto const codings = count(request, "transfer-encoding");
    auto const lengths = count(request, "content-length");
    if (codings + lengths > 1)
        return std::unexpected{400}; // two lengths, or a length and a coding: request smuggling
    if (codings == 1) {
        if (version < 11 || !is_word(*request.header("transfer-encoding"), "chunked"))
            return std::unexpected{400};
        framing.chunked = true;
    }
    if (lengths == 1) {
        auto const length = length_of(*request.header("content-length"));
        if (!length)
            return std::unexpected{length.error()};
        framing.length = *length;
    }
    if (count(request, "expect") > 0) {
        auto const expected = request.header("expect");
        if (!expected || !is_word(*expected, "100-continue"))
            return std::unexpected{417};
        framing.expects_continue = version >= 11;
    }
    return framing;
}

} // namespace transport
