#include "web/administration/letter.h"

#include "markup/form.h"
#include "web/administration/pages.h"
#include "web/administration/person_form.h"
#include "web/administration/user.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace web::administration {

using markup::Html;
using markup::Url;

portal::administration::LetterMaking letter_places(Context const& context) {
    auto const& home = context.site.settings.public_url;
    return {.sign_in_address = home + '/', .revocation_address = home + "/koppeling-intrekken"};
}

http::Response printed(Context const& context, portal::Letter const& letter) {
    http::Response response;
    response.content_type = "application/pdf";
    response.headers.emplace_back("Content-Disposition",
                                  "inline; filename=\"brief-" + letter.serial + ".pdf\"");
    response.body = context.site.letter_press.print(letter);
    return response;
}

namespace {

/// Instead of the button: what cannot be printed, before there is a letter (P2.14).
http::Response show_unprintable(Context const& context, portal::Account const& account,
                                std::vector<std::string> const& characters) {
    auto const& words = said(context);
    auto const why =
        fmt::format(fmt::runtime(words.letter_unprintable), fmt::join(characters, ", "));
    return page_about(
        context, account,
        {.title = fmt::format(fmt::runtime(words.letter_title), account.person.name),
         .main = markup::alert({.tone = markup::Tone::error,
                                .heading = std::string{words.letter_unprintable_heading},
                                .body = markup::paragraph(why)}) +
                 cancel_link(context, user_page(account.id))});
}

} // namespace

http::Response letter(Context& context) {
    return for_user(context, Action::make_letter, [&](UserFile const& file) {
        auto const& words = said(context);
        auto const& account = file.account;
        auto const& standing = *context.visitor.standing;
        portal::Letter wanted;
        wanted.name = account.person.name;
        wanted.organisation = standing.organisation.name;
        wanted.administrator = standing.account.person.name;
        auto const missing = portal::unprintable(context.site.letter_press, wanted);
        if (!missing.empty())
            return show_unprintable(context, account, missing);
        auto const again = markup::when(account.letter_made_at.has_value(), [&] {
            return markup::alert({.tone = markup::Tone::warning,
                                  .heading = std::string{words.letter_again_heading},
                                  .body = markup::paragraph(words.letter_again)});
        });
        auto const button = markup::form(
            {.to = Url::path("/beheer/gebruikers/{}/brief", account.id),
             .hidden = {form_token(context), ticket(context)},
             .body = markup::actions(
                 markup::button({.label = std::string{words.letter_button}, .icon = "printer"}) +
                 cancel_link(context, user_page(account.id)))});
        return page_about(
            context, account,
            {.title = fmt::format(fmt::runtime(words.letter_title), account.person.name),
             .main = markup::paragraph(words.letter_text) + again +
                     markup::paragraph(words.letter_opens) + button});
    });
}

http::Response letter_made(Context& context) {
    auto const id = portal::AccountId::parse(context.parts.front());
    if (!id || !has_only(context, {}))
        return id ? bad_request(context) : not_found(context);
    auto const made =
        portal::administration::make_letter(context.desk(), context.visitor.claim(), *id,
                                            context.site.letter_press, letter_places(context));
    if (!made && made.error().why == Refusal::unprintable)
        return for_user(context, Action::make_letter, [&](UserFile const& file) {
            auto response = show_unprintable(context, file.account, made.error().unprintable);
            response.status = 422;
            return response;
        });
    if (!made)
        return done(context, std::unexpected(made.error().why), {});
    return printed(context, *made);
}

namespace {

http::Response show_hand_over(Context const& context, portal::Account const& account,
                              markup::FieldState const& date) {
    auto const& words = said(context);
    auto const field = markup::text_field(form_words(context),
                                          {.question = {.id = "datum",
                                                        .label = std::string{words.hand_over_date},
                                                        .hint = std::string{words.date_hint}},
                                           .state = date,
                                           .autocomplete = "off",
                                           .inputmode = "numeric",
                                           .width = markup::Width::small});
    auto const form = markup::form(
        {.to = Url::path("/beheer/gebruikers/{}/uitreiken", account.id),
         .hidden = {form_token(context)},
         .body = field +
                 markup::actions(markup::button({.label = std::string{words.hand_over_button}}) +
                                 cancel_link(context, user_page(account.id)))});
    markup::Mistakes mistakes;
    mistakes.note("datum", date);
    return page_about(
        context, account,
        {.title = fmt::format(fmt::runtime(words.hand_over_title), account.person.name),
         .main = markup::paragraph(words.hand_over_text) + form,
         .mistakes = mistakes.all()});
}

} // namespace

http::Response hand_over(Context& context) {
    return for_user(context, Action::record_hand_over, [&](UserFile const& file) {
        if (!file.account.letter_made_at)
            return show_user(context, file, sentence(Refusal::no_letter_yet, context.language));
        auto const today = foundation::in_amsterdam(context.now).date;
        return show_hand_over(context, file.account, {.value = foundation::dutch_date(today)});
    });
}

http::Response hand_over_sent(Context& context) {
    return for_user(context, Action::record_hand_over, [&](UserFile const& file) {
        if (!has_only(context, {"datum"}))
            return bad_request(context);
        markup::FieldState date{.value = context.field("datum")};
        auto const day = foundation::parse_dutch_date(date.value);
        if (!day) {
            date.error = said(context).date_wrong;
            return show_hand_over(context, file.account, date);
        }
        auto const noted = portal::administration::record_hand_over(
            context.desk(), context.visitor.claim(), file.account.id, *day);
        if (noted)
            return to_user(file.account.id, "uitgereikt");
        if (noted.error() != Refusal::date_in_future &&
            noted.error() != Refusal::date_before_letter)
            return done(context, noted, {});
        date.error = sentence(noted.error(), context.language);
        return show_hand_over(context, file.account, date);
    });
}

} // namespace web::administration
