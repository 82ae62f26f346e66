#include "foundation/text.h"
#include "storage/account_rows.h"
#include "storage/records.h"
#include "storage/search.h"

namespace storage {

using portal::Account;

namespace {

constexpr auto administrators =
    statement<select_account + "where organisation = $1 and administrator_roles <> '' "
                               "and (ended_at is null or ended_at > $2) order by folded_name, id">;
// By the two indexes that begin with the organisation; more than a few are no help to anybody.
constexpr auto alike =
    statement<select_account +
              "where id in (select id from accounts where organisation = $1 and folded_name = $2 "
              "and ended_at is null union select id from accounts where organisation = $1 "
              "and lower(email) = $3 and ended_at is null) order by folded_name, id limit 5">;
constexpr auto of_pseudonym =
    statement<select_account + "where link_pseudonym = $1 order by id limit 20">;

} // namespace

std::vector<Account> StoredRecords::administrators_in(portal::OrganisationId const& organisation,
                                                      foundation::Instant now) {
    return accounts_from(transaction_.query(administrators, organisation, now));
}

std::vector<Account> StoredRecords::people_like(portal::OrganisationId const& organisation,
                                                portal::Person const& person) {
    return accounts_from(transaction_.query(alike, organisation, order_of(person),
                                            foundation::lower_ascii(person.email)));
}

std::vector<Account> StoredRecords::accounts_of_pseudonym(std::string const& pseudonym) {
    return accounts_from(transaction_.query(of_pseudonym, pseudonym));
}

} // namespace storage
