#include "markup/alert.h"
#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "portal/forms/form.h"
#include "web/administration/frame.h"
#include "web/administration/pages.h"
#include "web/administration/person_form.h"
#include "web/administration/sentences.h"
#include "web/errors.h"
#include "web/kept_form.h"

#include <array>

namespace web::administration {

using markup::Html;
using markup::Url;

namespace {

struct RegistrationForm {
    PersonForm person{};
    markup::FieldState means{};
    bool was_kept = false;    ///< found back after signing in afresh (P3.5)
    std::string_view limit{}; ///< what was reached (P2.17): of nothing that was typed
};

/// What was typed is kept as a draft of the administrator's own. No task has a '/' in its code.
constexpr auto draft_name = "beheer/registreren";
constexpr std::array kept_fields{"naam", "email", "telefoon", "functie", "taal", "middel"};

Url form_page() { return Url::path("/beheer/gebruikers/registreren"); }

portal::AccountId const& administrator(Context const& context) {
    return context.visitor.standing->account.id;
}

RegistrationForm form_of(portal::forms::Draft const& draft) {
    auto const typed = [&](std::string const& name) -> markup::FieldState {
        auto const found = draft.values.find(name);
        return {.value = found == draft.values.end() ? std::string{} : found->second};
    };
    return {.person = {.name = typed("naam"),
                       .mail = typed("email"),
                       .phone = typed("telefoon"),
                       .function = typed("functie"),
                       .language = typed("taal")},
            .means = typed("middel"),
            .was_kept = true};
}

/// Says that it was found back, with a button for an empty form.
Html was_kept(Context const& context) {
    auto const& words = said(context);
    return markup::alert({.tone = markup::Tone::info,
                          .body = markup::paragraph(words.register_kept),
                          .announced = true}) +
           markup::post_button({.to = form_page(),
                                .button = {.label = std::string{words.register_afresh},
                                           .weight = markup::Weight::subtle,
                                           .name = "leeg",
                                           .value = "ja"},
                                .hidden = {form_token(context)}});
}

http::Response show(Context const& context, RegistrationForm const& form) {
    auto const& words = said(context);
    markup::Mistakes mistakes;
    form.person.note(mistakes);
    mistakes.note("middel", form.means);
    auto const fields =
        renewal_notice(context) + person_fields(context, form.person) +
        markup::checkbox(form_words(context),
                         {.question = {.id = "middel", .label = std::string{words.means}},
                          .state = {.error = form.means.error},
                          .chosen = form.means.value == "ja"}) +
        markup::actions(
            markup::button({.label = std::string{words.register_button}, .icon = "user-plus"}) +
            renewal_button(context) + cancel_link(context, Url::path("/beheer/gebruikers")));
    auto hidden = kept_form_fields(context);
    hidden.push_back(ticket(context));
    auto main = markup::heading(markup::Level::one, words.registration) +
                markup::when(!form.limit.empty(),
                             [&] { return markup::alert(markup::Tone::error, form.limit); }) +
                markup::when(form.was_kept, [&] { return was_kept(context); }) +
                markup::lead(words.register_lead) +
                markup::paragraph(shared_words(context).all_required) +
                markup::form(
                    {.to = form_page(), .hidden = std::move(hidden), .body = fields, .kept = true});
    return room_page(context,
                     {.title = std::string{words.registration},
                      .main = std::move(main),
                      .place = Place::registration,
                      .trail = {{std::string{words.users}, Url::path("/beheer/gebruikers")}},
                      .mistakes = mistakes.all(),
                      .keeps_form = true},
                     form.limit.empty() ? 200 : 422);
}

} // namespace

http::Response registration(Context& context) {
    auto const kept =
        portal::forms::kept_draft(context.site.archive, administrator(context), draft_name);
    return kept ? show(context, form_of(*kept))
                : show(context, {.person = {.language = {.value = "nl"}}});
}

markup::Url keep_registration(Context const& context, portal::AccountId const& account) {
    portal::forms::Typed typed{.values = {}, .begins = portal::forms::Begins::asked};
    for (auto const* field : kept_fields)
        typed.values[field] = context.field(field);
    // Begins one when there is none, so it is always kept.
    static_cast<void>(portal::forms::keep_typed(context.desk(), account, draft_name, typed));
    return form_page();
}

http::Response registration_sent(Context& context) {
    if (!has_only(context, {"naam", "email", "telefoon", "functie", "taal", "middel", "invuller",
                            "inloggen", "einde", "leeg"}))
        return bad_request(context);
    auto& archive = context.site.archive;
    if (context.form.one("leeg")) {
        portal::forms::forget_draft(archive, administrator(context), draft_name);
        return http::see_other(*http::Location::own(form_page().text()));
    }
    if (context.form.one("inloggen") || context.form.one("einde"))
        return *instead_of_going_on(context, keep_registration(context, administrator(context)));
    auto const& words = said(context);
    RegistrationForm form{.person = read_person(context),
                          .means = {.value = context.field("middel")}};
    if (form.means.value != "ja")
        form.means.error = words.means_missing;
    if (!form.person.in_order() || !form.means.error.empty())
        return show(context, form);
    auto const made =
        portal::administration::register_user(context.desk(), context.visitor.claim(),
                                              {.person = form.person.person(), .has_means = true});
    if (made) {
        portal::forms::forget_draft(archive, administrator(context), draft_name);
        return http::see_other(*http::Location::own(
            Url::path("/beheer/gebruikers/{}", *made).with("gelukt", "geregistreerd").text()));
    }
    using portal::administration::Refusal;
    if (made.error() == Refusal::address_taken)
        form.person.mail.error = words.mail_taken;
    else if (made.error() == Refusal::address_had_many)
        form.person.mail.error = sentence(made.error(), context.language);
    else if (made.error() == Refusal::too_many_registrations)
        form.limit = sentence(made.error(), context.language);
    else
        return forbidden(context);
    return show(context, form);
}

} // namespace web::administration
