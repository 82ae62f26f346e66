#include "web/kept_form.h"

#include "foundation/fault.h"
#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/visitor.h"
#include "web/words/kept_form.h"

#include <fmt/format.h>

namespace web {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

constexpr auto mark_field = "invuller";

words::KeptForm const& said(Context const& context) { return words::kept_form(context.language); }

std::string mark_of(Context const& context, portal::AccountId const& account) {
    return context.site.vault.key.keyed_digest("fills-in", account.text());
}

http::Response kept_page(Context const& context, int status, words::KeptPage const& words,
                         Url const& way_on) {
    auto const main = markup::stack(
        markup::heading(markup::Level::one, words.heading) + markup::paragraph(words.explanation) +
        html("<p>{}</p>", markup::button_link({.label = std::string{words.button}}, way_on)));
    return page(context, {.title = std::string{words.heading}, .main = markup::narrow(main)},
                status);
}

} // namespace

std::vector<markup::Hidden> kept_form_fields(Context const& context) {
    foundation::ensure(context.visitor.has_account(), "a kept form belongs to an account");
    return {form_token(context),
            {mark_field, mark_of(context, context.visitor.standing->account.id)}};
}

bool filled_in_by(Context const& context, portal::AccountId const& account) {
    return foundation::equal_in_constant_time(context.form.one(mark_field).value_or(""),
                                              mark_of(context, account));
}

Html renewal_notice(Context const& context) {
    auto const& session = *context.visitor.session;
    auto const& policy = context.site.policy;
    if (!session.must_renew(policy, context.now))
        return {};
    auto const& words = said(context);
    auto const until = clock_time(context, session.latest_end(policy));
    return markup::alert({.tone = markup::Tone::warning,
                          .heading = fmt::format(fmt::runtime(words.until), until),
                          .body = markup::paragraph(words.until_text)});
}

Html renewal_button(Context const& context) {
    if (!context.visitor.session->must_renew(context.site.policy, context.now))
        return {};
    return markup::button({.label = std::string{said(context).keep_and_sign_in},
                           .weight = markup::Weight::secondary,
                           .name = "inloggen",
                           .value = "ja"});
}

Url renewal(portal::Session const& session, std::string_view back) {
    auto const door = sign_in_at(session.door);
    // The staff door always asks anew.
    return (session.door == portal::Door::agency ? door : door.with("opnieuw", "1"))
        .with("terug", back);
}

std::optional<http::Response> instead_of_going_on(Context& context, Url const& form) {
    if (context.form.one("inloggen"))
        return http::see_other(
            *http::Location::own(renewal(*context.visitor.session, form.text()).text()));
    if (!context.form.one("einde"))
        return std::nullopt;
    context.site.archive.change(
        [&](portal::Records& records) { records.end_session(context.visitor.session->digest); });
    auto response = http::see_other(
        *http::Location::own(Url::path("/sessie-verlopen").with("terug", form.text()).text()));
    response.headers.push_back(http::header_of(no_session_cookie()));
    return response;
}

http::Response kept_of_older_session(Context& context, Url const& form) {
    return kept_page(context, 409, said(context).older, form);
}

http::Response kept_of_ended_session(Context& context, Url const& form) {
    return kept_page(context, 401, said(context).ended,
                     sign_in_at(context.visitor.former->door).with("terug", form.text()));
}

} // namespace web
