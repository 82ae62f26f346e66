#pragma once
#include "http/message.h"
#include "markup/embedded.h"
#include "markup/url.h"

#include <optional>

namespace markup {

/// The embedded file that the request asks for, to be kept by browsers for good (its name changes
/// with its content), zipped when the browser takes that. Nothing when there is no such file.
std::optional<http::Response> asset(http::Request const& request);

Url const& stylesheet_url();
Url const& script_url();
Url const& font_url();
Url const& licences_url();

} // namespace markup
