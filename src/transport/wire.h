#pragma once
#include "http/message.h"

#include <chrono>
#include <string>

namespace transport {

/// The status line and headers of an answer, with what every answer has: Date, Content-Length.
std::string head_of(http::Response const& response, bool keep_alive, std::chrono::sys_seconds now);

/// The body that goes with it, as the status allows one.
std::string_view body_of(http::Response const& response);

/// False when a header would end the line it stands on, or is one that belongs to transport.
bool can_be_sent(http::Response const& response);

/// What transport itself has to say, in both languages.
http::Response plain_answer(int status);

} // namespace transport
