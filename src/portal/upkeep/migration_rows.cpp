#include "portal/upkeep/migration_rows.h"

#include "foundation/text.h"
#include "portal/upkeep/csv.h"

#include <algorithm>
#include <fmt/format.h>
#include <span>

namespace portal::upkeep {

using foundation::Instant;

namespace {

constexpr std::string_view header =
    "username,kvk,organisation,pseudonym,linked_at,last_login_at,name,email,roles";
enum Column {
    username,
    kvk,
    organisation,
    pseudonym,
    linked_at,
    last_login_at,
    name,
    email,
    roles
};
constexpr std::size_t columns = 9;

/// "Vries, A. de", as registers write it, the way that people say it.
std::string given_name_first(std::string_view name) {
    if (std::ranges::count(name, ',') != 1)
        return std::string{name};
    auto const [given, prefix, surname] = parts_of(name);
    return fmt::format("{} {} {}", given, prefix, surname);
}

/// Reads one row; every complaint about it is noted, not only the first.
class RowReader {
public:
    RowReader(CsvRow const& row, Catalogue const& catalogue, std::vector<BadRow>& bad)
        : row_(row)
        , catalogue_(catalogue)
        , bad_(bad) {}

    std::optional<GivenAccount> run(Instant now) {
        if (row_.cells.size() != columns) {
            complain(fmt::format("has {} columns; it must have {}", row_.cells.size(), columns));
            return std::nullopt;
        }
        auto const number = KvkNumber::parse(cell(kvk));
        check(number.has_value(), "kvk must be 8 digits");
        auto const linked = foundation::parse_rfc3339(cell(linked_at));
        check(linked && *linked <= now,
              "linked_at must be a past instant such as 2025-03-01T09:00:00Z");
        auto const last = foundation::parse_rfc3339(cell(last_login_at));
        check(cell(last_login_at).empty() || (last && *last <= now),
              "last_login_at must be empty or a past instant such as 2025-03-01T09:00:00Z");
        auto const user = Username::parse(cell(username));
        check(cell(username).empty() || user,
              "username must be empty or a username of 9 characters");
        auto const person = Pseudonym::parse(cell(pseudonym));
        check(person.has_value(), "pseudonym must be what a login always brings: 64 hexadecimal "
                                  "digits, '@' and 32 more");
        auto const called = PersonName::parse(given_name_first(cell(name)));
        check(called.has_value(),
              "name must be a person's name of at most 100 characters: letters, "
              "spaces, apostrophes, hyphens and full stops, none of them as in a web address");
        auto const address = MailAddress::parse(cell(email));
        check(address.has_value(), address || address.error() == MailAddressFlaw::form
                                       ? "email must be one mail address"
                                       : "email must have only plain letters, digits and signs "
                                         "before the '@', and no quotes");
        check(!cell(organisation).empty() && foundation::utf8_length(cell(organisation)) <= 120,
              "organisation must be filled in, with at most 120 characters");
        auto given_roles = read_roles();
        if (!fine_)
            return std::nullopt;
        return GivenAccount{.line = row_.line,
                            .named = user,
                            .kvk = *number,
                            .organisation = cell(organisation),
                            .pseudonym = *person,
                            .linked_at = *linked,
                            .last_login_at = last,
                            .name = *called,
                            .email = *address,
                            .roles = std::move(given_roles)};
    }

private:
    std::string cell(Column column) const {
        return std::string{foundation::trimmed(row_.cells[column])};
    }
    void complain(std::string what) {
        bad_.push_back({.line = row_.line, .complaint = std::move(what)});
        fine_ = false;
    }
    void check(bool holds, char const* what) {
        if (!holds)
            complain(what);
    }

    /// code:attribute|code:attribute; a role without attribute type has nothing behind the colon.
    std::vector<GivenRole> read_roles() {
        std::vector<GivenRole> given;
        auto const text = cell(roles);
        if (text.empty())
            return given;
        for (auto const part : foundation::split(text, '|')) {
            auto const colon = part.find(':');
            std::string const code{part.substr(0, colon)};
            std::string const value{colon == std::string_view::npos ? "" : part.substr(colon + 1)};
            auto const* role = catalogue_.role(code);
            if (!role) {
                complain("there is no role '" + code + "'");
                continue;
            }
            auto const* type = role->attribute_types.empty()
                                   ? nullptr
                                   : catalogue_.attribute_type(role->attribute_types.front());
            if (role->attribute_types.size() > 1)
                complain("role '" + code +
                         "' needs more than one attribute and cannot be migrated");
            else if (type && !fits(*type, value))
                complain(
                    fmt::format("role '{}' needs an attribute of the form {}", code, type->format));
            else if (!type && !value.empty())
                complain("role '" + code + "' takes no attribute");
            else
                given.push_back({code, value});
        }
        return given;
    }

    CsvRow const& row_;
    Catalogue const& catalogue_;
    std::vector<BadRow>& bad_;
    bool fine_ = true;
};

std::string joined(std::vector<std::string> const& cells) {
    return fmt::format("{}", fmt::join(cells, ","));
}

} // namespace

std::vector<GivenAccount> given_accounts(std::string_view csv, Catalogue const& catalogue,
                                         Instant now, std::vector<BadRow>& bad) {
    std::vector<GivenAccount> given;
    if (!foundation::is_utf8(csv)) {
        bad.push_back({.line = 1, .complaint = "the file is not UTF-8"});
        return given;
    }
    auto const rows = parse_csv(csv);
    if (!rows) {
        bad.push_back({.line = 1, .complaint = rows.error()});
        return given;
    }
    if (rows->empty() || joined(rows->front().cells) != header) {
        bad.push_back({.line = 1, .complaint = fmt::format("the first line must be {}", header)});
        return given;
    }
    given.reserve(rows->size());
    for (auto const& row : std::span{*rows}.subspan(1))
        if (auto account = RowReader{row, catalogue, bad}.run(now))
            given.push_back(std::move(*account));
    return given;
}

} // namespace portal::upkeep
