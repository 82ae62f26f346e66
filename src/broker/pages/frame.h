#pragma once
#include "broker/pages/setting.h"
#include "http/message.h"
#include "markup/html.h"

#include <optional>
#include <string>
#include <string_view>

namespace broker::pages {

/// What goes around the content of every page.
struct Frame {
    Words const& words;
    std::string title;
    /// Where this page is read again in the other language; absent where it cannot be.
    std::optional<markup::Url> self = {};
    std::string_view consumer_address = {}; ///< where its forms may lead in the end
    int status = 200;
    switches::Switch const* on = nullptr; ///< what the visitor's browser has switched on
};

/// A whole page: marked as a simulation, under a strict policy, never kept by a browser.
http::Response page(Frame const& frame, markup::Html const& content);

/// Nothing may be kept (eherkenning.md 2.2), and nothing may be embedded or guessed.
void add_headers(http::Response& response, std::string_view consumer_address);

} // namespace broker::pages
