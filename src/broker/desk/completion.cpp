#include "broker/desk/sign_ins.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "http/cookie.h"
#include "http/response.h"

namespace broker::desk {
namespace {

/// The invented party in between, for a chain mandate.
Organisation intermediary() {
    return {.kvk = "90000009", .name = "Administratiekantoor De Tussenschakel"};
}

Level one_below(Level level) {
    return level == Level::loa1 ? level : static_cast<Level>(static_cast<int>(level) - 1);
}

Answer answer_of(Visit const& visit, Organisation const& represented, Manner const& manner) {
    auto const& chosen = visit.chosen.value();
    auto const asked = visit.request.minimum_level.value_or(manner.minimum_level);
    return {.request_id = visit.request.id,
            .recipient = visit.request.endpoint.location,
            .service_id = visit.request.service.service_id,
            .service_uuid = manner.service_uuid,
            .represented = represented,
            .level = chosen.below_asked_level ? one_below(asked) : chosen.person.level,
            .asked_level = asked,
            .branch_number = chosen.branch_number,
            .intermediary = chosen.chain_mandate ? std::optional{intermediary()} : std::nullopt,
            .with_mandate = !chosen.without_mandate,
            .upper_case_pseudonym = chosen.upper_case_pseudonym,
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

} // namespace

http::Response SignIns::complete(std::string const& id, Visit const& visit,
                                 Organisation const& represented, foundation::Instant now) {
    auto message = response(setup_.keys, *visit.provider, visit.chosen->person,
                            answer_of(visit, represented, setup_.manner), setup_.randomness, now);
    auto back = deliver(id, visit, std::move(message), now);
    back.headers.push_back(http::header_of(supplier_memory(visit, setup_.manner)));
    return back;
}

http::Response SignIns::cancel(std::string const& id, Visit const& visit, foundation::Instant now) {
    auto refusal = cancelled(visit.request.id, visit.request.endpoint.location);
    return deliver(id, visit,
                   refusing_response(setup_.keys.broker, refusal, setup_.randomness, now), now);
}

http::Response SignIns::deliver(std::string const& id, Visit const& visit, Element message,
                                foundation::Instant now) {
    auto const& words = pages::words_in(visit.language);
    if (!visits_.take(id, now))
        return pages::over_page(words); // pressed twice: the first one went back already
    pages::Place const place{words, id, visit.request.endpoint.location};
    if (visit.request.endpoint.binding == Binding::post)
        return pages::delivery_page(place, {.field = "SAMLResponse",
                                            .value = foundation::base64(canonical(message)),
                                            .relay_state = visit.relay_state});
    auto const artifact = artifacts_.keep(std::move(message), now);
    if (setup_.manner.artifact_delivery == ArtifactDelivery::post)
        return pages::delivery_page(
            place, {.field = "SAMLart", .value = artifact, .relay_state = visit.relay_state});
    auto const location = http::Location::elsewhere(with_query(visit, artifact));
    return location ? http::see_other(*location)
                    : refuse("the consumer endpoint is not an address");
}

} // namespace broker::desk
