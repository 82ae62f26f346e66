#include "storage/columns.h"
#include "storage/records.h"
#include "storage/sql.h"

#include <set>

namespace storage {

using portal::signing_in::RefusedSignIn;

namespace {

constexpr auto insert = statement<Sql{
    "insert into refused_sign_ins (ring, number, code, refused_at, door, reason, detail, words) "
    "select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 "
    "from refused_sign_ins where ring = $1"}>;
constexpr auto trim =
    statement<Sql{"delete from refused_sign_ins where ring = $1 and number <= "
                  "(select max(number) from refused_sign_ins where ring = $1) - $2"}>;
constexpr auto find =
    statement<Sql{"select code, refused_at, door, ring, reason, detail, words "
                  "from refused_sign_ins where code = $1 order by refused_at desc"}>;

} // namespace

void StoredRecords::keep_refused(std::vector<RefusedSignIn> const& refused, int most) {
    std::set<portal::signing_in::Refused> rings;
    for (auto const& one : refused) {
        rings.insert(one.whose);
        transaction_.send(insert, word(one.whose), one.code, one.at, word(one.door), one.reason,
                          one.detail, one.words);
    }
    for (auto const ring : rings)
        transaction_.send(trim, word(ring), std::int64_t{most});
}

std::vector<RefusedSignIn> StoredRecords::refused_under(std::string const& code) {
    std::vector<RefusedSignIn> found;
    for (auto const& row : transaction_.query(find, code)) {
        auto columns = Columns{row};
        found.push_back({.code = columns.text(),
                         .at = columns.instant(),
                         .door = columns.word<portal::Door>(),
                         .whose = columns.word<portal::signing_in::Refused>(),
                         .reason = columns.text(),
                         .detail = columns.text(),
                         .words = columns.text()});
    }
    return found;
}

} // namespace storage
