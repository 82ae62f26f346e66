#include "web/administration/mails.h"

#include "markup/alert.h"
#include "web/mail_fates.h"
#include "web/mail_words.h"

#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using portal::MailFate;

Html undelivered(Context const& context, portal::Account const& account,
                 portal::administration::MailFates const& mails) {
    auto const& words = mail_words(context.language);
    Html body;
    auto const tell = [&](std::optional<MailFate> const& fate, std::string_view which,
                          std::string_view way_on) {
        if (fate && fate->failed())
            body += html("<p>{}</p>", fate_in_words(context, account.person.email, fate) + ' ' +
                                          std::string{which} + ' ' + std::string{way_on});
    };
    tell(mails.confirmation, words.confirmation, words.way_on_confirmation);
    tell(mails.code, words.code, words.way_on_code);
    if (body.empty())
        return {};
    return markup::alert({.tone = markup::Tone::error,
                          .heading = std::string{words.failed_heading},
                          .body = std::move(body)});
}

std::string code_again_title(Context const& context, portal::Account const& account) {
    return fmt::format(fmt::runtime(mail_words(context.language).again_title), account.person.name);
}

foundation::Instant code_until(Context const& context, portal::Account const& account) {
    return account.code ? account.code->expires_at(context.site.policy) : context.now;
}

std::optional<portal::administration::Resend> resend_asked(Context const& context) {
    if (!has_only(context, {"opnieuw"}))
        return std::nullopt;
    return context.field("opnieuw") == "ja" ? portal::administration::Resend::sure
                                            : portal::administration::Resend::asks_first;
}

} // namespace web::administration
