#include "fuzz/doors.h"

#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/upkeep/csv.h"
#include "portal/upkeep/migration_rows.h"
#include "server/configuration.h"

#include <cstdlib>
#include <fstream>
#include <set>

namespace fuzz {

namespace {

/// An operator's folder: the configuration and the one file that it reads at once.
class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "mijnduo-fuzz-XXXXXX").string();
        foundation::ensure(mkdtemp(pattern.data()) != nullptr, "there is room for a folder");
        folder_ = pattern;
        std::ofstream{folder_ / "master.key"} << std::string(64, 'a');
    }
    ~Folder() { std::filesystem::remove_all(folder_); }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;

    std::filesystem::path with(std::string_view bytes) const {
        auto file = folder_ / "mijnduo.toml";
        std::ofstream{file, std::ios::binary} << bytes;
        return file;
    }

private:
    std::filesystem::path folder_;
};

std::string quoted(std::vector<portal::upkeep::CsvRow> const& rows) {
    std::string text;
    for (auto const& row : rows) {
        for (auto const& cell : row.cells) {
            text += '"';
            for (char const c : cell)
                text += c == '"' ? std::string{"\"\""} : std::string{c};
            text += "\",";
        }
        text.back() = '\n';
    }
    return text;
}

portal::Catalogue catalogue() {
    portal::Catalogue catalogue;
    catalogue.attribute_types = {{.code = "brin", .name = {}, .format = "99AA"}};
    catalogue.roles = {{.code = "exams",
                        .name = {},
                        .explanation = {},
                        .attribute_types = {"brin"},
                        .tasks = {},
                        .sectors = {}}};
    return catalogue;
}

} // namespace

bool configuration(std::string_view bytes) {
    static Folder const folder;
    try {
        auto const read = server::read_configuration(folder.with(bytes));
        promised(read.server.threads >= 1 && read.server.threads <= 256, "1 to 256 threads");
        promised(read.server.connections_per_address >= 1, "somebody may come in");
        promised(read.database.connections >= 2 && read.database.connections <= 256,
                 "2 to 256 connections");
        promised(read.eherkenning.skew_seconds >= 5 && read.eherkenning.skew_seconds <= 120,
                 "clocks differ by 5 to 120 seconds (security.md P5)");
        promised(read.eherkenning.minimum_level >= portal::AssuranceLevel::loa3,
                 "no level below 3 (P3.2)");
        auto const& url = read.server.public_url;
        promised(url.starts_with("https://") || url.starts_with("http://localhost") ||
                     url.starts_with("http://127.0.0.1"),
                 "the public address is https or this machine");
        return true;
    } catch (foundation::Fault const& fault) {
        promised(*fault.what() != '\0', "the operator is told what is wrong");
        return false;
    }
}

bool csv(std::string_view bytes) {
    auto const rows = portal::upkeep::parse_csv(bytes);
    if (!rows) {
        promised(!rows.error().empty(), "the complaint says something");
        return false;
    }
    int last = 0;
    for (auto const& row : *rows) {
        promised(row.line > last, "rows stand on lines that rise");
        promised(!row.cells.empty(), "a row has cells");
        last = row.line;
    }
    auto const again = portal::upkeep::parse_csv(quoted(*rows));
    promised(again && std::ranges::equal(*again, *rows, {}, &portal::upkeep::CsvRow::cells,
                                         &portal::upkeep::CsvRow::cells),
             "what was read can be written and read");
    return true;
}

bool migration(std::string_view bytes) {
    static auto const known = catalogue();
    static auto const now = foundation::parse_rfc3339("2026-11-23T10:00:00Z").value();
    std::vector<portal::upkeep::BadRow> bad;
    auto const given = portal::upkeep::given_accounts(bytes, known, now, bad);
    std::set<int> bad_lines;
    for (auto const& row : bad) {
        promised(row.line >= 1 && !row.complaint.empty(), "a bad row is named with its complaint");
        bad_lines.insert(row.line);
    }
    for (auto const& account : given) {
        promised(account.line >= 2 && !bad_lines.contains(account.line),
                 "a row is in order or bad, not both");
        promised(account.linked_at <= now &&
                     (!account.last_login_at || *account.last_login_at <= now),
                 "nobody was linked in the future");
        promised(!account.organisation.empty() && foundation::is_utf8(account.organisation),
                 "names are text");
        promised(portal::Pseudonym::parse(account.pseudonym.text()) == account.pseudonym,
                 "pseudonyms are kept in lower case (P2.12)");
        for (auto const& role : account.roles)
            promised(known.role(role.code) != nullptr, "roles are the catalogue's");
    }
    return bad.empty();
}

} // namespace fuzz
