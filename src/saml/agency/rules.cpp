#include "saml/agency/rules.h"

#include "foundation/text.h"
#include "foundation/unicode.h"
#include "portal/identity/mail_address.h"
#include "saml/names.h"
#include "saml/rules/attributes.h"
#include "saml/rules/authentication.h"

#include <algorithm>

namespace saml::agency {
namespace {

constexpr std::size_t longest_subject = 256; // SAML core 8.3.7
constexpr std::size_t longest_name = 200;

bool fit_to_keep(std::string_view text, std::size_t longest) {
    return !text.empty() && text.size() <= longest && foundation::trimmed(text) == text &&
           !foundation::has_control_characters(text) && foundation::shows_all(text);
}

/// The one value in clear of an attribute; empty when there is none, or more.
std::string one_value(Assertion const& assertion, std::string_view name) {
    auto const* found = rules::attribute_named(assertion, name);
    return found != nullptr && found->values.size() == 1 && found->encrypted == 0
               ? found->values.front()
               : std::string{};
}

std::string subject_of(Assertion const& assertion, Profile const& profile) {
    if (!profile.subject_attribute.empty())
        return one_value(assertion, profile.subject_attribute);
    auto const& id = assertion.name_id;
    return id && id->format == names::persistent ? id->value : std::string{};
}

std::vector<portal::StaffRole> roles_of(Assertion const& assertion, Profile const& profile) {
    std::vector<portal::StaffRole> roles;
    auto const* found = rules::attribute_named(assertion, profile.roles_attribute);
    if (found == nullptr)
        return roles;
    for (auto const& value : found->values)
        if (auto const meant = profile.roles.find(value); meant != profile.roles.end())
            roles.insert(roles.end(), meant->second.begin(), meant->second.end());
    std::ranges::sort(roles);
    auto const doubled = std::ranges::unique(roles);
    roles.erase(doubled.begin(), doubled.end());
    return roles;
}

std::unexpected<portal::Rejected> wrong(std::string_view detail) {
    return std::unexpected{*rules::refused(detail)};
}

} // namespace

rules::Finding authentication(Assertion const& assertion, rules::Expectation const& expected,
                              Profile const& profile) {
    if (auto found = rules::fresh_authentication(assertion, expected))
        return found;
    auto const& used = assertion.authentications.front().class_refs.front();
    if (!profile.context_classes.empty() &&
        std::ranges::find(profile.context_classes, used) == profile.context_classes.end())
        return rules::refused("P8.1 context class", portal::Rejection::level_too_low);
    return std::nullopt;
}

std::expected<StaffPerson, portal::Rejected> person(Assertion const& assertion,
                                                    Profile const& profile) {
    StaffPerson read{.subject = subject_of(assertion, profile),
                     .name = one_value(assertion, profile.name_attribute),
                     .email = one_value(assertion, profile.mail_attribute),
                     .roles = roles_of(assertion, profile)};
    if (!fit_to_keep(read.subject, longest_subject))
        return wrong("P8.1 subject");
    if (!fit_to_keep(read.name, longest_name))
        return wrong("P8.1 name");
    auto const address = portal::MailAddress::parse(read.email);
    if (!address)
        return wrong("P8.1 mail address");
    read.email = address->text();
    return read;
}

} // namespace saml::agency
