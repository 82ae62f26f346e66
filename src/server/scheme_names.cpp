#include "server/scheme_names.h"

#include "foundation/text.h"

#include <charconv>

namespace server {

bool is_oin(std::string_view text) { return text.size() == 20 && foundation::all_digits(text); }

std::optional<SchemeName> scheme_name(std::string_view text) {
    auto const parts = foundation::split(text, ':');
    if (parts.size() != 6 || parts[0] != "urn" || parts[1] != "etoegang" || !is_oin(parts[3]) ||
        (parts[4] != "entities" && parts[4] != "services") || parts[5].size() > 4 ||
        !foundation::all_digits(parts[5]))
        return std::nullopt;
    SchemeName name{
        .role = std::string{parts[2]}, .oin = std::string{parts[3]}, .kind = std::string{parts[4]}};
    std::from_chars(parts[5].data(), parts[5].data() + parts[5].size(), name.index);
    return name;
}

} // namespace server
