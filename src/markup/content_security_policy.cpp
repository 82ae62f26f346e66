#include "markup/content_security_policy.h"

#include "foundation/fault.h"

namespace markup {

std::string content_security_policy(std::span<std::string const> form_origins) {
    std::string form_action = "'self'";
    for (auto const& origin : form_origins) {
        foundation::ensure(origin.find_first_of(" ;,'\"\r\n*") == std::string::npos,
                           "an origin is a scheme, a host and a port");
        form_action.append(" ").append(origin);
    }
    // data: is for the tick and the arrow that the stylesheet draws.
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
           "font-src 'self'; connect-src 'self'; form-action " +
           form_action + "; base-uri 'none'; frame-ancestors 'none'";
}

} // namespace markup
