#include "web/administration/granting.h"

#include "web/administration/pages.h"
#include "web/administration/role_words.h"

#include <algorithm>
#include <array>

namespace web::administration {

namespace {

/// The role of that code, when it is one that this visitor may give to this account.
portal::Role const* role_to_grant(Context const& context, portal::Account const& account,
                                  std::string_view code) {
    auto const roles = may_be_granted(context, account);
    auto const found =
        std::ranges::find_if(roles, [&](auto const* role) { return role->code == code; });
    return found == roles.end() ? nullptr : *found;
}

/// The own account and one that has ended get no roles, whichever role it would be. Another
/// administrator may: a user role is weighed by itself (P6.17).
template<class Show>
http::Response for_receiver(Context& context, Show show) {
    auto const file = user_in_path(context);
    if (!file)
        return not_found(context);
    auto const permission = permission_for(context, Action::change_account, file->account);
    if (permission != Permission::allowed && permission != Permission::roles_not_covered)
        return show_user(context, *file, sentence(permission, context.language));
    return show(*file);
}

/// D5: exactly the fields of this role's form.
bool has_the_fields_of(Context const& context, portal::Role const& role) {
    return std::ranges::all_of(context.form, [&](auto const& field) {
        constexpr std::array known{"token", "eenmalig", "stap",  "rol",
                                   "van",   "tot",      "reden", "wijzigen"};
        bool const wanted = std::ranges::find(known, field.first) != known.end() ||
                            std::ranges::any_of(role.attribute_types, [&](std::string const& type) {
                                return field.first == "kenmerk-" + type;
                            });
        return wanted && context.form.count(field.first) == 1;
    });
}

http::Response role_chosen(Context const& context, UserFile const& file) {
    auto const* role = role_to_grant(context, file.account, context.field("rol"));
    if (!role)
        return show_role_choice(context, file, std::string{said(context).grant_missing});
    return http::see_other(*http::Location::own(
        markup::Url::path("/beheer/gebruikers/{}/rollen/toekennen", file.account.id)
            .with("rol", role->code)
            .text()));
}

http::Response previewed(Context const& context, UserFile const& file, GrantForm form,
                         portal::administration::GrantRole const& command) {
    auto const effect =
        portal::administration::preview(context.desk(), context.visitor.claim(), command);
    if (effect)
        return show_effect(context, file, form, *effect);
    blame(form, effect.error(), context.language);
    return show_grant(context, file, form);
}

http::Response saved(Context const& context, UserFile const& file, GrantForm form,
                     portal::administration::GrantRole const& command) {
    auto const granted =
        portal::administration::grant_role(context.desk(), context.visitor.claim(), command);
    if (granted)
        return to_user(file.account.id, "toegekend");
    blame(form, granted.error(), context.language);
    return show_grant(context, file, form);
}

} // namespace

http::Response granting(Context& context) {
    return for_receiver(context, [&](UserFile const& file) {
        auto const code = context.query.one("rol");
        if (!code)
            return show_role_choice(context, file, {});
        auto const* role = role_to_grant(context, file.account, *code);
        return role ? show_grant(context, file, blank_grant(context, *role))
                    : show_user(context, file,
                                sentence(permission_for(context, Action::grant, file.account,
                                                        std::string{*code}),
                                         context.language));
    });
}

http::Response granting_sent(Context& context) {
    return for_receiver(context, [&](UserFile const& file) {
        auto const step = context.field("stap");
        if (step == "rol" && has_only(context, {"stap", "rol"}))
            return role_chosen(context, file);
        auto const code = context.field("rol");
        auto const* role = role_to_grant(context, file.account, code);
        if (!role)
            return show_user(context, file,
                             sentence(permission_for(context, Action::grant, file.account, code),
                                      context.language));
        if (!has_the_fields_of(context, *role) || (step != "gegevens" && step != "opslaan"))
            return bad_request(context);
        auto const form = read_grant(context, *role);
        auto const command = command_of(form, file.account.id);
        if (!command || context.form.one("wijzigen"))
            return show_grant(context, file, form);
        return step == "opslaan" ? saved(context, file, form, *command)
                                 : previewed(context, file, form, *command);
    });
}

} // namespace web::administration
