#include "markup/files.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/administration/signed_forms.h"
#include "web/administration/frame.h"
#include "web/administration/sentences.h"
#include "web/agency/appointment_page.h"
#include "web/agency/pages.h"
#include "web/agency/signed_form_words.h"
#include "web/errors.h"

#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using markup::Url;
using portal::ScanFlaw;
using portal::administration::Action;
using portal::administration::Refusal;

namespace {

SignedFormWords const& form_said(Context const& context) {
    return signed_form_words(context.language);
}

Url form_path(portal::AppointmentId const& id) {
    return Url::path("/dienst/aanmeldingen/{}/formulier", id);
}

std::string_view sentence_for(ScanFlaw flaw, SignedFormWords const& words) {
    switch (flaw) {
    case ScanFlaw::empty:
        return words.empty;
    case ScanFlaw::too_large:
        return words.too_large;
    case ScanFlaw::other_kind:
        return words.other_kind;
    case ScanFlaw::cut_off:
        return words.cut_off;
    }
    return {};
}

Html attached(Context const& context, AppointmentFile const& file) {
    auto const& words = form_said(context);
    auto const& form = *file.form;
    if (!form.is_kept())
        return markup::paragraph(
            fmt::format(fmt::runtime(words.erased),
                        long_date(context, foundation::in_amsterdam(*form.erased_at).date)));
    auto const kind = foundation::upper_ascii(file_ending(form.kind));
    auto const about = fmt::format(fmt::runtime(words.about), (form.size + 999) / 1000,
                                   file.form_attached_by, moment(context, form.attached_at));
    markup::FileRow row{.name = fmt::format(fmt::runtime(words.attached), kind),
                        .about = markup::text(about)};
    if (allowed(context, Action::open_signed_form))
        row.to = form_path(form.appointment);
    bool const waiting = file.appointment.state == portal::AppointmentState::waiting;
    return markup::files({row}) +
           markup::when(waiting && allowed(context, Action::decide_appointment),
                        [&] { return markup::paragraph(words.compare); });
}

Html field_to_attach(Context const& context, AppointmentFile const& file,
                     markup::FieldState const& scan) {
    auto const& words = form_said(context);
    auto const field =
        markup::file_field(form_words(context), {.question = {.id = "formulier",
                                                              .label = std::string{words.field},
                                                              .hint = std::string{words.hint},
                                                              .help = std::string{words.help}},
                                                 .state = scan,
                                                 .accept = ".pdf,.jpg,.jpeg,.png"});
    auto const button = markup::actions(
        markup::button({.label = std::string{words.button}, .icon = "file-upload"}));
    return markup::paragraph(words.attach_text) +
           markup::form({.to = form_path(file.appointment.id),
                         .hidden = {form_token(context)},
                         .body = field + button,
                         .sends_file = true});
}

http::Response refused_file(Context const& context, AppointmentFile const& file,
                            std::string_view why) {
    if (file.form) // and so there is no field to say it at
        return show_appointment(context, file,
                                {.refused = std::string{administration::sentence(
                                     Refusal::form_there_already, context.language)}});
    return show_appointment(context, file, {.scan = {.error = std::string{why}}});
}

} // namespace

Html signed_form_section(Context const& context, AppointmentFile const& file,
                         markup::FieldState const& scan) {
    bool const waiting = file.appointment.state == portal::AppointmentState::waiting;
    Html body;
    if (file.form)
        body = attached(context, file);
    else if (waiting && allowed(context, Action::attach_signed_form) && !file.of_staff_themselves)
        body = field_to_attach(context, file, scan);
    else if (waiting)
        body = markup::alert(markup::Tone::info,
                             administration::sentence(Refusal::no_signed_form, context.language));
    else
        return {};
    return markup::section(
        {.id = "scan", .heading = std::string{form_said(context).heading}, .body = body});
}

/// Always a download: what somebody sent us never becomes a page of ours.
http::Response signed_form(Context& context) {
    auto const id = portal::AppointmentId::parse(context.parts.front());
    if (!id)
        return not_found(context);
    auto const scan =
        portal::administration::open_signed_form(context.desk(), context.visitor.claim(), *id);
    if (!scan)
        return scan.error() == Refusal::not_allowed ? forbidden(context) : not_found(context);
    return {
        .status = 200,
        .content_type = std::string{media_type(scan->kind())},
        .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"formulier-{}.{}\"",
                                                        id->text(), file_ending(scan->kind()))},
                    {"Content-Security-Policy",
                     "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; "
                     "frame-ancestors 'none'"}},
        .body = scan->bytes(),
        .embedded = {}};
}

std::optional<http::Response> signed_form_unwanted(Context& context) {
    auto const file = appointment_in_path(context);
    if (!file)
        return not_found(context);
    if (!allowed(context, Action::attach_signed_form))
        return forbidden(context);
    bool const waiting = file->appointment.state == portal::AppointmentState::waiting;
    // Who attached it may have pressed twice: then the bytes are the same (decision 0169).
    bool const by_another =
        file->form && file->form->attached_by != context.visitor.standing->account.id;
    if (by_another || !waiting) {
        auto const why = waiting ? Refusal::form_there_already : Refusal::already_decided;
        return show_appointment(
            context, *file,
            {.refused = std::string{administration::sentence(why, context.language)}});
    }
    if (!context.too_large)
        return std::nullopt;
    auto page = refused_file(context, *file, form_said(context).too_large);
    page.status = 413;
    return page;
}

http::Response signed_form_sent(Context& context) {
    if (auto refused = signed_form_unwanted(context))
        return *std::move(refused);
    auto const file = appointment_in_path(context);
    if (!file)
        return not_found(context);
    auto const& words = form_said(context);
    if (!administration::has_only(context, {}))
        return bad_request(context);
    if (!context.file)
        return refused_file(context, *file, words.none_chosen);
    auto const scan = portal::Scan::parse(*context.file, context.site.policy.signed_form_bytes);
    if (!scan)
        return refused_file(context, *file, sentence_for(scan.error(), words));
    auto const kept = portal::administration::attach_signed_form(
        context.desk(), context.visitor.claim(), file->appointment.id, *scan);
    if (!kept)
        return show_appointment(
            context, *file,
            {.refused = std::string{administration::sentence(kept.error(), context.language)}});
    return to_appointment(file->appointment.id, "formulier");
}

} // namespace web::agency
