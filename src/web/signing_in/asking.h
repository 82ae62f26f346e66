#pragma once
#include "web/context.h"
#include "web/signing_in/waiting_room.h"

namespace web::signing_in {

/// Asks the broker what an artifact stands for, as an errand, and answers with received() in
/// door.h. Whoever cannot be asked after at this moment is told so at once; whoever has to wait
/// gets a page of his own to wait on (P3.10).
http::Response asked_at_the_broker(Context& context, portal::Artifact const& artifact,
                                   portal::signing_in::DepartureNote const& note);

/// GET /saml/wachten?nummer=…: the outcome as soon as there is one; until then the page that asks
/// again.
http::Response wait(Context& context);

} // namespace web::signing_in
