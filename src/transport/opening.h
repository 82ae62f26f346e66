#pragma once
#include "transport/head.h"
#include "transport/house.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace transport {

using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

/// The status that tells the visitor what the parser found.
int status_of(boost::beast::error_code const& error);

/// A request whose head was read and judged; its body, when there is one, is still to come.
struct Opened {
    http::Request request;
    Framing framing;
};

/// Reads a whole head, up to and with its empty line, that is_clean(). The parser is ready for the
/// body afterwards and has no limit for it yet: that depends on the path. The caller puts in who
/// asks. Otherwise the status to refuse with (RFC 9112; docs/decisions/0020).
std::expected<Opened, int> open(Parser& parser, std::string_view head, Limits const& limits);

} // namespace transport
