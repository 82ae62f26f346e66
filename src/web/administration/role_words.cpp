#include "web/administration/role_words.h"

#include "web/administration/user.h"

#include <algorithm>

namespace web::administration {

std::string role_name(Context const& context, std::string const& code) {
    auto const* role = context.site.catalogue.role(code);
    return role ? role->name.in(context.language) : code;
}

std::string attribute_name(Context const& context, std::string const& type) {
    auto const* known = context.site.catalogue.attribute_type(type);
    return known ? known->name.in(context.language) : type;
}

std::string task_name(Context const& context, std::string const& code) {
    auto const* task = context.site.catalogue.task(code);
    return task ? task->name.in(context.language) : code;
}

std::string value_in_words(portal::Organisation const& organisation, std::string const& type,
                           std::string const& value) {
    auto const owned = std::ranges::find_if(organisation.attributes, [&](auto const& attribute) {
        return attribute.type == type && attribute.value == value;
    });
    if (owned == organisation.attributes.end() || owned->label.empty())
        return value;
    return value + " (" + owned->label + ')';
}

std::string attributes_in_words(Context const& context,
                                std::map<std::string, std::string> const& attributes,
                                portal::Organisation const& organisation) {
    if (attributes.empty())
        return std::string{said(context).everywhere};
    std::string all;
    for (auto const& [type, value] : attributes)
        all += (all.empty() ? "" : ", ") + attribute_name(context, type) + ' ' +
               value_in_words(organisation, type, value);
    return all;
}

std::string administrator_roles_of(Context const& context, portal::Account const& account) {
    std::string all;
    for (auto const& code : account.administrator_roles) {
        auto const* role = context.site.catalogue.administrator_role(code);
        all += (all.empty() ? "" : ", ") + (role ? role->name.in(context.language) : code);
    }
    return all;
}

std::vector<portal::Role const*> may_be_granted(Context const& context,
                                                portal::Account const& account) {
    std::vector<portal::Role const*> roles;
    for (auto const& role : context.site.catalogue.roles) {
        // The attributes are chosen on the next page: that they are missing is all that may be
        // wrong.
        auto const permission = permission_for(context, Action::grant, account, role.code);
        if (permission == Permission::allowed || permission == Permission::attribute_missing)
            roles.push_back(&role);
    }
    return roles;
}

} // namespace web::administration
