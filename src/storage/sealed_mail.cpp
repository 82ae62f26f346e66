#include "storage/sealed_mail.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "storage/json.h"

namespace storage {

namespace {

constexpr auto purpose = "outbox";

} // namespace

std::string sealed(portal::Mail const& mail, foundation::MasterKey const& key,
                   foundation::Randomness& randomness) {
    return foundation::base64(key.seal(purpose, json_of(mail), randomness));
}

std::optional<portal::Mail> unsealed(std::string const& stored, foundation::MasterKey const& key) {
    auto const bytes = foundation::unbase64(stored);
    auto const json = bytes ? key.open(purpose, *bytes) : std::nullopt;
    if (!json)
        return std::nullopt;
    try {
        return mail_from(*json);
    } catch (foundation::Fault const&) {
        return std::nullopt;
    }
}

} // namespace storage
