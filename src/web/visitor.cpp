#include "web/visitor.h"

namespace web {

namespace {

using portal::Language;

std::optional<Language> language_named(std::optional<std::string_view> code) {
    if (code == "nl")
        return Language::dutch;
    if (code == "en")
        return Language::english;
    return std::nullopt;
}

/// Dutch unless the browser asks for English and not for Dutch before it.
Language preferred(http::Request const& request) {
    auto const accept = request.header("accept-language").value_or("");
    auto const english = accept.find("en");
    return english < accept.find("nl") && english == 0 ? Language::english : Language::dutch;
}

/// The session with its account as it is at this moment. A session whose account has ended, was
/// unlinked, or moved to another identity is over, on whatever node (P3.5, D7).
Visitor found(std::optional<portal::Bearer> bearer, Context const& context) {
    if (!bearer)
        return {};
    auto standing = portal::standing_of(*bearer, context.site.policy, context.now);
    return {.session = std::move(bearer->session), .standing = std::move(standing)};
}

Visitor visitor_of(Context const& context, std::string_view token) {
    auto const& site = context.site;
    auto const digest = site.vault.token_digest(token);
    auto visitor =
        found(site.archive.look([&](portal::Records& records) { return records.bearer(digest); }),
              context);
    if (!visitor.session)
        return {};
    auto const& session = *visitor.session;
    bool const account_gone = session.account && !visitor.standing;
    // One that ran out opens nothing; for a while it may still say whose form this was (P3.5).
    if (!account_gone && session.may_still_keep(site.policy, context.now))
        return {.session = {}, .standing = {}, .former = session};
    if (account_gone || session.over(site.policy, context.now)) {
        site.archive.change([&](portal::Records& records) { records.end_session(digest); });
        return {};
    }
    // To the second is exact enough, and spares a write for each file of a page.
    if (context.now - visitor.session->seen_at >= std::chrono::seconds{1}) {
        site.archive.note(
            [&](portal::Records& records) { records.touch_session(digest, context.now); });
        visitor.session->seen_at = context.now;
    }
    return visitor;
}

} // namespace

void recognise(Context& context) {
    auto const cookies = http::cookies_of(context.request);
    if (auto const token = cookies.one(session_cookie); token && token->size() == 40)
        context.visitor = visitor_of(context, *token);
    auto const asked = language_named(context.query.one("taal"));
    auto const remembered = language_named(cookies.one(language_cookie));
    if (asked)
        context.language = *asked;
    else if (context.visitor.session)
        context.language = context.visitor.session->language;
    else if (context.visitor.former)
        context.language = context.visitor.former->language;
    else
        context.language = remembered.value_or(preferred(context.request));
}

http::SetCookie session_cookie_of(std::string const& token) {
    return {.name = std::string{session_cookie}, .value = token, .max_age = std::nullopt};
}

http::SetCookie no_session_cookie() { return http::forgotten(session_cookie_of("")); }

markup::Url sign_in_at(portal::Door door) {
    return door == portal::Door::agency ? markup::Url::path("/dienst/inloggen")
                                        : markup::Url::path("/saml/login");
}

std::string new_incident(foundation::Randomness& randomness) {
    return foundation::upper_ascii(foundation::random_hex(randomness, 4));
}

Language other(Language language) {
    return language == Language::dutch ? Language::english : Language::dutch;
}

} // namespace web
