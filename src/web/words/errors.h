#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::words {

struct ErrorPage {
    std::string_view heading;
    std::string_view explanation;
};

struct Errors {
    ErrorPage not_found;
    ErrorPage forbidden;
    ErrorPage bad_request;
    ErrorPage method;
    ErrorPage stale;
    ErrorPage session_needed;
    ErrorPage broken;
    ErrorPage unavailable;
    std::string_view to_start;
    std::string_view to_overview;
    std::string_view try_again;
    std::string_view sign_in;
};

Errors const& errors(portal::Language language);

} // namespace web::words
