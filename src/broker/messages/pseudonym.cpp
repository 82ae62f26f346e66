#include "broker/messages/pseudonym.h"

#include "broker/messages/keys.h"
#include "foundation/digest.h"
#include "foundation/text.h"

namespace broker {

std::string pseudonym(std::string_view person_key, std::string_view kvk,
                      std::string_view service_provider) {
    std::string what{person_key};
    what.append("\n").append(kvk).append("\n").append(service_provider);
    auto const person = foundation::sha256_hex(what);
    return kvk.empty() ? person : person + "@" + md5_hex(kvk);
}

std::string person_key(std::string_view name) {
    std::string key;
    for (char const c : foundation::lower_ascii(foundation::trimmed(name))) {
        if (c != ' ')
            key += c;
        else if (!key.ends_with('-'))
            key += '-';
    }
    return key;
}

} // namespace broker
