#include "portal/catalogue/catalogue.h"

#include <algorithm>

namespace portal {

bool fits(AttributeType const& type, std::string_view value) {
    return std::ranges::equal(type.format, value, [](char wanted, char c) {
        if (wanted == '9')
            return c >= '0' && c <= '9';
        if (wanted == 'A')
            return c >= 'A' && c <= 'Z';
        return wanted == c;
    });
}

namespace {

template<class T>
T const* with_code(std::vector<T> const& things, std::string_view code) {
    auto const found = std::ranges::find(things, code, &T::code);
    return found == things.end() ? nullptr : &*found;
}

} // namespace

Sector const* Catalogue::sector(std::string_view code) const { return with_code(sectors, code); }
Topic const* Catalogue::topic(std::string_view code) const { return with_code(topics, code); }
AttributeType const* Catalogue::attribute_type(std::string_view code) const {
    return with_code(attribute_types, code);
}
Role const* Catalogue::role(std::string_view code) const { return with_code(roles, code); }
AdministratorRole const* Catalogue::administrator_role(std::string_view code) const {
    return with_code(administrator_roles, code);
}
Task const* Catalogue::task(std::string_view code) const { return with_code(tasks, code); }
Announcement const* Catalogue::announcement(std::string_view code) const {
    return with_code(announcements, code);
}

} // namespace portal
