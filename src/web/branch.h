#pragma once
#include "markup/html.h"
#include "web/context.h"

/// What somebody sees of a mandate that is limited to one branch (decision 0083).
namespace web {

bool is_limited_to_branch(Context const& context);

/// "000012345678 (Locatie Noord)"; only of a limited mandate.
std::string branch_name(Context const& context);

/// Above the tasks: for which branch the mandate holds. Nothing when it holds for all.
markup::Html branch_notice(Context const& context);

/// 403: what concerns the whole organisation wants a mandate for all of it.
http::Response limited_to_branch(Context& context);

} // namespace web
