#pragma once
#include "http/errand.h"

/// The answer to a request on this thread, its errand done first when it has one: as from a
/// transport with all the time in the world.
inline http::Response carried_out(http::Answer answer) {
    auto* const errand = std::get_if<http::Errand>(&answer);
    if (!errand)
        return std::get<http::Response>(std::move(answer));
    errand->work();
    return errand->answer(http::End::done);
}
