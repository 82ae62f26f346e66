#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/mail_fates.h"
#include "web/my_data/render.h"

#include <fmt/format.h>

namespace web::my_data {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

/// A page with one form: mistakes above the heading, 422 when there are any (ui.md 5).
http::Response form_page(Context const& context, std::string_view heading,
                         markup::Mistakes const& mistakes, Html const& content) {
    auto const main = markup::error_summary(shared_words(context).summary_heading, mistakes.all()) +
                      markup::heading(markup::Level::one, heading) + content;
    bool const wrong = !mistakes.all().empty();
    return page(context,
                {.title = std::string{heading},
                 .main = markup::narrow(main),
                 .breadcrumb = breadcrumb(context, heading),
                 .has_mistakes = wrong},
                wrong ? 422 : 200);
}

Html buttons(Context const& context, std::string_view label) {
    auto const& shared = shared_words(context);
    return markup::actions(
        markup::button({.label = std::string{label}}) +
        markup::or_link(shared.or_word, shared.cancel, Url::path("/mijn-gegevens")));
}

Html phone_and_function(Context const& context, ContactView const& view) {
    auto const& words = said(context);
    auto const labels = form_words(context);
    return markup::text_field(labels, {.question = {.id = "telefoon",
                                                    .label = std::string{words.phone},
                                                    .hint = std::string{words.phone_hint},
                                                    .help = std::string{words.phone_help}},
                                       .state = view.phone,
                                       .type = "tel",
                                       .autocomplete = "tel",
                                       .width = markup::Width::medium}) +
           markup::text_field(labels, {.question = {.id = "functie",
                                                    .label = std::string{words.function},
                                                    .help = std::string{words.function_help},
                                                    .required = false},
                                       .state = view.function,
                                       .autocomplete = "organization-title"});
}

Html language_choice(Context const& context, markup::FieldState const& state) {
    auto const& words = said(context);
    return markup::radio_group(
        form_words(context),
        {.question = {.id = "taal",
                      .label = std::string{words.language},
                      .help = std::string{words.language_help}},
         .state = state,
         .choices = {
             {.value = "nl", .label = std::string{words.dutch}, .chosen = state.value == "nl"},
             {.value = "en", .label = std::string{words.english}, .chosen = state.value == "en"}}});
}

/// Both ways on from a mail that did not come: another code, or the old address after all.
Html other_ways(Context const& context) {
    auto const& words = said(context);
    return markup::paragraph(words.no_mail) +
           markup::actions(
               markup::post_button({.to = Url::path("/mijn-gegevens/e-mailadres/opnieuw"),
                                    .button = {.label = std::string{words.send_again},
                                               .weight = markup::Weight::secondary},
                                    .hidden = {form_token(context), ticket(context)}}) +
               markup::post_button({.to = Url::path("/mijn-gegevens/e-mailadres/annuleren"),
                                    .button = {.label = std::string{words.cancel_change},
                                               .weight = markup::Weight::subtle},
                                    .hidden = {form_token(context)}}));
}

} // namespace

http::Response show_contact(Context const& context, ContactView const& view) {
    auto const body = phone_and_function(context, view) + language_choice(context, view.language) +
                      buttons(context, shared_words(context).save);
    markup::Mistakes mistakes;
    mistakes.note("telefoon", view.phone)
        .note("functie", view.function)
        .note("taal", view.language);
    return form_page(context, said(context).change_contact, mistakes,
                     markup::paragraph(shared_words(context).all_required) +
                         markup::form({.to = Url::path("/mijn-gegevens/wijzigen"),
                                       .hidden = {form_token(context)},
                                       .body = body}));
}

http::Response show_address(Context const& context, markup::FieldState const& address) {
    auto const& words = said(context);
    auto const field = markup::text_field(form_words(context),
                                          {.question = {.id = "email",
                                                        .label = std::string{words.new_address},
                                                        .hint = std::string{words.address_hint},
                                                        .help = std::string{words.address_help}},
                                           .state = address,
                                           .type = "text",
                                           .autocomplete = "email",
                                           .inputmode = "email",
                                           .autocapitalize = "none",
                                           .spellcheck = false});
    return form_page(context, words.change_address, markup::Mistakes{}.note("email", address),
                     markup::paragraph(words.address_text) +
                         markup::form({.to = Url::path("/mijn-gegevens/e-mailadres"),
                                       .hidden = {form_token(context), ticket(context)},
                                       .body = field + buttons(context, words.send_code)}));
}

http::Response show_code(Context const& context, CodeView const& view) {
    auto const& words = said(context);
    markup::FieldState const state{.error = view.mistake};
    auto const field =
        markup::text_field(form_words(context), {.question = {.id = "code",
                                                              .label = std::string{words.code},
                                                              .hint = std::string{words.code_hint},
                                                              .help = std::string{words.code_help}},
                                                 .state = state,
                                                 .autocomplete = "one-time-code",
                                                 .autocapitalize = "characters",
                                                 .monospace = true,
                                                 .spellcheck = false,
                                                 .width = markup::Width::medium});
    auto const until = view.pending.sent_at + context.site.policy.address_code_lasts;
    auto const again = markup::when(view.sent_again, [&] {
        return markup::alert({.tone = markup::Tone::ok,
                              .body = markup::paragraph(words.code_sent_again),
                              .announced = true});
    });
    auto const became = fate_in_words(context, view.pending.address, view.fate);
    bool const failed = view.fate && view.fate->failed();
    auto const content =
        again +
        (failed ? markup::alert(markup::Tone::error, became)
                : markup::paragraph(fmt::format(fmt::runtime(words.enter_code_text),
                                                view.pending.address, moment(context, until)) +
                                    (became.empty() ? "" : ' ' + became))) +
        markup::form({.to = Url::path("/mijn-gegevens/e-mailadres/code"),
                      .hidden = {form_token(context), ticket(context)},
                      .body = field + buttons(context, words.confirm),
                      .autocomplete = false}) +
        other_ways(context);
    return form_page(context, words.enter_code, markup::Mistakes{}.note("code", state), content);
}

http::Response ask_again(Context const& context, portal::PendingAddress const& pending) {
    auto const& shared = shared_words(context);
    return form_page(
        context, said(context).send_again, {},
        code_again(context, pending.sent_at + context.site.policy.address_code_lasts,
                   {.to = Url::path("/mijn-gegevens/e-mailadres/opnieuw"),
                    .cancel = markup::or_link(shared.or_word, shared.cancel,
                                              Url::path("/mijn-gegevens/e-mailadres/code"))}));
}

} // namespace web::my_data
