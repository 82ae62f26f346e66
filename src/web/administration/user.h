#pragma once
#include "markup/heading.h"
#include "web/administration/frame.h"
#include "web/administration/sentences.h"
#include "web/errors.h"

namespace web::administration {

using portal::administration::Action;
using portal::administration::Permission;
using portal::administration::Refusal;
using portal::administration::UserFile;

/// The user whose id stands in the path. Nothing for a foreign id and an absent one alike (D3).
std::optional<UserFile> user_in_path(Context const& context);

Permission permission_for(Context const& context, Action action, portal::Account const& account,
                          std::string const& role = {});

markup::Url user_page(portal::AccountId const& id);

/// The page of one user, with why something was not done on top.
http::Response show_user(Context const& context, UserFile const& file,
                         std::string_view refused = {});

/// A page about one user, below his own.
struct UserPage {
    std::string title;
    markup::Html main; ///< without its h1
    std::vector<markup::Mistake> mistakes{};
};
http::Response page_about(Context const& context, portal::Account const& account, UserPage page);

/// Finds the user and asks authority before the page is made.
template<class Show>
http::Response for_user(Context& context, Action action, Show show) {
    auto const file = user_in_path(context);
    if (!file)
        return not_found(context);
    auto const permission = permission_for(context, action, file->account);
    if (permission != Permission::allowed)
        return show_user(context, *file, sentence(permission, context.language));
    return show(*file);
}

/// After an act: on to the user's page with the message, or back on it with why not.
http::Response done(Context& context, std::expected<void, Refusal> const& outcome,
                    std::string_view code);

http::Response to_user(portal::AccountId const& id, std::string_view code);

} // namespace web::administration
