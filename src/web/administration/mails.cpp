#include "web/administration/mails.h"

#include "markup/form.h"
#include "web/administration/mail_words.h"

#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using portal::MailFate;

std::string fate_in_words(Context const& context, portal::Account const& account,
                          std::optional<MailFate> const& fate) {
    if (!fate)
        return {};
    auto const& words = mail_words(context.language);
    auto const at = moment(context, fate->at);
    auto const failed = [&](std::string_view sentence) {
        return fmt::format(fmt::runtime(sentence), account.person.email, at) + ' ' +
               std::string{reason_in_words(fate->failure, words)};
    };
    switch (fate->state) {
    case MailFate::State::waiting:
        return fate->attempts == 0 ? std::string{words.waits}
                                   : fmt::format(fmt::runtime(words.tried), fate->attempts);
    case MailFate::State::handed_over:
        return fmt::format(fmt::runtime(words.handed_over), at);
    case MailFate::State::refused:
        return failed(words.refused);
    case MailFate::State::given_up:
        return failed(words.given_up);
    }
    return {};
}

Html undelivered(Context const& context, portal::Account const& account,
                 portal::administration::MailFates const& mails) {
    auto const& words = mail_words(context.language);
    Html body;
    auto const tell = [&](std::optional<MailFate> const& fate, std::string_view which,
                          std::string_view way_on) {
        if (fate && fate->failed())
            body += html("<p>{}</p>", fate_in_words(context, account, fate) + ' ' +
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

Html code_again(Context const& context, portal::Account const& account, Question const& question) {
    auto const& words = mail_words(context.language);
    auto const until = account.code ? account.code->expires_at(context.site.policy) : context.now;
    return html("<p>{}</p>", fmt::format(fmt::runtime(words.again_text), moment(context, until))) +
           markup::form(
               {.to = question.to,
                .hidden = {form_token(context), {"opnieuw", "ja"}},
                .body = markup::actions(
                    markup::button({.label = std::string{words.again_button}, .icon = "send"}) +
                    cancel_link(context, question.back))});
}

std::optional<portal::administration::Resend> resend_asked(Context const& context) {
    if (!has_only(context, {"opnieuw"}))
        return std::nullopt;
    return context.field("opnieuw") == "ja" ? portal::administration::Resend::sure
                                            : portal::administration::Resend::asks_first;
}

} // namespace web::administration
