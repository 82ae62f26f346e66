#pragma once
#include "markup/url.h"
#include "portal/administration/users.h"
#include "web/context.h"

namespace web::administration {

http::Response user_list(Context& context);

http::Response registration(Context& context);
http::Response registration_sent(Context& context);
markup::Url keep_registration(Context const& context, portal::AccountId const& account);

http::Response user(Context& context);

http::Response letter(Context& context);
http::Response letter_made(Context& context);
http::Response hand_over(Context& context);
http::Response hand_over_sent(Context& context);

http::Response code_sent(Context& context);
http::Response block_lifted(Context& context);
http::Response unlinking(Context& context);
http::Response unlinking_sent(Context& context);
http::Response ending(Context& context);
http::Response ending_sent(Context& context);

http::Response granting(Context& context);
http::Response granting_sent(Context& context);
http::Response withdrawal(Context& context);
http::Response withdrawal_sent(Context& context);

} // namespace web::administration
