#include "storage/sealed.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/identity/mail_address.h"
#include "storage/json.h"

namespace storage {

namespace {

constexpr auto purpose = "outbox";

std::optional<std::string> opened(std::string const& stored, foundation::MasterKey const& key) {
    auto const bytes = foundation::unbase64(stored);
    return bytes ? key.open(purpose, *bytes) : std::nullopt;
}

} // namespace

std::string sealed(portal::Mail const& mail, foundation::MasterKey const& key,
                   foundation::Randomness& randomness) {
    return foundation::base64(key.seal(purpose, json_of(mail), randomness));
}

std::optional<portal::Mail> unsealed(std::string const& stored, foundation::MasterKey const& key) {
    auto const json = opened(stored, key);
    if (!json)
        return std::nullopt;
    try {
        return mail_from(*json);
    } catch (foundation::Fault const&) {
        return std::nullopt;
    }
}

bool is_sealed_with(foundation::MasterKey const& key, std::string const& stored) {
    return opened(stored, key).has_value();
}

std::string purpose_of_scan(std::string const& appointment) { return "signed-form " + appointment; }

std::string receiver_digest(std::string const& address, foundation::MasterKey const& key) {
    return key.keyed_digest("mail-receiver", portal::compared(address));
}

} // namespace storage
