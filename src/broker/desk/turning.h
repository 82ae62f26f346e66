#pragma once
#include "broker/desk/setup.h"
#include "broker/pages/pages.h"
#include "http/cookie.h"
#include "http/message.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>

namespace broker::desk {

/// What a browser has switched on, which it remembers itself: nobody else's sign-in changes by it.
struct Turned {
    switches::Position position = {};
    std::optional<std::string> used_artifact = {}; ///< that this browser went back with before
    bool anew = false;                             ///< this very request asks for it
};

/// By address (?schakelaar=verlopen, and for the slow back channel ?seconden=12), or else as
/// remembered. The page that says what there is when the address names an unknown switch.
std::expected<Turned, pages::SwitchChoice> turned_by(http::Request const& request,
                                                     pages::Words const& words);

/// POST /schakelaars: turns as the form says, and goes back to the page.
http::Response turn(http::Request const& request, Manner const& manner);

/// Makes the browser remember.
void remember(http::Response& response, switches::Position const& position, Manner const& manner);
http::SetCookie artifact_memory(std::string_view artifact, Manner const& manner);

/// The page as it stands for this browser.
http::Response switches_page(pages::Words const& words, switches::Position const& position);

} // namespace broker::desk
