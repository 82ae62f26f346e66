#include "fuzz/doors.h"

#include "foundation/text.h"
#include "http/cookie.h"
#include "http/form.h"
#include "http/multipart.h"
#include "transport/opening.h"
#include "transport/server.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace fuzz {

namespace {

constexpr std::size_t most_cookies_asked = 20; // asking takes as long as there are cookies

std::string written(http::Fields const& fields) {
    std::string text;
    for (auto const& [name, value] : fields)
        text += foundation::url_encoded(name) + '=' + foundation::url_encoded(value) + '&';
    return text;
}

bool is_text(std::string const& text) {
    return foundation::is_utf8(text) && text.find('\0') == std::string::npos;
}

constexpr std::string_view message_field = "SAMLResponse";

bool fields_keep_their_promise(std::expected<http::Fields, http::Rejection> const& read) {
    if (!read)
        return false;
    promised(std::distance(read->begin(), read->end()) <=
                 static_cast<std::ptrdiff_t>(http::most_fields),
             "a form has at most 200 fields");
    for (auto const& [name, value] : *read) {
        promised(!name.empty() && name.size() <= http::longest_name, "a name has 1 to 100 bytes");
        promised(value.size() <=
                     (name == message_field ? http::longest_message : http::longest_value),
                 "a value has at most 20,000 bytes, a message 512 kB");
        promised(is_text(name) && is_text(value), "fields are text");
        promised(read->one(name).has_value() == (read->count(name) == 1),
                 "a doubled field is nobody's field");
    }
    auto const again = http::parse_fields(written(*read), message_field);
    promised(again && std::ranges::equal(*again, *read), "what was read can be written and read");
    return true;
}

constexpr std::string_view file_field = "formulier";

http::Request with_parts(std::string_view type, std::string_view body) {
    return {.method = http::Method::post,
            .path = "/",
            .query = {},
            .host = {},
            .headers = {{"content-type", std::string{type}}},
            .body = std::string{body},
            .remote_address = {}};
}

/// As a browser writes it, with a boundary that stands nowhere in it.
http::Request written_in_parts(http::Upload const& upload) {
    auto const file = upload.file.value_or("");
    std::string boundary = "----duo";
    auto const occurs = [&] {
        return file.contains(boundary) || std::ranges::any_of(upload.fields, [&](auto const& one) {
                   return one.first.contains(boundary) || one.second.contains(boundary);
               });
    };
    // A number and not one letter more: a long row of that letter would need too long a boundary.
    for (int other = 0; occurs(); ++other)
        boundary = "----duo" + std::to_string(other);
    std::string body;
    auto const begin = [&](std::string_view name) {
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"";
        body += std::string{name} + '"';
    };
    for (auto const& [name, value] : upload.fields) {
        begin(name);
        body += "\r\n\r\n" + value + "\r\n";
    }
    if (upload.file) {
        begin(file_field);
        body += "; filename=\"a\"\r\nContent-Type: application/pdf\r\n\r\n";
        body += std::string{file} + "\r\n";
    }
    return with_parts("multipart/form-data; boundary=" + boundary, body + "--" + boundary + "--");
}

} // namespace

bool head(std::string_view bytes) {
    constexpr std::string_view end_of_head = "\r\n\r\n";
    transport::Limits const limits;
    auto const end = bytes.find(end_of_head);
    if (end == std::string_view::npos || end > limits.header_bytes)
        return false; // the conversation waits for the rest, or refuses
    auto const whole = bytes.substr(0, end + end_of_head.size());
    if (!transport::is_clean(whole, 0))
        return false;
    transport::Parser parser;
    auto const opened = transport::open(parser, whole, limits);
    if (!opened) {
        promised(opened.error() >= 400 && opened.error() < 600, "a refusal is one of HTTP's");
        return false;
    }
    auto const& request = opened->request;
    promised(request.path.starts_with('/') && !foundation::has_control_characters(request.path) &&
                 request.path.find_first_of(" ?#") == std::string::npos,
             "a path is a path on this host");
    promised(!request.host.empty() && request.headers.size() <= 100, "one host, 100 headers");
    for (auto const& [name, value] : request.headers)
        promised(!name.empty() && name == foundation::lower_ascii(name) &&
                     value.find_first_of("\r\n") == std::string::npos,
                 "a header stands on one line");
    promised(!opened->framing.chunked || !request.header("content-length"),
             "a message has one length (request smuggling)");
    return true;
}

bool form(std::string_view bytes) {
    return fields_keep_their_promise(
        http::form_of({.method = http::Method::post,
                       .path = "/",
                       .query = {},
                       .host = {},
                       .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                       .body = std::string{bytes},
                       .remote_address = {}},
                      message_field));
}

bool multipart(std::string_view bytes) {
    constexpr std::string_view line_end = "\r\n";
    auto const line = bytes.find(line_end);
    if (line == std::string_view::npos)
        return false; // a header stands on one line
    auto const request = with_parts(bytes.substr(0, line), bytes.substr(line + line_end.size()));
    auto const read = http::upload_of(request, file_field);
    if (!read)
        return false;
    fields_keep_their_promise(read->fields);
    promised(read->fields.count(file_field) == 0, "a file is no field");
    promised(static_cast<std::size_t>(std::distance(read->fields.begin(), read->fields.end())) <=
                 http::most_parts,
             "a body has at most 50 parts");
    if (read->file) {
        auto const& body = request.body;
        promised(read->file->size() <= http::longest_file && read->file->data() >= body.data() &&
                     read->file->data() + read->file->size() <= body.data() + body.size(),
                 "a file is a piece of the body");
        auto const delimiter = body.substr(0, body.find_first_of("\r\n"));
        promised(!read->file->contains(delimiter), "no reader sees another part in a file");
    }
    auto const written = written_in_parts(*read);
    auto const again = http::upload_of(written, file_field);
    promised(again && std::ranges::equal(again->fields, read->fields) && again->file == read->file,
             "what was read in parts can be written and read");
    return true;
}

bool query(std::string_view bytes) {
    return fields_keep_their_promise(http::query_of({.path = "/",
                                                     .query = std::string{bytes},
                                                     .host = {},
                                                     .headers = {},
                                                     .body = {},
                                                     .remote_address = {}}));
}

bool cookie(std::string_view bytes) {
    auto const header = std::string{bytes};
    auto const cookies = http::Cookies::parse(header);
    auto pairs = foundation::split(header, ';');
    pairs.resize(std::min(pairs.size(), most_cookies_asked));
    bool taken = false;
    for (auto const pair : pairs) {
        auto const name = foundation::trimmed(pair.substr(0, pair.find('=')));
        auto const value = cookies.one(name);
        if (!value)
            continue;
        taken = true;
        promised(value->find_first_of(" ;,\\\"\t\r\n") == std::string_view::npos &&
                     !foundation::has_control_characters(*value),
                 "a cookie's value splits no header");
        promised(header.contains(*value), "a cookie is never repaired");
        auto const planted = std::string{name} + "=planted; " + header;
        promised(!http::Cookies::parse(planted).one(name), "a doubled cookie is nobody's cookie");
    }
    return taken;
}

} // namespace fuzz
