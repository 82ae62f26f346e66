#include "markup/data_list.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/administration/appointments.h"
#include "web/administration/frame.h"
#include "web/administration/sentences.h"
#include "web/agency/appointment_form.h"
#include "web/agency/appointment_page.h"
#include "web/agency/pages.h"
#include "web/agency/signed_form_words.h"
#include "web/errors.h"
#include "web/shown_address.h"

#include <fmt/format.h>

namespace web::agency {

using administration::sentence;
using markup::Html;
using markup::Url;
using portal::administration::Action;
using portal::administration::Permission;
using portal::administration::Refusal;

namespace {

std::vector<markup::Crumb> trail(Context const& context) {
    return {{std::string{said(context).appointments}, Url::path("/dienst/aanmeldingen")}};
}

Html blank_form_link(Context const& context) {
    return markup::icon_links(
        {{.icon = "file-download",
          .label = std::string{signed_form_words(context.language).download_blank},
          .to = Url::path("/formulier-beheerder.pdf")}});
}

http::Response show_form(Context const& context, AppointmentForm const& form) {
    auto const& words = said(context);
    auto const buttons =
        markup::actions(markup::button({.label = std::string{words.submit}, .icon = "send"}) +
                        administration::cancel_link(context, Url::path("/dienst")));
    auto main = markup::heading(markup::Level::one, words.enter) + markup::lead(words.form_lead) +
                blank_form_link(context) + markup::paragraph(shared_words(context).all_required) +
                markup::form({.to = Url::path("/dienst/aanmeldingen/nieuw"),
                              .hidden = {form_token(context), ticket(context)},
                              .body = appointment_fields(context, form) + buttons});
    return room_page(context, {.title = std::string{words.enter},
                               .main = std::move(main),
                               .place = Place::appointments,
                               .trail = trail(context),
                               .mistakes = form.mistakes().all()});
}

Permission may_decide(Context const& context, AppointmentFile const& file) {
    auto const& standing = *context.visitor.standing;
    return portal::administration::may(
        standing, Action::decide_appointment,
        {.organisation = standing.organisation.id,
         .entered_by = file.appointment.entered_by,
         .attached_by = file.form ? std::optional{file.form->attached_by} : std::nullopt},
        context.site.catalogue, context.now);
}

Html data(Context const& context, AppointmentFile const& file) {
    auto const& words = said(context);
    auto const& person_words = administration::words(context.language);
    auto const& one = file.appointment;
    auto const row = [](std::string_view key, std::string const& value) {
        return markup::Datum{.key = std::string{key}, .value = markup::text(value)};
    };
    bool const dutch = one.person.language == portal::Language::dutch;
    std::vector<markup::Datum> rows{
        row(words.organisation, one.organisation_name),
        row(words.kvk, one.kvk.text()),
        row(words.rsin, one.rsin.value_or(std::string{words.not_there})),
        row(words.sectors, sectors_in_words(context, one.sectors)),
        {.key = std::string{words.attributes},
         .value = attributes_in_words(context, one.attributes)},
        row(words.signatory, one.signatory),
        row(words.column_person, one.person.name),
        row(words.column_mail, shown_address(one.person.email)),
        row(person_words.phone, one.person.phone),
        row(person_words.function, one.person.function),
        row(person_words.language, std::string{dutch ? person_words.dutch : person_words.english}),
        row(words.role, roles_in_words(context, one.administrator_roles)),
        row(words.entered_by, file.entered_by),
        row(words.entered_at, moment(context, one.entered_at))};
    if (file.decided_by)
        rows.push_back(row(words.decided_by, *file.decided_by));
    if (!one.reason.empty())
        rows.push_back(row(words.reason, one.reason));
    return markup::data_list(rows);
}

/// Approve and decline, or why this visitor may not (four eyes).
Html decision(Context const& context, AppointmentFile const& file,
              markup::FieldState const& reason) {
    auto const& words = said(context);
    auto const& id = file.appointment.id;
    if (file.appointment.state != portal::AppointmentState::waiting)
        return {};
    auto const permission = may_decide(context, file);
    if (permission == Permission::not_staff_for_this)
        return markup::alert(markup::Tone::info, words.others_decide);
    if (permission != Permission::allowed)
        return markup::alert(markup::Tone::info, sentence(permission, context.language));
    bool const has_form = file.form && file.form->is_kept();
    auto const approve = markup::when(has_form, [&] {
        return markup::paragraph(words.approve_text) +
               markup::post_button(
                   {.to = Url::path("/dienst/aanmeldingen/{}/goedkeuren", id),
                    .button = {.label = std::string{words.approve}, .icon = "check"},
                    .hidden = {form_token(context), ticket(context)}}) +
               markup::rule();
    });
    auto const decline = markup::form(
        {.to = Url::path("/dienst/aanmeldingen/{}/afwijzen", id),
         .hidden = {form_token(context), ticket(context)},
         .body = markup::text_field(form_words(context),
                                    {.question = {.id = "reden",
                                                  .label = std::string{words.decline_reason},
                                                  .hint = std::string{words.decline_hint}},
                                     .state = reason,
                                     .autocomplete = "off"}) +
                 markup::actions(markup::button({.label = std::string{words.decline},
                                                 .weight = markup::Weight::secondary,
                                                 .icon = "x",
                                                 .negative = true}))});
    return markup::section({.id = "beoordelen",
                            .heading = std::string{words.decide},
                            .body = approve + markup::paragraph(words.decline_text) + decline});
}

std::string_view why_not(Context const& context, AppointmentFile const& file, Refusal refusal) {
    if (auto const permission = may_decide(context, file);
        refusal == Refusal::not_allowed && permission != Permission::allowed)
        return sentence(permission, context.language);
    return refusal == Refusal::address_taken ? said(context).address_taken
                                             : sentence(refusal, context.language);
}

} // namespace

std::optional<AppointmentFile> appointment_in_path(Context const& context) {
    auto const id = portal::AppointmentId::parse(context.parts.front());
    if (!id)
        return std::nullopt;
    auto file =
        portal::administration::appointment_file(context.desk(), context.visitor.claim(), *id);
    return file ? std::optional{std::move(*file)} : std::nullopt;
}

http::Response show_appointment(Context const& context, AppointmentFile const& file,
                                AppointmentReply const& reply) {
    auto const& words = said(context);
    auto const title =
        fmt::format(fmt::runtime(words.appointment_of), file.appointment.person.name);
    bool const waiting = file.appointment.state == portal::AppointmentState::waiting;
    auto const known = markup::when(waiting && file.known.has_value(), [&] {
        return markup::alert({.tone = markup::Tone::info,
                              .heading = std::string{words.known_heading},
                              .body = markup::paragraph(
                                  fmt::format(fmt::runtime(words.known_text), file.known->name))});
    });
    auto const on = markup::when(file.appointment.organisation.has_value(), [&] {
        return markup::html("<p>{}</p>", markup::link(words.to_organisation,
                                                      Url::path("/dienst/organisaties/{}",
                                                                *file.appointment.organisation)));
    });
    auto const why = markup::when(
        !reply.refused.empty(), [&] { return markup::alert(markup::Tone::error, reply.refused); });
    markup::Mistakes mistakes;
    mistakes.note("formulier", reply.scan).note("reden", reply.reason);
    auto main = markup::heading(markup::Level::one, title) + what_was_done(context) + why + known +
                data(context, file) + on + signed_form_section(context, file, reply.scan) +
                decision(context, file, reply.reason);
    return room_page(context,
                     {.title = title,
                      .main = std::move(main),
                      .place = Place::appointments,
                      .trail = trail(context),
                      .mistakes = mistakes.all()},
                     reply.refused.empty() ? 200 : 422);
}

http::Response to_appointment(portal::AppointmentId const& id, std::string_view done) {
    return http::see_other(
        *http::Location::own(Url::path("/dienst/aanmeldingen/{}", id).with("gelukt", done).text()));
}

http::Response new_appointment(Context& context) {
    if (!allowed(context, Action::enter_appointment))
        return forbidden(context);
    return show_form(context, blank_appointment(context));
}

http::Response new_appointment_sent(Context& context) {
    if (!allowed(context, Action::enter_appointment))
        return forbidden(context);
    auto const form = read_appointment(context);
    if (!form)
        return bad_request(context);
    if (!form->mistakes().all().empty())
        return show_form(context, *form);
    auto const entered = portal::administration::enter_appointment(
        context.desk(), context.visitor.claim(),
        appointment_of(*form, context.visitor.standing->account.id));
    return entered ? to_appointment(*entered, "ingevoerd") : forbidden(context);
}

http::Response appointment(Context& context) {
    auto const file = appointment_in_path(context);
    return file ? show_appointment(context, *file) : not_found(context);
}

http::Response approved(Context& context) {
    auto const file = appointment_in_path(context);
    if (!file)
        return not_found(context);
    if (!administration::has_only(context, {}))
        return bad_request(context);
    auto const account = portal::administration::approve_appointment(
        context.desk(), context.visitor.claim(), file->appointment.id);
    if (!account)
        return show_appointment(context, *file,
                                {.refused = why_not(context, *file, account.error())});
    return to_appointment(file->appointment.id, "goedgekeurd");
}

http::Response declined(Context& context) {
    auto const file = appointment_in_path(context);
    if (!file)
        return not_found(context);
    if (!administration::has_only(context, {"reden"}))
        return bad_request(context);
    auto const reason = administration::read_text(context, "reden", true);
    if (!reason.error.empty() && may_decide(context, *file) == Permission::allowed)
        return show_appointment(context, *file, {.reason = reason});
    auto const done = portal::administration::decline_appointment(
        context.desk(), context.visitor.claim(), file->appointment.id, reason.value);
    if (!done)
        return show_appointment(context, *file, {.refused = why_not(context, *file, done.error())});
    return to_appointment(file->appointment.id, "afgewezen");
}

} // namespace web::agency
