#pragma once
#include "delivery/mail_text.h"
#include "foundation/instant.h"

#include <array>
#include <vector>

/// Mails and settings that the tests of this room share.
namespace samples {

using portal::MailKind;

inline std::vector<MailKind> const every_kind = portal::every_mail_kind();
inline constexpr std::array both_languages{portal::Language::dutch, portal::Language::english};

inline foundation::Instant at(char const* text) { return foundation::parse_rfc3339(text).value(); }

inline delivery::MailSettings settings() {
    return {.from = "noreply@mijnduo.example",
            .sign_in_address = "https://mijnduo.example/inloggen",
            .test_environment = false};
}

/// Every field filled, also those that the kind has no use for.
inline portal::Mail mail(MailKind kind, portal::Language language = portal::Language::dutch) {
    return {.kind = kind,
            .language = language,
            .address = "noura@lindenhof.example",
            .name = "Noura Boukhari",
            .organisation = "Scholengroep Lindenhof",
            .other_person = "Selim Aydın",
            .code = "7KQ49TXMWR",
            .moment = at("2026-11-24T13:32:59Z"),
            .number = 7,
            .holding = portal::keys::Holding::decryption,
            .undelivered = MailKind::activation_code,
            .failure = portal::MailFailure::mailbox_full};
}

} // namespace samples
