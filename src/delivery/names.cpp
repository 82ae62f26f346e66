#include "delivery/names.h"

#include "portal/identity/person_name.h"

namespace delivery {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

} // namespace

std::string plain_name(std::string_view name) {
    if (auto const plain = portal::PersonName::parse(name))
        return plain->text();
    std::string letters;
    for (char const c : name)
        if (is_ascii_letter(c) || c == ' ')
            letters += c;
    return letters;
}

std::string greeted_name(std::string_view name) {
    auto const plain = portal::PersonName::parse(name);
    return plain ? plain->text() : std::string{};
}

} // namespace delivery
