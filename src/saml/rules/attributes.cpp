#include "saml/rules/attributes.h"

#include "foundation/text.h"
#include "saml/names.h"

#include <algorithm>

namespace saml::rules {
namespace {

constexpr std::size_t branch_digits = 12;
constexpr std::size_t most_legal_subjects = 4; // each costs a private-key operation

bool is_one_value(Attribute const* attribute) {
    return attribute != nullptr && attribute->values.size() == 1 && attribute->encrypted == 0;
}

bool is_only_encrypted(Attribute const* attribute, std::size_t at_most) {
    return attribute != nullptr && attribute->values.empty() && attribute->encrypted >= 1 &&
           attribute->encrypted <= at_most;
}

/// Of whichever version of the scheme: `urn:etoegang:<version>:<kind>` (eherkenning.md 3.3). What a
/// version that we do not know says of the mandate must not be passed over as unknown.
bool is_of_kind(std::string_view name, std::string_view kind) {
    auto const lower = foundation::lower_ascii(name);
    return lower.starts_with("urn:etoegang:") && lower.contains(kind);
}

} // namespace

Attribute const* attribute_named(Assertion const& assertion, std::string_view name) {
    auto const found = std::ranges::find(assertion.attributes, name, &Attribute::name);
    return found == assertion.attributes.end() ? nullptr : &*found;
}

Finding attributes(Assertion const& assertion, Expectation const&) {
    if (assertion.attribute_statements != 1)
        return refused("9.18 one statement");
    std::vector<std::string_view> names;
    for (auto const& attribute : assertion.attributes) {
        if (attribute.name.empty())
            return refused("9.18 nameless attribute");
        if (!attribute.readable)
            return refused("9.18 markup in a value");
        names.push_back(attribute.name);
    }
    std::ranges::sort(names);
    if (std::ranges::adjacent_find(names) != names.end())
        return refused("9.18 duplicate attribute");
    return std::nullopt;
}

Finding mandate(Assertion const& assertion, Expectation const&) {
    for (auto const& attribute : assertion.attributes) {
        auto const& name = attribute.name;
        if (is_of_kind(name, names::intermediary))
            return refused("9.17 intermediary", portal::Rejection::chain_mandate);
        if (is_of_kind(name, names::service_restriction) && name != names::branch_number)
            return refused("9.17 unknown restriction");
    }
    auto const* branch = attribute_named(assertion, names::branch_number);
    if (branch != nullptr &&
        (!is_one_value(branch) || branch->values.front().size() != branch_digits ||
         !foundation::all_digits(branch->values.front())))
        return refused("9.17 branch number");
    return std::nullopt;
}

Finding service(Assertion const& assertion, Expectation const& expected) {
    auto const* id = attribute_named(assertion, names::service_id);
    if (!is_one_value(id) || id->values.front() != expected.service_id)
        return refused("9.14 service id");
    if (expected.service_uuids.empty())
        return std::nullopt;
    auto const* uuid = attribute_named(assertion, names::service_uuid);
    if (!is_one_value(uuid) || std::ranges::find(expected.service_uuids, uuid->values.front()) ==
                                   expected.service_uuids.end())
        return refused("9.14 service uuid");
    return std::nullopt;
}

Finding subject_ids(Assertion const& assertion, Expectation const&) {
    if (!is_only_encrypted(attribute_named(assertion, names::acting_subject), 1))
        return refused("9.15 one acting subject");
    if (!is_only_encrypted(attribute_named(assertion, names::legal_subject), most_legal_subjects))
        return refused("9.16 legal subjects");
    return std::nullopt;
}

} // namespace saml::rules
