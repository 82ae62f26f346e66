#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/administration/appointments.h"
#include "web/administration/frame.h"
#include "web/administration/sentences.h"
#include "web/agency/appointment_form.h"
#include "web/agency/appointment_page.h"
#include "web/agency/difference_words.h"
#include "web/agency/pages.h"
#include "web/agency/signed_form_words.h"
#include "web/errors.h"

#include <fmt/format.h>

namespace web::agency {

using administration::sentence;
using markup::Html;
using markup::Url;
using portal::administration::Action;
using portal::administration::NotAppointed;
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

/// P8.11: what keeps everybody from approving; who decides may still decline.
std::string in_the_way(Context const& context, AppointmentFile const& file) {
    std::string why;
    if (file.of_staff_themselves)
        why = sentence(Refusal::own_appointment, context.language);
    for (auto const& held : file.known.elsewhere)
        why += (why.empty() ? "" : " ") + value_elsewhere(context, held);
    return why;
}

/// What changes for an organisation that is there already, or that there is none yet.
Html standing_of_organisation(Context const& context, AppointmentFile const& file) {
    auto const& words = said(context);
    auto const& about = difference_words(context.language);
    auto const& known = file.known.organisation;
    if (!known)
        return markup::alert({.tone = markup::Tone::info,
                              .heading = std::string{about.new_heading},
                              .body = markup::paragraph(fmt::format(fmt::runtime(about.new_text),
                                                                    file.appointment.kvk.text()))});
    auto const renamed = markup::when(known->name != file.appointment.organisation_name, [&] {
        return markup::paragraph(fmt::format(fmt::runtime(about.name_stays), known->name));
    });
    return markup::alert(
        {.tone = markup::Tone::info,
         .heading = std::string{words.known_heading},
         .body = markup::paragraph(fmt::format(fmt::runtime(words.known_text), known->name)) +
                 renamed});
}

/// What is on the form, beside what is known while nobody has decided.
Html weighed(Context const& context, AppointmentFile const& file) {
    if (file.appointment.state != portal::AppointmentState::waiting)
        return appointment_data(context, file, nullptr);
    auto const found = portal::administration::differences(file.appointment, file.known);
    return standing_of_organisation(context, file) + appointment_data(context, file, &found) +
           known_people(context, file, found.people);
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
    auto const against = in_the_way(context, file);
    auto const approve = markup::when(has_form && against.empty(), [&] {
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

std::string why_not(Context const& context, AppointmentFile const& file,
                    NotAppointed const& refused) {
    if (auto const permission = may_decide(context, file);
        refused.why == Refusal::not_allowed && permission != Permission::allowed)
        return std::string{sentence(permission, context.language)};
    if (refused.why == Refusal::address_taken)
        return std::string{said(context).address_taken};
    if (refused.values.empty())
        return std::string{sentence(refused.why, context.language)};
    std::string all;
    for (auto const& held : refused.values)
        all += (all.empty() ? "" : " ") + value_elsewhere(context, held);
    return all;
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
    auto const against = waiting ? in_the_way(context, file) : std::string{};
    auto const stopped = markup::when(!against.empty() && reply.refused.empty(), [&] {
        return markup::alert(
            {.tone = markup::Tone::warning,
             .heading = std::string{difference_words(context.language).cannot_approve},
             .body = markup::paragraph(against)});
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
    auto main = markup::heading(markup::Level::one, title) + what_was_done(context) + why +
                stopped + weighed(context, file) + on +
                signed_form_section(context, file, reply.scan) +
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
    auto form = read_appointment(context);
    if (!form)
        return bad_request(context);
    if (!form->mistakes().all().empty())
        return show_form(context, *form);
    auto const entered = portal::administration::enter_appointment(
        context.desk(), context.visitor.claim(),
        appointment_of(*form, context.visitor.standing->account.id));
    if (entered)
        return to_appointment(*entered, "ingevoerd");
    return point_out(context, *form, entered.error()) ? show_form(context, *form)
                                                      : forbidden(context);
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
        return show_appointment(context, *file,
                                {.refused = why_not(context, *file, {.why = done.error()})});
    return to_appointment(file->appointment.id, "afgewezen");
}

} // namespace web::agency
