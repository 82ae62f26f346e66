#include "storage/refold.h"

#include "foundation/unicode.h"
#include "storage/account_rows.h"
#include "storage/search.h"

namespace storage {

namespace {

using driver::Access;
using driver::Transaction;

// The literal is that of the partial index.
static_assert(folding == 2);
constexpr auto accounts_to_refold =
    statement<select_account + "where folding < 2 order by id limit $1 for update">;
constexpr auto refold_account =
    statement<Sql{"update accounts set folded_name = $2, folded_search = $3, folding = $4 "
                  "where id = $1"}>;
constexpr auto organisations_to_refold = statement<Sql{
    "select id, name from organisations where folding < 2 order by id limit $1 for update"}>;
constexpr auto refold_organisation =
    statement<Sql{"update organisations set folded_name = $2, folding = $3 where id = $1"}>;

std::int64_t refold_accounts(Transaction& transaction, int at_once) {
    auto const accounts = accounts_from(transaction.query(accounts_to_refold, at_once));
    for (auto const& account : accounts)
        transaction.send_to_one(refold_account, account.id, order_of(account.person),
                                searched_in(account), folding);
    return static_cast<std::int64_t>(accounts.size());
}

std::int64_t refold_organisations(Transaction& transaction, int at_once) {
    auto const rows = transaction.query(organisations_to_refold, at_once);
    for (auto const& row : rows)
        transaction.send_to_one(refold_organisation, row.text(0), foundation::folded(row.text(1)),
                                folding);
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
