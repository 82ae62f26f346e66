#include "saml/artifact.h"

#include "foundation/text.h"
#include "saml/xml/keys.h"

#include <algorithm>

namespace saml {
namespace {

constexpr std::size_t artifact_bytes = 44; // type 2, endpoint 2, source 20, message 20

unsigned big_endian(std::string_view two) {
    return static_cast<unsigned>(static_cast<unsigned char>(two[0])) << 8U |
           static_cast<unsigned char>(two[1]);
}

} // namespace

std::expected<portal::Artifact, portal::Rejected> read_artifact(std::string_view saml_art,
                                                                BrokerMetadata const& broker) {
    auto const refused = [](std::string_view detail) {
        return std::unexpected{portal::Rejected{.reason = portal::Rejection::message_refused,
                                                .detail = std::string{detail}}};
    };
    if (saml_art.size() != (artifact_bytes + 2) / 3 * 4)
        return refused("9.3 length");
    auto const bytes = foundation::unbase64(saml_art);
    if (!bytes || bytes->size() != artifact_bytes)
        return refused("9.3 base64");
    std::string_view const view = *bytes;
    if (big_endian(view.substr(0, 2)) != 4)
        return refused("9.3 type");
    if (view.substr(4, 20) != broker.source_id)
        return refused("9.3 source");
    auto const endpoint = std::ranges::find(
        broker.artifact_endpoints, big_endian(view.substr(2, 2)), &ArtifactEndpoint::index);
    if (endpoint == broker.artifact_endpoints.end())
        return refused("9.3 endpoint");
    return portal::Artifact{.text = std::string{saml_art},
                            .resolution_endpoint = endpoint->location};
}

} // namespace saml
