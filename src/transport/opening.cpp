#include "transport/opening.h"

#include "foundation/text.h"

#include <boost/asio/buffer.hpp>

namespace transport {
namespace {

namespace beast = boost::beast;

std::string text(beast::string_view view) { return {view.data(), view.size()}; }

http::Method method_of(beast::http::verb verb) {
    switch (verb) {
    case beast::http::verb::get:
        return http::Method::get;
    case beast::http::verb::head:
        return http::Method::head;
    case beast::http::verb::post:
        return http::Method::post;
    default:
        return http::Method::other;
    }
}

http::Request request_of(Parser::value_type const& head) {
    http::Request request;
    request.method = method_of(head.method());
    auto const target = text(head.target());
    auto const mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string::npos)
        request.query = target.substr(mark + 1);
    for (auto const& field : head)
        request.headers.emplace_back(foundation::lower_ascii(text(field.name_string())),
                                     text(field.value()));
    request.host = request.header("host").value_or("");
    return request;
}

} // namespace

int status_of(boost::beast::error_code const& error) {
    if (error == beast::http::error::body_limit)
        return 413;
    if (error == beast::http::error::header_limit)
        return 431;
    return error == beast::http::error::bad_version ? 505 : 400;
}

std::expected<Opened, int> open(Parser& parser, std::string_view head, Limits const& limits) {
    parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
    parser.body_limit(boost::none);
    beast::error_code error;
    parser.put(boost::asio::buffer(head.data(), head.size()), error);
    if (error || !parser.is_header_done())
        return std::unexpected{status_of(error)};
    auto request = request_of(parser.get());
    auto const framing = framing_of(request, text(parser.get().target()), parser.get().version());
    if (!framing)
        return std::unexpected{framing.error()};
    return Opened{std::move(request), *framing};
}

} // namespace transport
