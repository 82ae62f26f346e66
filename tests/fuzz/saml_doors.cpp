#include "fuzz/doors.h"

#include "foundation/digest.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "saml/support/world.h"
#include "saml/xml/decryption.h"

#include <algorithm>

namespace fuzz {

namespace {

/// The id that is minted of it stands in the samples (world::login).
class Zeros final : public foundation::Randomness {
public:
    void fill(std::span<std::byte> bytes) override { std::ranges::fill(bytes, std::byte{0}); }
};

saml::Settings settings() {
    auto settings = world::settings();
    settings.post_binding = true;
    settings.accept_unsigned_posted_response = true;
    return settings;
}

/// One portal for all samples; its back channel answers with the sample at hand.
struct Portal {
    std::string answer;
    std::unique_ptr<portal::Broker> broker = saml::make_broker(
        settings(), world::now(), [](std::string_view) {},
        [this](std::string const&, std::string const&)
            -> std::expected<std::string, portal::Rejected> { return answer; });
};

Portal& one_portal() {
    static Portal portal;
    return portal;
}

/// Nobody who holds no key of the broker can make a message that lets anyone in but the person whom
/// a message of the broker names (security.md S1 to S7).
bool is_refused_or_the_person_named(world::Received const& received) {
    if (!received) {
        promised(!received.error().detail.empty(), "a rejection says which check refused");
        return false;
    }
    promised(received->identity.pseudonym == foundation::lower_ascii(world::pseudonym) &&
                 received->identity.kvk.text() == "12345678",
             "who is let in is whom the broker signed for");
    promised(received->request_id == world::pending().request_id, "it answers our request");
    promised(received->assertion_id == "_assertion", "the assertion is the one that was signed");
    promised(received->level == portal::AssuranceLevel::loa3, "the level is the one signed");
    return true;
}

} // namespace

bool artifact(std::string_view bytes) {
    auto const read = one_portal().broker->read_artifact(bytes);
    if (!read)
        return false;
    auto const raw = foundation::unbase64(bytes);
    promised(raw && raw->size() == 44 && raw->starts_with(std::string_view{"\0\4", 2}),
             "an artifact is 44 bytes of type 4 (eherkenning.md 9.3)");
    promised(read->text == bytes, "an artifact is passed on as it came");
    promised(read->resolution_endpoint == world::broker_metadata().resolution_address,
             "nobody is called but the broker of the metadata");
    return true;
}

bool answer(std::string_view bytes) {
    static auto const taken =
        one_portal().broker->read_artifact(hostile::artifact(std::string{world::broker_entity_id}));
    promised(taken.has_value(), "the broker's own artifact is taken");
    one_portal().answer = bytes;
    Zeros zeros;
    return is_refused_or_the_person_named(
        one_portal().broker->receive(*taken, world::pending(), zeros, world::now()));
}

bool response(std::string_view bytes) {
    auto const take = [](std::string_view posted) {
        return is_refused_or_the_person_named(
            one_portal().broker->receive_posted(posted, world::pending(), world::now()));
    };
    take(bytes);
    return take(foundation::base64(bytes));
}

bool encrypted_id(std::string_view bytes) {
    using saml::xml::PrivateKey;
    static std::vector<saml::xml::DecryptionKey> const keys{
        {.key_name = world::keys().opening.key_name,
         .key = *PrivateKey::parse(foundation::Secret{world::keys().opening.key_pem})}};
    auto const document = saml::xml::Document::parse(bytes);
    if (!document)
        return false;
    auto const opened = saml::xml::decrypt_element(document->root(), keys, world::entity_id);
    promised(!opened || !opened->root().children().empty() || opened->root().value(),
             "what is opened is a document");
    return opened.has_value();
}

bool metadata(std::string_view bytes) {
    auto described = world::settings();
    described.broker_metadata = bytes;
    described.broker_metadata_sha256 = foundation::sha256_hex(bytes);
    try {
        // As the background takes it from the address: most samples end here.
        saml::Log const quiet = [](std::string_view) {};
        auto const known = saml::known_broker(described, quiet);
        known->take_up(described.broker_metadata, world::now(), world::now());
        auto const broker = saml::make_broker(
            std::move(described), known, world::now(), quiet,
            [](std::string const&, std::string const&)
                -> std::expected<std::string, portal::Rejected> { return std::string{}; });
        foundation::SeededRandomness chance{1};
        auto const origin = portal::origin_of(
            broker->send_off(chance, world::now(), portal::AssuranceLevel::loa3).destination);
        promised(origin.starts_with("https://") || origin.starts_with("http://localhost") ||
                     origin.starts_with("http://127.0.0.1") || origin.starts_with("http://[::1]"),
                 "visitors are sent to https addresses only");
        promised(!foundation::has_control_characters(origin) &&
                     origin.find_first_of(" ;,'\"") == std::string::npos,
                 "the broker's origin fits in a content security policy");
        return true;
    } catch (foundation::Fault const&) {
        return false;
    }
}

} // namespace fuzz
