#include "broker/visitor.h"

#include "broker/messages/artifact.h"
#include "broker/messages/signature.h"
#include "broker/program/people.h"
#include "foundation/text.h"
#include "http/form.h"

#include <memory>

namespace bench {

broker::desk::Manner Visitor::ordinary() {
    return {.public_url = std::string{public_url},
            .provider_name = "Een dienst",
            .service_uuid = "8c0b8a0e-6b0e-4c6e-9d5f-0d7c3b1b2a10"};
}

Visitor::Visitor(broker::desk::Manner manner, broker::ServiceProvider provider, broker::Keys keys)
    : desk_({.manner = std::move(manner),
             .keys = std::move(keys),
             .people = broker::program::demonstration_people(),
             .provider = [known = std::make_shared<broker::ServiceProvider const>(
                              std::move(provider))] { return known; },
             .randomness = randomness_,
             .clock = [this] { return now; },
             .log = [this](std::string_view line) { log.emplace_back(line); },
             .wait = [this](std::chrono::seconds time) { waited.push_back(time); }}) {}

http::Request posting(std::string path, std::string content_type, std::string body) {
    http::Request request;
    request.method = http::Method::post;
    request.path = std::move(path);
    request.headers.emplace_back("content-type", std::move(content_type));
    request.body = std::move(body);
    return request;
}

http::Response Visitor::get(std::string const& path) {
    auto const mark = path.find('?');
    http::Request request;
    request.path = path.substr(0, mark);
    if (mark != std::string::npos)
        request.query = path.substr(mark + 1);
    if (!cookie.empty())
        request.headers.emplace_back("cookie", cookie);
    return send(request);
}

http::Response Visitor::post(std::string const& path, Form const& form) {
    std::string body;
    for (auto const& [name, value] : form)
        body += (body.empty() ? "" : "&") + name + "=" + foundation::url_encoded(value);
    auto request = posting(path, "application/x-www-form-urlencoded", body);
    if (!cookie.empty())
        request.headers.emplace_back("cookie", cookie);
    return send(request);
}

http::Response Visitor::resolve(std::string_view artifact) {
    auto message = resolve_request(artifact);
    set(message, "IssueInstant", foundation::rfc3339(now));
    broker::sign(message, key_pair("sp-signing").key());
    return send(
        posting("/ars", "text/xml; charset=utf-8", broker::in_envelope(std::move(message))));
}

std::string Visitor::arrive(std::string const& relay_state) {
    auto const message = foundation::base64(signed_by_provider(sign_in_request()));
    return header(post("/sso", {{"SAMLRequest", message}, {"RelayState", relay_state}}),
                  "Location");
}

std::string Visitor::choose() {
    return header(post(arrive(), {{"leverancier", "Beta"}, {"onthoud", "ja"}}), "Location");
}

std::string header(http::Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == name)
            return value;
    return {};
}

std::string query_value(std::string const& address, std::string_view name) {
    auto const fields = http::parse_fields(address.substr(address.find('?') + 1));
    return std::string{fields->one(name).value_or("")};
}

std::string cookie_set(http::Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == "Set-Cookie" && value.starts_with(std::string{name} + "="))
            return value.substr(0, value.find(';'));
    return {};
}

bool says(http::Response const& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

} // namespace bench
