#pragma once
#include "web/context.h"

namespace web::agency {

http::Response desk(Context& context);

http::Response keys(Context& context);

http::Response organisations(Context& context);
http::Response organisation(Context& context);
http::Response first_letter(Context& context);
http::Response first_code(Context& context);
http::Response administrator_unlinking(Context& context);
http::Response administrator_unlinking_sent(Context& context);
http::Response administrator_ending(Context& context);
http::Response administrator_ending_sent(Context& context);

http::Response appointments(Context& context);
http::Response new_appointment(Context& context);
http::Response new_appointment_sent(Context& context);
http::Response appointment(Context& context);
http::Response signed_form(Context& context);
std::optional<http::Response> signed_form_unwanted(Context& context); ///< by its head alone
http::Response signed_form_sent(Context& context);
http::Response approved(Context& context);
http::Response declined(Context& context);

} // namespace web::agency
