#include "broker/desk/sign_ins.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "http/cookie.h"
#include "http/response.h"

namespace broker::desk {
namespace {

Answer answer_of(Visit const& visit, Organisation const& represented, Manner const& manner) {
    auto const& chosen = visit.chosen.value();
    auto const asked = visit.request.minimum_level.value_or(manner.minimum_level);
    return {.request_id = visit.request.id,
            .recipient = visit.request.endpoint.location,
            .service_id = visit.request.service.service_id,
            .service_uuid = manner.service_uuid,
            .represented = represented,
            .level = chosen.person.level,
            .asked_level = asked,
            .branch_number = chosen.branch_number,
            .with_advice = manner.with_advice,
            // Outside an ArtifactResponse nothing else protects it (eherkenning.md 3.1).
            .sign_response =
                manner.sign_response || visit.request.endpoint.binding == Binding::post};
}

/// Remembered only after a successful sign-in (eherkenning.md 8).
http::SetCookie supplier_memory(Visit const& visit, Manner const& manner) {
    http::SetCookie const cookie{.name = "makelaar_leverancier",
                                 .value = visit.supplier,
                                 .secure = manner.public_url.starts_with("https://"),
                                 .max_age = std::chrono::days{365}};
    return visit.remember ? cookie : http::forgotten(cookie);
}

std::string with_query(Visit const& visit, std::string_view artifact) {
    auto address = visit.request.endpoint.location;
    address += address.find('?') == std::string::npos ? '?' : '&';
    address += "SAMLart=" + foundation::url_encoded(artifact);
    if (!visit.relay_state.empty())
        address += "&RelayState=" + foundation::url_encoded(visit.relay_state);
    return address;
}

std::optional<Refusal> refusal_of(switches::Course const& course) {
    auto const& answer = course.answer;
    if (course.cancelled)
        return cancelled(answer.request_id, answer.recipient);
    if (course.unsupported)
        return unsupported(answer.request_id, answer.recipient);
    return std::nullopt;
}

} // namespace

http::Response SignIns::complete(std::string const& id, Visit const& visit,
                                 Organisation const& represented, foundation::Instant now) {
    switches::Course course{.answer = answer_of(visit, represented, setup_.manner)};
    visit.turned.position.change(course);
    auto keys = setup_.keys;
    if (course.signed_with_second_key) {
        if (!keys.second)
            return refuse("this broker has no next_signing_key", visit.turned);
        keys.broker.key = *keys.second;
    }
    auto const refusal = refusal_of(course);
    auto message = refusal ? refusing_response(keys.broker, *refusal, setup_.randomness, now)
                           : response(keys, *visit.provider, visit.chosen->person, course.answer,
                                      setup_.randomness, now);
    auto back = deliver(id, visit,
                        {.message = std::move(message),
                         .signer = keys.broker,
                         .delay = course.back_channel_waits,
                         .down = course.back_channel_down},
                        course.same_artifact_again, now);
    if (!refusal)
        back.headers.push_back(http::header_of(supplier_memory(visit, setup_.manner)));
    return back;
}

http::Response SignIns::cancel(std::string const& id, Visit const& visit, foundation::Instant now) {
    auto const& broker = setup_.keys.broker;
    auto const refusal = cancelled(visit.request.id, visit.request.endpoint.location);
    return deliver(
        id, visit,
        {.message = refusing_response(broker, refusal, setup_.randomness, now), .signer = broker},
        false, now);
}

http::Response SignIns::deliver(std::string const& id, Visit const& visit, Waiting message,
                                bool same_artifact_again, foundation::Instant now) {
    auto const place = place_of(id, visit);
    if (!visits_.take(id, now)) // pressed twice: the first one went back already
        return pages::over_page({place.words, place.on});
    if (visit.request.endpoint.binding == Binding::post)
        return pages::delivery_page(place, {.field = "SAMLResponse",
                                            .value = foundation::base64(canonical(message.message)),
                                            .relay_state = visit.relay_state});
    auto const& used = visit.turned.used_artifact;
    if (same_artifact_again && used)
        return send_back(place, visit, *used);
    auto const artifact = artifacts_.keep(std::move(message), now);
    auto back = send_back(place, visit, artifact);
    if (same_artifact_again)
        back.headers.push_back(http::header_of(artifact_memory(artifact, setup_.manner)));
    return back;
}

http::Response SignIns::send_back(pages::Place const& place, Visit const& visit,
                                  std::string const& artifact) const {
    if (setup_.manner.artifact_delivery == ArtifactDelivery::post)
        return pages::delivery_page(
            place, {.field = "SAMLart", .value = artifact, .relay_state = visit.relay_state});
    auto const location = http::Location::elsewhere(with_query(visit, artifact));
    return location ? http::see_other(*location)
                    : refuse("the consumer endpoint is not an address", visit.turned);
}

} // namespace broker::desk
