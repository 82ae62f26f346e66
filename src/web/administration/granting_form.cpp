#include "web/administration/granting.h"
#include "web/administration/person_form.h"
#include "web/administration/role_words.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::administration {

using markup::FieldState;

bool GrantForm::in_order() const {
    return from.error.empty() && until.error.empty() && reason.error.empty() &&
           std::ranges::all_of(attributes,
                               [](auto const& one) { return one.second.error.empty(); });
}

std::optional<portal::administration::GrantRole> command_of(GrantForm const& form,
                                                            portal::AccountId const& account) {
    auto const from = foundation::parse_dutch_date(form.from.value);
    if (!form.in_order() || !from)
        return std::nullopt;
    portal::administration::GrantRole command{.account = account,
                                              .role = form.role->code,
                                              .attributes = {},
                                              .from = *from,
                                              .until =
                                                  foundation::parse_dutch_date(form.until.value),
                                              .reason = form.reason.value};
    for (auto const& [type, state] : form.attributes)
        command.attributes.emplace(type, state.value);
    return command;
}

GrantForm blank_grant(Context const& context, portal::Role const& role) {
    GrantForm form{.role = &role};
    for (auto const& type : role.attribute_types)
        form.attributes[type];
    form.from.value = foundation::dutch_date(foundation::in_amsterdam(context.now).date);
    return form;
}

GrantForm read_grant(Context const& context, portal::Role const& role) {
    auto const& words = said(context);
    GrantForm form{.role = &role};
    for (auto const& type : role.attribute_types) {
        FieldState state{.value = context.field("kenmerk-" + type)};
        if (state.value.empty())
            state.error = fmt::format(fmt::runtime(words.attribute_missing),
                                      foundation::lower_ascii(attribute_name(context, type)));
        form.attributes.emplace(type, std::move(state));
    }
    form.from.value = context.field("van");
    if (!foundation::parse_dutch_date(form.from.value))
        form.from.error = words.date_wrong;
    form.until.value = context.field("tot");
    if (!form.until.value.empty() && !foundation::parse_dutch_date(form.until.value))
        form.until.error = words.date_wrong;
    form.reason = read_text(context, "reden", true);
    return form;
}

void blame(GrantForm& form, portal::administration::GrantRefusal const& refusal,
           portal::Language language) {
    auto const why = refusal.refusal == Refusal::not_allowed
                         ? sentence(refusal.permission, language)
                         : sentence(refusal.refusal, language);
    if (refusal.refusal == Refusal::ends_before_start)
        form.until.error = why;
    else if (form.attributes.empty())
        form.from.error = why;
    else
        form.attributes.begin()->second.error = why;
}

} // namespace web::administration
