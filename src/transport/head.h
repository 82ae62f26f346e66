#pragma once
#include "http/message.h"

#include <cstddef>
#include <cstdint>
#include <expected>
#include <string_view>

namespace transport {

/// Whether the bytes of a head from `from` on hold no bare CR or LF and no folded line: what the
/// parser would mend. The bytes before `from` were looked at before, so that a head that trickles
/// in is not read over and over.
bool is_clean(std::string_view head, std::size_t from);

/// What the head says about the message as a whole.
struct Framing {
    bool chunked = false;
    std::uint64_t length = 0; ///< of the body; meaningless when chunked
    bool expects_continue = false;
    bool keep_alive = true;
};

/// The rules that the parser leaves to us (RFC 9112 3.2, 6.1, 6.3; docs/decisions/0020). `version`
/// is 10 or 11. The status with which the request is refused when it breaks one.
std::expected<Framing, int> framing_of(http::Request const& request, std::string_view target,
                                       unsigned version);

} // namespace transport
