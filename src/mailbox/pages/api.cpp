#include "mailbox/pages/api.h"

#include "mailbox/letters/letter.h"

#include <nlohmann/json.hpp>

namespace mailbox {
namespace {

using Json = nlohmann::ordered_json;

Json summary(Mail const& mail, Letter const& letter) {
    return {{"number", mail.number},
            {"received", foundation::rfc3339(mail.received)},
            {"from", letter.from},
            {"to", mail.to},
            {"subject", letter.subject}};
}

/// A mail may hold bytes that are no text in any header: shown as U+FFFD.
std::string written(Json const& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace

std::string json_list(std::vector<Mail> const& mails) {
    auto list = Json::array();
    for (auto const& mail : mails)
        list.push_back(summary(mail, read_letter(mail.source)));
    return written(list);
}

std::string json_mail(Mail const& mail) {
    auto const letter = read_letter(mail.source);
    auto json = summary(mail, letter);
    json["text"] = letter.text;
    json["html"] = letter.html;
    auto& attachments = json["attachments"] = Json::array();
    for (auto const& attachment : letter.attachments) {
        auto const href = "/mails/" + std::to_string(mail.number) + "/attachments/" +
                          std::to_string(attachments.size() + 1);
        attachments.push_back({{"name", attachment.name},
                               {"content_type", attachment.content_type},
                               {"size", attachment.bytes.size()},
                               {"href", href}});
    }
    return written(json);
}

} // namespace mailbox
