#include "markup/choice.h"
#include "markup/form.h"
#include "web/administration/mails.h"
#include "web/administration/pages.h"
#include "web/administration/person_form.h"
#include "web/administration/user.h"
#include "web/mail_fates.h"

#include <array>
#include <fmt/format.h>

namespace web::administration {

using markup::Html;
using markup::Url;
using portal::UnlinkReason;

namespace {

/// An act that is only a button: the id from the path, nothing else in the form.
template<class Act>
http::Response act_on_user(Context& context, std::string_view code, Act act) {
    auto const id = portal::AccountId::parse(context.parts.front());
    if (!id)
        return not_found(context);
    if (!has_only(context, {}))
        return bad_request(context);
    return done(context, act(context.desk(), context.visitor.claim(), *id), code);
}

} // namespace

http::Response code_sent(Context& context) {
    auto const id = portal::AccountId::parse(context.parts.front());
    if (!id)
        return not_found(context);
    auto const resend = resend_asked(context);
    if (!resend)
        return bad_request(context);
    auto const until =
        portal::administration::send_code(context.desk(), context.visitor.claim(), *id, *resend);
    if (until)
        return to_user(*id, "code");
    if (until.error() != Refusal::code_still_valid)
        return done(context, std::unexpected(until.error()), "code");
    auto const file = user_in_path(context);
    if (!file)
        return not_found(context);
    return page_about(
        context, file->account,
        {.title = code_again_title(context, file->account),
         .main = code_again(context, code_until(context, file->account),
                            {.to = Url::path("/beheer/gebruikers/{}/code", file->account.id),
                             .cancel = cancel_link(context, user_page(file->account.id))})});
}

http::Response block_lifted(Context& context) {
    return act_on_user(context, "opgeheven", portal::administration::lift_block);
}

namespace {

struct ReasonWord {
    std::string_view code;
    UnlinkReason reason;
    std::string_view label;
};

std::array<ReasonWord, 4> unlink_reasons(Context const& context) {
    auto const& words = said(context);
    return {{{"verloren", UnlinkReason::lost, words.reason_lost},
             {"gestolen", UnlinkReason::stolen, words.reason_stolen},
             {"defect", UnlinkReason::broken, words.reason_broken},
             {"anders", UnlinkReason::other, words.reason_other}}};
}

struct UnlinkForm {
    markup::FieldState reason{};
    markup::FieldState note{};
};

Html confirm_buttons(Context const& context, std::string_view label, markup::Icon icon,
                     portal::AccountId const& id) {
    return markup::actions(
        markup::button({.label = std::string{label}, .icon = icon, .negative = true}) +
        cancel_link(context, user_page(id)));
}

http::Response show_unlinking(Context const& context, portal::Account const& account,
                              UnlinkForm const& form) {
    auto const& words = said(context);
    auto const labels = form_words(context);
    markup::ChoiceGroup reasons{
        .question = {.id = "reden", .label = std::string{words.unlink_reason}},
        .state = form.reason,
        .choices = {}};
    for (auto const& [code, reason, label] : unlink_reasons(context))
        reasons.choices.push_back({.value = std::string{code},
                                   .label = std::string{label},
                                   .chosen = form.reason.value == code});
    auto const fields =
        markup::radio_group(labels, reasons) +
        markup::text_area(labels, {.question = {.id = "toelichting",
                                                .label = std::string{words.note},
                                                .hint = std::string{words.note_hint},
                                                .required = false},
                                   .state = form.note,
                                   .rows = 3}) +
        confirm_buttons(context, words.unlink_button, "link-off", account.id);
    markup::Mistakes mistakes;
    mistakes.note("reden", form.reason).note("toelichting", form.note);
    return page_about(
        context, account,
        {.title = fmt::format(fmt::runtime(words.unlink_title), account.person.name),
         .main = markup::paragraph(words.unlink_text) +
                 markup::form({.to = Url::path("/beheer/gebruikers/{}/ontkoppelen", account.id),
                               .hidden = {form_token(context), ticket(context)},
                               .body = fields}),
         .mistakes = mistakes.all()});
}

} // namespace

http::Response unlinking(Context& context) {
    return for_user(context, Action::unlink, [&](UserFile const& file) {
        if (!file.account.link && !file.account.code)
            return show_user(context, file, sentence(Refusal::not_linked, context.language));
        return show_unlinking(context, file.account, {});
    });
}

http::Response unlinking_sent(Context& context) {
    return for_user(context, Action::unlink, [&](UserFile const& file) {
        if (!has_only(context, {"reden", "toelichting"}))
            return bad_request(context);
        UnlinkForm form{.reason = {.value = context.field("reden")},
                        .note = read_text(context, "toelichting", false)};
        std::optional<UnlinkReason> reason;
        for (auto const& known : unlink_reasons(context))
            if (known.code == form.reason.value)
                reason = known.reason;
        if (!reason)
            form.reason.error = said(context).unlink_missing;
        if (!reason || !form.note.error.empty())
            return show_unlinking(context, file.account, form);
        return done(context,
                    portal::administration::unlink(context.desk(), context.visitor.claim(),
                                                   file.account.id, *reason, form.note.value),
                    "ontkoppeld");
    });
}

namespace {

http::Response show_ending(Context const& context, portal::Account const& account,
                           markup::FieldState const& reason) {
    auto const& words = said(context);
    auto const fields =
        markup::text_field(form_words(context), {.question = {.id = "reden",
                                                              .label = std::string{words.reason},
                                                              .hint = std::string{words.end_hint}},
                                                 .state = reason,
                                                 .autocomplete = "off"}) +
        confirm_buttons(context, words.end_button, "x", account.id);
    markup::Mistakes mistakes;
    mistakes.note("reden", reason);
    return page_about(
        context, account,
        {.title = fmt::format(fmt::runtime(words.end_title), account.person.name),
         .main = markup::alert(
                     {.tone = markup::Tone::warning, .body = markup::paragraph(words.end_text)}) +
                 markup::form({.to = Url::path("/beheer/gebruikers/{}/beeindigen", account.id),
                               .hidden = {form_token(context), ticket(context)},
                               .body = fields}),
         .mistakes = mistakes.all()});
}

} // namespace

http::Response ending(Context& context) {
    return for_user(context, Action::end_account,
                    [&](UserFile const& file) { return show_ending(context, file.account, {}); });
}

http::Response ending_sent(Context& context) {
    // The second of two clicks finds an account with which nothing can be done any more.
    auto const id = portal::AccountId::parse(context.parts.front());
    if (id && portal::administration::done_before(context.desk(), context.visitor.claim(),
                                                  Action::end_account, *id))
        return to_user(*id, "beeindigd");
    return for_user(context, Action::end_account, [&](UserFile const& file) {
        if (!has_only(context, {"reden"}))
            return bad_request(context);
        auto const reason = read_text(context, "reden", true);
        if (!reason.error.empty())
            return show_ending(context, file.account, reason);
        return done(context,
                    portal::administration::end_account(context.desk(), context.visitor.claim(),
                                                        file.account.id, reason.value),
                    "beeindigd");
    });
}

} // namespace web::administration
