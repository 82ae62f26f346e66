#include "web/administration/user.h"

#include "web/administration/pages.h"

namespace web::administration {

using markup::Url;

std::optional<UserFile> user_in_path(Context const& context) {
    auto const id = portal::AccountId::parse(context.parts.front());
    if (!id)
        return std::nullopt;
    auto file = portal::administration::user_file(context.desk(), context.visitor.claim(), *id);
    return file ? std::optional{std::move(*file)} : std::nullopt;
}

Permission permission_for(Context const& context, Action action, portal::Account const& account,
                          std::string const& role) {
    auto const& standing = *context.visitor.standing;
    return portal::administration::may(standing, action,
                                       {.organisation = account.organisation,
                                        .account = &account,
                                        .home = &standing.organisation,
                                        .role = role},
                                       context.site.catalogue, context.now);
}

Url user_page(portal::AccountId const& id) { return Url::path("/beheer/gebruikers/{}", id); }

http::Response page_about(Context const& context, portal::Account const& account, UserPage about) {
    auto main = markup::heading(markup::Level::one, about.title) + about.main;
    return room_page(context,
                     {.title = std::move(about.title),
                      .main = std::move(main),
                      .trail = {{std::string{said(context).users}, Url::path("/beheer/gebruikers")},
                                {account.person.name, user_page(account.id)}},
                      .mistakes = std::move(about.mistakes)});
}

http::Response to_user(portal::AccountId const& id, std::string_view code) {
    return http::see_other(*http::Location::own(user_page(id).with("gelukt", code).text()));
}

http::Response done(Context& context, std::expected<void, Refusal> const& outcome,
                    std::string_view code) {
    auto const id = portal::AccountId::parse(context.parts.front());
    if (outcome && id)
        return to_user(*id, code);
    auto const file = user_in_path(context);
    if (outcome || !file)
        return not_found(context);
    return show_user(context, *file, sentence(outcome.error(), context.language));
}

http::Response user(Context& context) {
    auto const file = user_in_path(context);
    return file ? show_user(context, *file) : not_found(context);
}

} // namespace web::administration
