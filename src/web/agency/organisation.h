#pragma once
#include "portal/administration/organisations.h"
#include "web/context.h"

#include <string_view>

namespace web::agency {

std::optional<portal::administration::OrganisationFile>
organisation_in_path(Context const& context);

/// The page of the organisation, with why something was not done on top.
http::Response show_organisation(Context const& context,
                                 portal::administration::OrganisationFile const& file,
                                 std::string_view refused = {});

/// The administrator in the path, of the organisation in the path.
portal::Account const* administrator_in_path(Context const& context,
                                             portal::administration::OrganisationFile const& file);

bool may_act(Context const& context, portal::administration::Action action,
             portal::Account const& account);

} // namespace web::agency
