#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "web/administration/frame.h"
#include "web/administration/pages.h"
#include "web/administration/person_form.h"
#include "web/administration/sentences.h"
#include "web/errors.h"

namespace web::administration {

using markup::Html;
using markup::Url;

namespace {

struct RegistrationForm {
    PersonForm person{};
    markup::FieldState means{};
};

http::Response show(Context const& context, RegistrationForm const& form) {
    auto const& words = said(context);
    markup::Mistakes mistakes;
    form.person.note(mistakes);
    mistakes.note("middel", form.means);
    auto const fields =
        person_fields(context, form.person) +
        markup::checkbox(form_words(context),
                         {.question = {.id = "middel", .label = std::string{words.means}},
                          .state = {.error = form.means.error},
                          .chosen = form.means.value == "ja"}) +
        markup::actions(
            markup::button({.label = std::string{words.register_button}, .icon = "user-plus"}) +
            cancel_link(context, Url::path("/beheer/gebruikers")));
    auto main = markup::heading(markup::Level::one, words.registration) +
                markup::lead(words.register_lead) +
                markup::paragraph(shared_words(context).all_required) +
                markup::form({.to = Url::path("/beheer/gebruikers/registreren"),
                              .hidden = {form_token(context)},
                              .body = fields});
    return room_page(context,
                     {.title = std::string{words.registration},
                      .main = std::move(main),
                      .place = Place::registration,
                      .trail = {{std::string{words.users}, Url::path("/beheer/gebruikers")}},
                      .mistakes = mistakes.all()});
}

} // namespace

http::Response registration(Context& context) {
    return show(context, {.person = {.language = {.value = "nl"}}});
}

http::Response registration_sent(Context& context) {
    if (!has_only(context, {"naam", "email", "telefoon", "functie", "taal", "middel"}))
        return bad_request(context);
    auto const& words = said(context);
    RegistrationForm form{.person = read_person(context),
                          .means = {.value = context.field("middel")}};
    if (form.means.value != "ja")
        form.means.error = words.means_missing;
    if (!form.person.in_order() || !form.means.error.empty())
        return show(context, form);
    auto const made =
        portal::administration::register_user(context.desk(), context.visitor.actor(),
                                              {.person = form.person.person(), .has_means = true});
    if (made)
        return http::see_other(*http::Location::own(
            Url::path("/beheer/gebruikers/{}", *made).with("gelukt", "geregistreerd").text()));
    if (made.error() != portal::administration::Refusal::address_taken)
        return forbidden(context);
    form.person.mail.error = words.mail_taken;
    return show(context, form);
}

} // namespace web::administration
