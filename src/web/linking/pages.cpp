#include "portal/linking/link.h"
#include "web/linking/linking.h"
#include "web/linking/render.h"
#include "web/linking/words.h"
#include "web/signing_in/leaving.h"
#include "web/visitor.h"

#include <array>

namespace web::linking {

namespace {

using portal::linking::Step;

constexpr std::array paths{"/koppelen/voordat-u-begint", "/koppelen/disclaimer",
                           "/koppelen/gebruikersvoorwaarden", "/koppelen/koppelen"};

http::Response to(std::string_view path) { return http::see_other(*http::Location::own(path)); }

http::Response to(Step step) { return to(paths.at(static_cast<std::size_t>(step))); }

portal::Identity const& identity(Context const& context) {
    return context.visitor.session->identity;
}

portal::linking::Progress progress(Context const& context) {
    return portal::linking::progress(context.site.archive, context.site.policy, identity(context));
}

/// Every page of the process begins here: who has an account is through; who is not that far yet is
/// sent to where he is; who is blocked sees until when.
template<class Show>
http::Response at(Context& context, Step step, Show show) {
    if (context.visitor.has_account())
        return to("/koppelen/gelukt");
    auto const found = progress(context);
    if (found.step < step)
        return to(found.step);
    if (step == Step::combination && found.person.blocked(context.now))
        return show_blocked(context, *found.person.blocked_until);
    return show();
}

http::Response start(Context& context) {
    if (context.visitor.has_account())
        return to("/overzicht");
    return to(progress(context).step);
}

http::Response before(Context& context) {
    return at(context, Step::before_you_begin, [&] { return show_before(context, {}); });
}

http::Response before_sent(Context& context) {
    return at(context, Step::before_you_begin, [&] {
        if (context.form.one("annuleren"))
            return signing_in::leave(context);
        auto const situation = context.field("situatie");
        if (situation == "geen")
            return to("/koppelen/geen-code");
        if (situation != "beide")
            return show_before(context, std::string{words(context.language).situation_missing});
        portal::linking::confirm_having_both(context.site.archive, context.site.policy,
                                             identity(context));
        return to(progress(context).step);
    });
}

http::Response disclaimer(Context& context) {
    return at(context, Step::disclaimer, [&] { return show_disclaimer(context, {}); });
}

http::Response disclaimer_sent(Context& context) {
    return at(context, Step::disclaimer, [&] {
        if (context.field("akkoord") != "ja")
            return show_disclaimer(context, std::string{words(context.language).agree_missing});
        portal::linking::agree_to_disclaimer(context.site.archive, context.site.policy,
                                             identity(context), context.now);
        return to(progress(context).step);
    });
}

http::Response terms(Context& context) {
    return at(context, Step::terms, [&] { return show_terms(context, {}); });
}

http::Response terms_sent(Context& context) {
    return at(context, Step::terms, [&] {
        if (context.field("akkoord") != "ja")
            return show_terms(context, std::string{words(context.language).agree_missing});
        portal::linking::agree_to_terms(context.site.archive, context.site.policy,
                                        identity(context), context.now);
        return to(progress(context).step);
    });
}

http::Response combination(Context& context) {
    return at(context, Step::combination, [&] { return show_combination(context, {}); });
}

http::Response answered(Context& context, portal::linking::Verdict const& verdict,
                        std::string const& typed) {
    struct {
        Context& context;
        std::string const& typed;
        http::Response operator()(portal::linking::Linked const&) const {
            return to("/koppelen/gelukt");
        }
        http::Response operator()(portal::linking::WrongCombination const& wrong) const {
            return show_combination(context, {.username = {.value = typed},
                                              .wrong = true,
                                              .attempts_left = wrong.attempts_left});
        }
        http::Response operator()(portal::linking::Blocked const& blocked) const {
            return show_blocked(context, blocked.until);
        }
        http::Response operator()(portal::linking::CodeExpired const&) const {
            return show_expired(context);
        }
        http::Response operator()(portal::linking::IdentityInUse const&) const {
            return show_in_use(context);
        }
        http::Response operator()(portal::linking::StepSkipped const&) const {
            return to("/koppelen");
        }
        http::Response operator()(portal::linking::LevelTooLow const&) const {
            return show_level_too_low(context);
        }
    } answer{context, typed};
    return std::visit(answer, verdict);
}

/// What is wrong with the form is said at once, and is no attempt (P2.8).
http::Response mistyped(Context& context, std::string const& typed, bool username_reads,
                        std::string const& typed_code, bool code_reads) {
    auto const& said = words(context.language);
    auto const username_error = typed.empty() ? said.username_missing : said.username_typo;
    auto const code_error = typed_code.empty() ? said.code_missing : said.code_typo;
    return show_combination(
        context,
        {.username = {.value = typed, .error = std::string{username_reads ? "" : username_error}},
         .code = {.error = std::string{code_reads ? "" : code_error}}});
}

/// Whether the steps before were done is for the decision to say: the second click of a double
/// click comes when they are behind the visitor and gone, and must see the same success (P2.11).
http::Response combination_sent(Context& context) {
    if (context.visitor.has_account())
        return to("/koppelen/gelukt");
    auto const typed = context.field("gebruikersnaam");
    auto const typed_code = context.field("activatiecode");
    auto const username = portal::Username::parse(typed);
    auto const code = portal::Code::parse(typed_code);
    if (!username || !code)
        return at(context, Step::combination, [&] {
            return mistyped(context, typed, username.has_value(), typed_code, code.has_value());
        });
    auto const result =
        portal::linking::link_means(context.site.archive, context.site.vault, context.site.policy,
                                    context.visitor.claim(), *username, *code, context.now);
    auto response = answered(context, result.verdict, typed);
    if (result.visitor) {
        context.site.figures.count_link();
        response.headers.push_back(http::header_of(session_cookie_of(result.visitor->token)));
    }
    return response;
}

http::Response linked(Context& context) {
    return context.visitor.has_account() ? show_linked(context) : to("/koppelen");
}

http::Response no_code(Context& context) {
    if (context.visitor.has_account())
        return to("/overzicht");
    return show_no_code(context, {}, context.query.one("gelukt") == "aangevraagd");
}

http::Response no_code_sent(Context& context) {
    if (context.visitor.has_account())
        return to("/overzicht");
    auto const typed = context.field("gebruikersnaam");
    auto const username = portal::Username::parse(typed);
    if (!username) {
        auto const& said = words(context.language);
        auto const error = typed.empty() ? said.username_missing : said.username_typo;
        return show_no_code(context, {.value = typed, .error = std::string{error}}, false);
    }
    if (!portal::linking::request_code(context.site.archive, identity(context), *username,
                                       context.site.policy, context.now)) {
        auto const error = words(context.language).requested_too_often;
        return show_no_code(context, {.value = typed, .error = std::string{error}}, false);
    }
    return to("/koppelen/geen-code?gelukt=aangevraagd");
}

using http::Method;

constexpr std::array<Route, 12> table{{
    {Method::get, "/koppelen", Who::signed_in, start},
    {Method::get, "/koppelen/voordat-u-begint", Who::signed_in, before},
    {Method::post, "/koppelen/voordat-u-begint", Who::signed_in, before_sent},
    {Method::get, "/koppelen/disclaimer", Who::signed_in, disclaimer},
    {Method::post, "/koppelen/disclaimer", Who::signed_in, disclaimer_sent},
    {Method::get, "/koppelen/gebruikersvoorwaarden", Who::signed_in, terms},
    {Method::post, "/koppelen/gebruikersvoorwaarden", Who::signed_in, terms_sent},
    {Method::get, "/koppelen/koppelen", Who::signed_in, combination},
    {Method::post, "/koppelen/koppelen", Who::signed_in, combination_sent},
    {Method::get, "/koppelen/gelukt", Who::signed_in, linked},
    {Method::get, "/koppelen/geen-code", Who::signed_in, no_code},
    {Method::post, "/koppelen/geen-code", Who::signed_in, no_code_sent},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::linking
