#include "storage/refold.h"

#include "storage/search.h"
#include "storage/sql.h"

namespace storage {

namespace {

using driver::Access;
using driver::Transaction;

// The literal is that of the partial index.
static_assert(folding == 2);
// Only what the columns are made of: a row that cannot be read otherwise is none of our business.
constexpr auto accounts_to_refold =
    statement<Sql{"select id, username, administrator_roles, name, email, phone, function "
                  "from accounts where folding < 2 order by id limit $1 for update"}>;
constexpr auto refold_account =
    statement<Sql{"update accounts set folded_name = $2, folded_search = $3, folding = $4 "
                  "where id = $1"}>;
constexpr auto organisations_to_refold = statement<Sql{
    "select id, name from organisations where folding < 2 order by id limit $1 for update"}>;
constexpr auto refold_organisation =
    statement<Sql{"update organisations set folded_name = $2, folding = $3 where id = $1"}>;

std::int64_t refold_accounts(Transaction& transaction, int at_once) {
    auto const rows = transaction.query(accounts_to_refold, at_once);
    for (auto const& row : rows) {
        portal::Person const person{.name = row.text(3),
                                    .email = row.text(4),
                                    .phone = row.text(5),
                                    .function = row.text(6),
                                    .language = {}};
        transaction.send_to_one(refold_account, row.text(0), order_of(person),
                                searched_in(person, row.text(1), row.text(2)), folding);
    }
    return static_cast<std::int64_t>(rows.size());
}

std::int64_t refold_organisations(Transaction& transaction, int at_once) {
    auto const rows = transaction.query(organisations_to_refold, at_once);
    for (auto const& row : rows)
        transaction.send_to_one(refold_organisation, row.text(0),
                                order_of_organisation(row.text(1)), folding);
    return static_cast<std::int64_t>(rows.size());
}

} // namespace

std::int64_t refold(driver::Database& database, int at_once) {
    std::int64_t all = 0;
    for (auto const batch : {&refold_organisations, &refold_accounts})
        for (std::int64_t done = -1; done != 0; all += done)
            done = driver::retrying(database, Access::writing, [&](Transaction& transaction) {
                return batch(transaction, at_once);
            });
    return all;
}

} // namespace storage
