#include "saml/support/world.h"

#include "foundation/digest.h"

namespace world {
namespace {

constexpr long year = 365L * 24 * 3600;

/// The resolve's id depends on chance: this one always mints the id "_" and 32 zeros.
class Zeros final : public foundation::Randomness {
public:
    void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{0}); }
};

} // namespace

Keys const& keys() {
    static long const at = foundation::micros(now()) / 1'000'000;
    static auto const in_date = [](std::size_t number) {
        return hostile::KeyPair::kept(number, at - year, at + year);
    };
    static Keys const made{.broker = in_date(0),
                           .next = in_date(1),
                           .stranger = in_date(2),
                           .expired = hostile::KeyPair::kept(3, at - 2 * year, at - year),
                           .sealing = in_date(4),
                           .portal = in_date(5),
                           .opening = in_date(6),
                           .opening_next = in_date(7)};
    return made;
}

foundation::Instant now() { return *foundation::parse_rfc3339("2026-11-23T10:00:00Z"); }

hostile::Metadata broker_metadata() {
    return {.entity_id = std::string{broker_entity_id},
            .signing_keys = {&keys().broker, &keys().next, &keys().expired},
            .encryption_keys = {&keys().sealing},
            .root_attributes = ""};
}

saml::Settings settings() {
    auto const file = hostile::metadata(broker_metadata());
    return {.entity_id = std::string{entity_id},
            .service_id = std::string{service_id},
            .service_uuids = {"another-uuid", std::string{service_uuid}},
            .acs_address = std::string{acs_address},
            .broker_metadata = file,
            .broker_metadata_sha256 = foundation::sha256_hex(file),
            .broker_metadata_signer_pem = "",
            .broker_entity_id = "",
            .signing_key_pem = foundation::Secret{keys().portal.key_pem},
            .signing_certificate_pem = keys().portal.certificate_pem,
            .decryption_keys = {{.key_pem = foundation::Secret{keys().opening.key_pem},
                                 .certificate_pem = keys().opening.certificate_pem,
                                 .published = false},
                                {.key_pem = foundation::Secret{keys().opening_next.key_pem},
                                 .certificate_pem = keys().opening_next.certificate_pem}},
            .organisation = {.name = "DUO",
                             .display_name = "Dienst Uitvoering Onderwijs",
                             .address = "https://duo.example/"},
            .contact = {.mail_address = "beheer@duo.example",
                        .company = "DUO",
                        .given_name = "",
                        .surname = "Beheer & Co",
                        .telephone = ""}};
}

std::unique_ptr<portal::Broker> broker(saml::Settings settings, std::string answer) {
    return saml::make_broker(
        std::move(settings), now(), [](std::string_view) {},
        [answer = std::move(answer)](std::string const&, std::string const&)
            -> std::expected<std::string, portal::Rejected> { return answer; });
}

hostile::Login login() {
    hostile::Encryption const encryption{
        .key = &keys().opening, .recipient = std::string{entity_id}, .key_name = "", .id = ""};
    hostile::Signing const signing{.key = &keys().broker, .prefix_list = ""};
    return {.broker_entity_id = std::string{broker_entity_id},
            .entity_id = std::string{entity_id},
            .acs_address = std::string{acs_address},
            .request_id = "_request",
            .now = "2026-11-23T10:00:00Z",
            .not_before = "2026-11-23T09:59:55Z",
            .not_on_or_after = "2026-11-23T10:02:00Z",
            .resolve_id = "_00000000000000000000000000000000",
            .service_id = std::string{service_id},
            .service_uuid = std::string{service_uuid},
            .pseudonym = std::string{pseudonym},
            .rsin = "",
            .acting = encryption,
            .legal = encryption,
            .assertion_signing = signing,
            .response_signing = signing,
            .answer_signing = signing};
}

portal::PendingSignIn pending() {
    return {.request_id = "_request",
            .departed_at = now() - std::chrono::minutes{2},
            .minimum_level = portal::AssuranceLevel::loa3};
}

Received by_post(hostile::Login const& login) {
    auto posting = settings();
    posting.post_binding = true;
    return broker(std::move(posting))
        ->receive_posted(hostile::base64(hostile::response(login)), pending(), now());
}

Received by_artifact(hostile::Login const& login) {
    Zeros zeros;
    auto const portal_side = broker(settings(), hostile::artifact_answer(login));
    auto const artifact =
        portal_side->read_artifact(hostile::artifact(std::string{broker_entity_id}));
    if (!artifact)
        return std::unexpected{artifact.error()};
    return portal_side->receive(*artifact, pending(), zeros, now());
}

Received by_both(hostile::Login const& login) {
    auto resolved = by_artifact(login);
    auto const posted = by_post(login);
    if (outcome(resolved) == outcome(posted))
        return resolved;
    return std::unexpected{
        portal::Rejected{.reason = portal::Rejection::message_refused,
                         .detail = outcome(resolved) + " by post: " + outcome(posted)}};
}

std::string outcome(Received const& received) {
    return received ? "let in" : received.error().detail;
}

} // namespace world
