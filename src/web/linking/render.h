#pragma once
#include "portal/linking/linking.h"
#include "web/frame.h"

namespace web::linking {

/// What was typed at the last step, with what is wrong with it.
struct CombinationView {
    markup::FieldState username{};
    markup::FieldState code{}; ///< its value is never shown again
    bool wrong = false;        ///< the two do not belong together; never says which is off
    int attempts_left = 0;
};

http::Response show_before(Context const& context, std::string const& error);
http::Response show_disclaimer(Context const& context, std::string const& error);
http::Response show_terms(Context const& context, std::string const& error);
http::Response show_combination(Context const& context, CombinationView const& view);
http::Response show_blocked(Context const& context, foundation::Instant until);
http::Response show_expired(Context const& context);
http::Response show_in_use(Context const& context);
http::Response show_level_too_low(Context const& context);
http::Response show_linked(Context const& context);
http::Response show_no_code(Context const& context, markup::FieldState const& username,
                            bool requested);

} // namespace web::linking
