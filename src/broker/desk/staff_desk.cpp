#include "broker/desk/staff_desk.h"

#include "broker/desk/sign_ins.h"
#include "broker/pages/staff_page.h"
#include "foundation/text.h"
#include "http/form.h"
#include "http/response.h"

#include <algorithm>

namespace broker::desk {
namespace {

constexpr std::string_view folder = "/dienst/inloggen/";
constexpr std::size_t longest_relay_state = 80;

pages::Words const& words_for(http::Request const& request) {
    return pages::words_in(language_asked(request).value_or(pages::Language::dutch));
}

} // namespace

StaffDesk::StaffDesk(StaffSetup setup)
    : setup_(std::move(setup))
    , visits_(std::chrono::minutes{30}, 10'000) {}

bool StaffDesk::is_for_staff(http::Request const& request) {
    return request.path.starts_with("/dienst/");
}

http::Response StaffDesk::answer(http::Request const& request) {
    auto const now = setup_.clock();
    if (request.path == "/dienst/metadata")
        return {.content_type = "application/samlmetadata+xml",
                .headers = {{"Cache-Control", "no-cache"}},
                .body = staff_metadata(setup_.provider, setup_.public_url, setup_.randomness, now),
                .embedded = {}};
    if (request.path == "/dienst/sso")
        return request.method == http::Method::post ? arrive(request, now)
                                                    : http::method_not_allowed("POST");
    if (request.path.starts_with(folder))
        return at(request.path.substr(folder.size()), request, now);
    return pages::not_found_page(words_for(request));
}

http::Response StaffDesk::refuse(std::string_view reason) const {
    auto const incident = foundation::random_hex(setup_.randomness, 4);
    setup_.log("refused a sign-in of staff (" + incident + "): " + std::string{reason});
    return pages::refusal_page(pages::words_in(pages::Language::dutch), reason, incident);
}

http::Response StaffDesk::arrive(http::Request const& request, foundation::Instant now) {
    auto const form = http::form_of(request);
    auto const field = form ? form->one("SAMLRequest") : std::nullopt;
    auto const message = field ? foundation::unbase64(*field) : std::nullopt;
    if (!message)
        return refuse("there is no SAMLRequest in the form");
    auto const relay_state = form->one("RelayState").value_or("");
    if (relay_state.size() > longest_relay_state)
        return refuse("the RelayState is longer than 80 bytes");
    auto const provider = setup_.service_provider();
    if (!provider)
        return refuse("the service provider's metadata cannot be read: " + provider.error());
    auto wish =
        xml::read_plain_request(*message, **provider, setup_.public_url + "/dienst/sso", now);
    if (!wish)
        return refuse(wish.error());
    if (wish->endpoint.binding != Binding::post)
        return refuse("staff are sent back by HTTP-POST only");
    auto const id = foundation::random_hex(setup_.randomness, 16);
    visits_.put(id,
                {.service_provider = (*provider)->entity_id,
                 .request = *std::move(wish),
                 .relay_state = std::string{relay_state}},
                now);
    return http::see_other(*http::Location::own(std::string{folder} + id));
}

http::Response StaffDesk::at(std::string const& id, http::Request const& request,
                             foundation::Instant now) {
    auto const visit = visits_.look(id, now);
    if (!visit)
        return pages::over_page(words_for(request));
    if (request.method == http::Method::post)
        return sign_in(id, *visit, request, now);
    return pages::staff_page({.words = words_for(request),
                              .visit = id,
                              .consumer_address = visit->request.endpoint.location},
                             setup_.staff);
}

http::Response StaffDesk::sign_in(std::string const& id, Visit const& visit,
                                  http::Request const& request, foundation::Instant now) {
    auto const form = http::form_of(request);
    auto const uid = form ? form->one("medewerker").value_or("") : std::string_view{};
    auto const who = std::ranges::find(setup_.staff, uid, &StaffMember::uid);
    if (who == setup_.staff.end())
        return http::see_other(*http::Location::own(std::string{folder} + id));
    if (!visits_.take(id, now))
        return pages::over_page(words_for(request)); // pressed twice
    auto const& endpoint = visit.request.endpoint.location;
    auto const message = staff_response(
        setup_.provider, *who,
        {.request_id = visit.request.id, .recipient = endpoint, .audience = visit.service_provider},
        setup_.randomness, now);
    return pages::delivery_page(
        {.words = words_for(request), .visit = id, .consumer_address = endpoint},
        {.field = "SAMLResponse",
         .value = foundation::base64(canonical(message)),
         .relay_state = visit.relay_state});
}

} // namespace broker::desk
