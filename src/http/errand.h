#pragma once
#include "http/message.h"

#include <chrono>
#include <functional>
#include <variant>

namespace http {

/// How it stands with an errand at the moment that its visitor is answered.
enum class End {
    done,
    late,    ///< still under way when the patience was over; its work goes on
    crowded, ///< never begun: as many as may be are under way
};

/// An answer for which somebody outside has to be waited for. The waiting is done away from the
/// threads that answer requests, so that whoever keeps us waiting keeps nobody else waiting
/// (P3.10).
struct Errand {
    std::function<void()> work;            ///< the waiting
    std::function<Response(End)> answer;   ///< afterwards, on a thread for requests; asked once
    std::chrono::milliseconds patience{0}; ///< so long the visitor waits for the work
};

/// What a handler gives: the response, or the errand that leads to it.
using Answer = std::variant<Response, Errand>;
using Handler = std::function<Answer(Request const&)>;

} // namespace http
