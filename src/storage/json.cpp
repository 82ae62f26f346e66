#include "storage/json.h"

#include "foundation/fault.h"
#include "storage/words.h"

#include <nlohmann/json.hpp>

namespace storage {

using foundation::Fault;
using nlohmann::json;
using portal::OwnedAttribute;

namespace {

/// Text that is no UTF-8 was turned away at the door; here it must not throw.
std::string written(json const& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template<class Read>
auto reading(std::string const& text, Read read) {
    try {
        return read(json::parse(text));
    } catch (json::exception const&) {
        // The library's message quotes the text, which may be personal data.
        throw Fault("stored JSON cannot be read");
    }
}

} // namespace

std::string json_of(std::map<std::string, std::string> const& values) {
    return written(json(values));
}

std::map<std::string, std::string> values_from(std::string const& text) {
    return reading(
        text, [](json const& stored) { return stored.get<std::map<std::string, std::string>>(); });
}

std::string json_of(std::vector<OwnedAttribute> const& attributes) {
    auto list = json::array();
    for (auto const& attribute : attributes)
        list.push_back({attribute.type, attribute.value, attribute.label});
    return written(list);
}

std::vector<OwnedAttribute> attributes_from(std::string const& text) {
    return reading(text, [](json const& stored) {
        auto attributes = std::vector<OwnedAttribute>{};
        for (auto const& each : stored)
            attributes.push_back({.type = each.at(0), .value = each.at(1), .label = each.at(2)});
        return attributes;
    });
}

std::string json_of(portal::Mail const& mail) {
    auto stored = json{
        {"kind", word(mail.kind)},
        {"language", word(mail.language)},
        {"address", mail.address},
        {"name", mail.name},
        {"organisation", mail.organisation},
        {"other_person", mail.other_person},
        {"code", mail.code},
        {"number", mail.number},
    };
    if (mail.moment)
        stored["moment"] = foundation::micros(*mail.moment);
    if (mail.holding)
        stored["holding"] = word(*mail.holding);
    if (mail.undelivered)
        stored["undelivered"] = word(*mail.undelivered);
    if (mail.failure)
        stored["failure"] = word(*mail.failure);
    if (mail.gathered > 0) {
        stored["also"] = mail.also;
        stored["and_others"] = mail.and_others;
        stored["gathered"] = mail.gathered;
    }
    return written(stored);
}

portal::Mail mail_from(std::string const& text) {
    return reading(text, [](json const& stored) {
        auto mail = portal::Mail{
            .kind = from_word<portal::MailKind>(stored.at("kind").get<std::string>()),
            .language = from_word<portal::Language>(stored.at("language").get<std::string>()),
            .address = stored.at("address"),
            .name = stored.at("name"),
            .organisation = stored.at("organisation"),
            .other_person = stored.at("other_person"),
            .code = stored.at("code"),
            .moment = std::nullopt,
            .number = stored.at("number"),
        };
        if (stored.contains("moment"))
            mail.moment = foundation::from_micros(stored.at("moment"));
        if (stored.contains("holding"))
            mail.holding =
                from_word<portal::keys::Holding>(stored.at("holding").get<std::string>());
        if (stored.contains("undelivered"))
            mail.undelivered =
                from_word<portal::MailKind>(stored.at("undelivered").get<std::string>());
        if (stored.contains("failure"))
            mail.failure = from_word<portal::MailFailure>(stored.at("failure").get<std::string>());
        if (stored.contains("gathered")) {
            mail.also = stored.at("also").get<std::vector<std::string>>();
            mail.and_others = stored.at("and_others");
            mail.gathered = stored.at("gathered");
        }
        return mail;
    });
}

} // namespace storage
