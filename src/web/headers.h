#pragma once
#include "http/message.h"
#include "web/site.h"

#include <string>
#include <utility>
#include <vector>

namespace web {

/// What also the answers carry that never reach a page: files, and what the transport says by
/// itself. A browser that was told once to come by https only does so for a year.
std::vector<std::pair<std::string, std::string>> headers_of_every_answer(Settings const& settings);

/// What every page carries: a strict Content-Security-Policy and its companions, and no-store on
/// everything, so that Back shows nothing after signing out (P3.6). A page may have set its own
/// policy (the form that posts to the broker); it is left alone.
void add_headers(http::Response& response, Settings const& settings);

} // namespace web
