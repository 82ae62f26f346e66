#pragma once
#include <span>
#include <string>

namespace markup {

/// What our pages may load and where their forms may lead: nothing but this site itself, no inline
/// script or style (security.md). `form_origins` are the origins that a form may end up at through
/// a redirect: the broker's, on the pages that send someone there.
std::string content_security_policy(std::span<std::string const> form_origins = {});

} // namespace markup
