#pragma once
#include "web/context.h"

namespace web::signing_in {

// The way out to the broker and back in (P3.1; eherkenning.md 9.1 to 9.4).
http::Response depart(Context& context);         ///< GET /saml/login
http::Response come_back(Context& context);      ///< GET /saml/acs
http::Response come_back_sent(Context& context); ///< POST /saml/acs
http::Response metadata(Context& context);       ///< GET /saml/metadata

} // namespace web::signing_in
