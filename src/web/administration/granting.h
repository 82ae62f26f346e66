#pragma once
#include "markup/field.h"
#include "portal/administration/grants.h"
#include "web/administration/user.h"

namespace web::administration {

/// What the administrator fills in for one role, with what is wrong with it.
struct GrantForm {
    portal::Role const* role = nullptr;
    std::map<std::string, markup::FieldState> attributes{}; ///< of each type that the role needs
    markup::FieldState from{};
    markup::FieldState until{};
    markup::FieldState reason{};

    bool in_order() const;
};

/// The command, once every field can be read.
std::optional<portal::administration::GrantRole> command_of(GrantForm const& form,
                                                            portal::AccountId const& account);
GrantForm blank_grant(Context const& context, portal::Role const& role);
GrantForm read_grant(Context const& context, portal::Role const& role);
/// Why the use case refused it, at the field that it is about.
void blame(GrantForm& form, portal::administration::GrantRefusal const& refusal,
           portal::Language language);

http::Response show_role_choice(Context const& context, UserFile const& file,
                                std::string const& error);
http::Response show_grant(Context const& context, UserFile const& file, GrantForm const& form);
http::Response show_effect(Context const& context, UserFile const& file, GrantForm const& form,
                           portal::administration::Effect const& effect);

} // namespace web::administration
