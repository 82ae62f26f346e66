#pragma once
#include "portal/overview/overview.h"
#include "web/context.h"
#include "web/errors.h"

namespace web::tasks {

/// Starts the task for this visitor, who asked for it with a POST: the use is kept and the browser
/// goes on to the first page of the task. Or to what must be read first (P4.3), or to the page that
/// says why not (P9.5).
http::Response start(Context& context, portal::Task const& task);

/// The page that says why the task cannot be started now and what to do about it; nothing when it
/// can be. Asked again at every page of a task, so that what was withdrawn stops at once (P9.5).
std::optional<http::Response> refused(Context& context, portal::Task const& task);

/// The task of the address. Every page begins here: what does not exist, or may not be started at
/// this moment, goes no further (P9.5), however the address was come by.
template<class Show>
http::Response at(Context& context, Show show) {
    auto const* task = context.site.catalogue.task(context.parts.front());
    if (!task)
        return not_found(context);
    if (auto response = refused(context, *task))
        return *response;
    return show(*task);
}

/// The way to an announcement that must be read before any task (P4.3); nothing when there is none.
std::optional<http::Response> to_be_read_first(Context const& context, portal::Task const& task);

} // namespace web::tasks
