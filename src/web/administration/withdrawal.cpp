#include "markup/form.h"
#include "portal/administration/grants.h"
#include "web/administration/pages.h"
#include "web/administration/person_form.h"
#include "web/administration/role_words.h"
#include "web/administration/user.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using markup::Url;

namespace {

/// The grant in the path, when it is one of the user in the path and this visitor may withdraw it.
template<class Show>
http::Response for_grant(Context& context, Show show) {
    auto const file = user_in_path(context);
    if (!file)
        return not_found(context);
    auto const grant = std::ranges::find_if(file->grants, [&](portal::Grant const& one) {
        return one.id.text() == context.parts.back();
    });
    if (grant == file->grants.end())
        return not_found(context);
    auto const permission =
        permission_for(context, Action::withdraw_grant, file->account, grant->role);
    if (permission != Permission::allowed)
        return show_user(context, *file, sentence(permission, context.language));
    return show(*file, *grant);
}

/// The second of two clicks does not find the grant any more.
std::optional<http::Response> withdrawn_already(Context const& context) {
    auto const user = portal::AccountId::parse(context.parts.front());
    auto const grant = portal::GrantId::parse(context.parts.back());
    if (!user || !grant ||
        !portal::administration::withdrawn_before(context.desk(), context.visitor.claim(), *grant))
        return std::nullopt;
    return to_user(*user, "ingetrokken");
}

/// P6.4: what the user can no longer do, before it is kept.
Html effect(Context const& context, UserFile const& file, portal::Grant const& grant) {
    auto const& words = said(context);
    auto const lost =
        portal::administration::tasks_lost(file.grants, grant, context.site.catalogue, context.now);
    if (lost.empty())
        return markup::paragraph(words.withdraw_nothing_lost);
    return markup::heading(markup::Level::two, words.withdraw_lost) +
           html("<ul>{}</ul>", markup::each(lost, [&](std::string const& code) {
                    return html("<li>{}</li>", task_name(context, code));
                }));
}

http::Response show(Context const& context, UserFile const& file, portal::Grant const& grant,
                    markup::FieldState const& reason) {
    auto const& words = said(context);
    auto const& account = file.account;
    auto const fields = markup::text_field(form_words(context),
                                           {.question = {.id = "reden",
                                                         .label = std::string{words.reason},
                                                         .hint = std::string{words.withdraw_hint}},
                                            .state = reason,
                                            .autocomplete = "off"}) +
                        markup::actions(markup::button({.label = std::string{words.withdraw_button},
                                                        .icon = "x",
                                                        .negative = true}) +
                                        cancel_link(context, user_page(account.id)));
    auto const role =
        role_name(context, grant.role) + ", " +
        attributes_in_words(context, grant.attributes, context.visitor.standing->organisation);
    markup::Mistakes mistakes;
    mistakes.note("reden", reason);
    return page_about(
        context, account,
        {.title = fmt::format(fmt::runtime(words.withdraw_title), account.person.name),
         .main = markup::paragraph(fmt::format(fmt::runtime(words.withdraw_text), role)) +
                 effect(context, file, grant) +
                 markup::form({.to = Url::path("/beheer/gebruikers/{}/rollen/{}/intrekken",
                                               account.id, grant.id),
                               .hidden = {form_token(context), ticket(context)},
                               .body = fields}),
         .mistakes = mistakes.all()});
}

} // namespace

http::Response withdrawal(Context& context) {
    return for_grant(context, [&](UserFile const& file, portal::Grant const& grant) {
        return show(context, file, grant, {});
    });
}

http::Response withdrawal_sent(Context& context) {
    if (auto const again = withdrawn_already(context))
        return *again;
    return for_grant(context, [&](UserFile const& file, portal::Grant const& grant) {
        if (!has_only(context, {"reden"}))
            return bad_request(context);
        auto const reason = read_text(context, "reden", true);
        if (!reason.error.empty())
            return show(context, file, grant, reason);
        return done(context,
                    portal::administration::withdraw_grant(context.desk(), context.visitor.claim(),
                                                           grant.id, reason.value),
                    "ingetrokken");
    });
}

} // namespace web::administration
