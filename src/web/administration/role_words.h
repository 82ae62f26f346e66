#pragma once
#include "portal/accounts/account.h"
#include "web/context.h"

#include <map>
#include <string>
#include <vector>

namespace web::administration {

// Roles, attributes and tasks by the names that the catalogue gives them in the visitor's language.
std::string role_name(Context const& context, std::string const& code);
std::string attribute_name(Context const& context, std::string const& type);
std::string task_name(Context const& context, std::string const& code);

/// "99AA (Lindenhof College)"
std::string value_in_words(portal::Organisation const& organisation, std::string const& type,
                           std::string const& value);
/// "Instellingscode 99AA (Lindenhof College)", of each type; or that it holds everywhere.
std::string attributes_in_words(Context const& context,
                                std::map<std::string, std::string> const& attributes,
                                portal::Organisation const& organisation);

std::string administrator_roles_of(Context const& context, portal::Account const& account);

/// The roles that this visitor may give to this account, in the catalogue's order.
std::vector<portal::Role const*> may_be_granted(Context const& context,
                                                portal::Account const& account);

} // namespace web::administration
