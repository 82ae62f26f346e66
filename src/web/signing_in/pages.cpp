#include "markup/choice.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "portal/signing_in/sign_in.h"
#include "web/errors.h"
#include "web/frame.h"
#include "web/signing_in/asking.h"
#include "web/signing_in/door.h"
#include "web/signing_in/leaving.h"
#include "web/signing_in/signing_in.h"
#include "web/signing_in/staff_door.h"
#include "web/signing_in/words.h"
#include "web/visitor.h"

#include <array>
#include <fmt/format.h>

namespace web::signing_in {

using markup::Url;

http::Response leave(Context& context) {
    if (context.visitor.session)
        portal::signing_in::sign_out(context.site.archive, context.visitor.claim(), context.now);
    auto response = http::see_other(*http::Location::own("/uitgelogd"));
    response.headers.push_back(http::header_of(no_session_cookie()));
    response.headers.emplace_back("Clear-Site-Data", R"("cache", "storage")");
    return response;
}

namespace {

markup::Choice choice_of(Context const& context, portal::signing_in::Candidate const& candidate) {
    auto const& said = words(context.language);
    auto const& name = candidate.organisation.name;
    bool const current = candidate.account.id == context.visitor.session->account;
    return {.value = candidate.account.id.text(),
            .label = current ? fmt::format(fmt::runtime(said.current_account), name) : name,
            .explanation = candidate.account.person.name};
}

http::Response show_choice(Context const& context, std::string const& error) {
    auto const& said = words(context.language);
    std::vector<markup::Choice> choices;
    for (auto const& candidate :
         portal::signing_in::choices(context.site.archive, context.site.policy,
                                     context.visitor.session->identity, context.now))
        choices.push_back(choice_of(context, candidate));
    auto const question = markup::radio_group(
        form_words(context),
        {.question = {.id = "account", .label = std::string{said.choose_legend}},
         .state = {.error = error},
         .choices = std::move(choices),
         .boxed = true});
    auto const body =
        question + markup::actions(markup::button({.label = std::string{said.choose_button}}));
    auto summary = error.empty() ? markup::Html{}
                                 : markup::error_summary(shared_words(context).summary_heading,
                                                         {{"account", error}});
    bool const switching = context.visitor.has_account();
    auto const heading = switching ? said.switching : said.choose;
    auto main =
        markup::stack(summary + markup::heading(markup::Level::one, heading) +
                          markup::paragraph(switching ? said.switching_text : said.choose_text) +
                          markup::form({.to = Url::path("/account-kiezen"),
                                        .hidden = {form_token(context)},
                                        .body = body}),
                      markup::Spacing::large);
    return page(context,
                {.title = std::string{heading},
                 .main = markup::narrow(main),
                 .has_mistakes = !error.empty()},
                error.empty() ? 200 : 422);
}

/// Staff by their own door are one account: there is nothing to choose.
bool may_choose(Context const& context) {
    return context.visitor.session->door == portal::Door::eherkenning;
}

http::Response choose(Context& context) {
    return may_choose(context) ? show_choice(context, {}) : not_found(context);
}

/// Where the second of two clicks goes: the first has put a new session in its place, and the
/// browser has that by now. Whoever has none is told there.
http::Response chosen_already() { return http::see_other(*http::Location::own("/overzicht")); }

http::Response chosen(Context& context) {
    if (!context.visitor.signed_in())
        return chosen_already();
    if (!may_choose(context))
        return not_found(context);
    auto const id = portal::AccountId::parse(context.field("account"));
    if (!id)
        return show_choice(context, std::string{words(context.language).choose_missing});
    auto const visitor = portal::signing_in::choose_account(
        context.site.archive, context.site.vault, context.site.policy, context.visitor.claim(), *id,
        context.now);
    if (!visitor)
        return portal::still_live(context.desk(), context.visitor.claim()) ? not_found(context)
                                                                           : chosen_already();
    auto const own = http::Location::own(visitor->session.return_path);
    auto response = http::see_other(own.value_or(*http::Location::own("/overzicht")));
    response.headers.push_back(http::header_of(session_cookie_of(visitor->token)));
    return response;
}

/// The touch itself has been done by recognising the visitor.
http::Response keep_session(Context& context) {
    if (context.request.header("sec-fetch-mode") == "cors") {
        http::Response done;
        done.status = 204;
        done.content_type.clear();
        return done;
    }
    return http::see_other(*http::Location::own("/overzicht"));
}

using http::Method;

constexpr std::array<Route, 12> table{{
    {Method::get, "/saml/login", Who::anyone, depart},
    {Method::get, "/saml/acs", Who::anyone, come_back},
    {.method = Method::post,
     .path = "/saml/acs",
     .who = Who::anyone,
     .page = come_back_sent,
     .takes_token = false,
     .message = "SAMLResponse"},
    {Method::get, "/saml/wachten", Who::anyone, wait},
    {Method::get, "/saml/metadata", Who::anyone, metadata},
    {Method::get, "/dienst/inloggen", Who::anyone, depart_as_staff},
    {.method = Method::post,
     .path = "/saml/dienst/acs",
     .who = Who::anyone,
     .page = come_back_as_staff,
     .takes_token = false,
     .message = "SAMLResponse"},
    {Method::get, "/saml/dienst/metadata", Who::anyone, staff_metadata},
    {Method::post, "/uitloggen", Who::anyone, leave},
    {Method::get, "/account-kiezen", Who::signed_in, choose},
    {Method::post, "/account-kiezen", Who::anyone, chosen},
    {Method::post, "/sessie/verlengen", Who::signed_in, keep_session},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::signing_in
