#include "broker/desk/artifacts.h"

#include "broker/messages/artifact.h"
#include "broker/xml/requests.h"
#include "foundation/text.h"
#include "http/response.h"

namespace broker::desk {
namespace {

http::Response soap(int status, std::string body) {
    return {.status = status,
            .content_type = "text/xml;charset=UTF-8",
            .headers = {{"Cache-Control", "no-cache, no-store"},
                        {"Pragma", "no-cache"},
                        {"SOAPAction", "http://www.oasis-open.org/committees/security"}},
            .body = std::move(body),
            .embedded = {}};
}

bool is_xml(http::Request const& request) {
    auto const type = request.header("content-type").value_or("");
    return foundation::trimmed(foundation::split(type, ';').front()) == "text/xml";
}

} // namespace

Artifacts::Artifacts(Setup const& setup)
    : setup_(setup)
    , waiting_(std::chrono::minutes{2}, 100'000) {}

std::string Artifacts::keep(Waiting message, foundation::Instant now) {
    auto artifact = new_artifact(setup_.keys.broker.entity_id, setup_.randomness);
    waiting_.put(artifact, std::move(message), now);
    return artifact;
}

http::Response Artifacts::fault(std::string_view reason) const {
    setup_.log(std::string{"refused a resolution: "}.append(reason));
    return soap(500, soap_fault(reason)); // SOAP 1.1, section 6.2
}

http::Response Artifacts::resolve(http::Request const& request, foundation::Instant now) {
    // Brokers have refused application/soap+xml since April 2022 (eherkenning.md 4.2).
    if (!is_xml(request))
        return fault("the content type must be text/xml");
    auto const provider = setup_.provider();
    if (!provider)
        return fault("the service provider's metadata cannot be read: " + provider.error());
    auto const wish =
        xml::read_resolve_request(request.body, **provider, setup_.manner.public_url + "/ars", now);
    if (!wish)
        return fault(wish.error());
    auto waiting = waiting_.take(wish->artifact, now);
    if (!waiting)
        return soap(200, in_envelope(artifact_response(setup_.keys.broker, wish->id, std::nullopt,
                                                       setup_.randomness, now)));
    if (waiting->down)
        return http::text(503, "The back channel is down.");
    if (waiting->delay)
        setup_.wait(*waiting->delay);
    return soap(
        200, in_envelope(artifact_response(waiting->signer, wish->id, std::move(waiting->message),
                                           setup_.randomness, setup_.clock())));
}

} // namespace broker::desk
