#include "web/mail_fates.h"

#include "markup/form.h"
#include "web/mail_words.h"

#include <fmt/format.h>

namespace web {

using markup::html;
using portal::MailFate;

std::string fate_in_words(Context const& context, std::string const& address,
                          std::optional<MailFate> const& fate) {
    if (!fate)
        return {};
    auto const& words = mail_words(context.language);
    auto const at = moment(context, fate->at);
    auto const failed = [&](std::string_view sentence) {
        return fmt::format(fmt::runtime(sentence), address, at) + ' ' +
               std::string{reason_in_words(fate->failure, words)};
    };
    switch (fate->state) {
    case MailFate::State::waiting:
        if (fate->attempts == 0)
            return std::string{words.waits};
        return fate->attempts == 1 ? std::string{words.tried_once}
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

markup::Html code_again(Context const& context, foundation::Instant until,
                        Question const& question) {
    auto const& words = mail_words(context.language);
    return html("<p>{}</p>", fmt::format(fmt::runtime(words.again_text), moment(context, until))) +
           markup::form(
               {.to = question.to,
                .hidden = {form_token(context), ticket(context), {"opnieuw", "ja"}},
                .body = markup::actions(
                    markup::button({.label = std::string{words.again_button}, .icon = "send"}) +
                    question.cancel)});
}

} // namespace web
