#include "portal/identity/mail_address.h"
#include "storage/account_rows.h"
#include "storage/columns.h"
#include "storage/records.h"
#include "storage/search.h"

#include <algorithm>
#include <utility>

namespace storage {

using portal::Account;
using portal::AccountFilter;
using portal::AccountId;
using portal::AccountOrder;
using portal::AccountQuery;

namespace {

constexpr auto these =
    Sql{"where organisation = $1 and ($2 = 'all' or ($2 = 'ended' and ended_at <= $3) "
        "or ($2 = 'linked' and linked_at is not null and (ended_at is null or ended_at > $3)) "
        "or ($2 = 'not_linked' and linked_at is null and (ended_at is null or ended_at > $3))) "
        "and folded_search like $4 escape '\\' and folded_search like $5 escape '\\' "
        "and folded_search like $6 escape '\\' and folded_search like $7 escape '\\' "
        "and folded_search like $8 escape '\\' and folded_search like $9 escape '\\' "};
constexpr auto count_these = statement<Sql{"select count(*) from accounts "} + these>;
constexpr auto page_of_these = select_account + these;
constexpr auto page = Sql{"limit $10 offset $11"};

// Each order has an index that begins with the organisation.
constexpr auto by_name = statement<page_of_these + "order by folded_name, id " + page>;
constexpr auto by_name_descending =
    statement<page_of_these + "order by folded_name desc, id desc " + page>;
constexpr auto by_sign_in =
    statement<page_of_these + "order by coalesce(last_sign_in_at, 0), id " + page>;
constexpr auto by_sign_in_descending =
    statement<page_of_these + "order by coalesce(last_sign_in_at, 0) desc, id desc " + page>;
constexpr auto by_registration = statement<page_of_these + "order by registered_at, id " + page>;
constexpr auto by_registration_descending =
    statement<page_of_these + "order by registered_at desc, id desc " + page>;

constexpr auto with_address =
    statement<Sql{"select count(*) from accounts where organisation = $1 and lower(email) = $2 "
                  "and ended_at is null and id <> $3"}>;
constexpr auto beginning_with = statement<Sql{
    "select email from accounts where organisation = $1 and ended_at is null and id <> $3 "
    "and substr(lower(email), 1, length($2)) = $2"}>;
constexpr auto linked_to = statement<select_account + "where link_pseudonym = $1 and "
                                                      "link_kvk = $2 order by linked_at, id">;
constexpr auto for_another_number =
    statement<Sql{"select count(*) from accounts where link_pseudonym = $1 and link_kvk <> $2"}>;
constexpr auto unused_since =
    statement<select_account +
              "where linked_at is not null and coalesce(last_sign_in_at, linked_at) <= $1 "
              "and id > $2 order by id limit $3">;
constexpr auto never_linked =
    statement<select_account +
              "where linked_at is null and ended_at is null and registered_at <= $1 "
              "and id > $2 and not exists (select 1 from former_links "
              "where former_links.account = accounts.id) and not exists (select 1 from "
              "staff_identities where staff_identities.account = accounts.id) "
              "order by id limit $3">;
constexpr auto insert_notice =
    statement<Sql{"insert into notices (account, notice) values ($1, $2) on conflict do nothing"}>;

std::string_view word(AccountFilter filter) {
    switch (filter) {
    case AccountFilter::all:
        return "all";
    case AccountFilter::not_linked:
        return "not_linked";
    case AccountFilter::linked:
        return "linked";
    case AccountFilter::ended:
        return "ended";
    }
    return "all";
}

driver::Statement const& in_order(AccountOrder order, bool descending) {
    switch (order) {
    case AccountOrder::name:
        break;
    case AccountOrder::last_sign_in:
        return descending ? by_sign_in_descending : by_sign_in;
    case AccountOrder::registered:
        return descending ? by_registration_descending : by_registration;
    }
    return descending ? by_name_descending : by_name;
}

/// A username may be typed as it stands in the letter, in groups. "Kees van Es" would be one by its
/// letters: without a digit the words of a search are words.
WordPatterns patterns_for(std::string_view search) {
    bool const digit = std::ranges::any_of(search, [](char c) { return c >= '0' && c <= '9'; });
    auto const username = digit ? portal::Username::parse(search) : std::nullopt;
    return words_anywhere(username ? username->text() : search);
}

/// Selected columns that select_account names: the id stands behind code and link.
constexpr std::size_t id_column = 7;

portal::Stretch stretch_from(driver::Rows const& rows, int most) {
    portal::Stretch stretch;
    for (auto const& row : rows) {
        try {
            stretch.accounts.push_back(account_from(row));
        } catch (foundation::Fault const&) {
            stretch.unreadable.push_back(row.text(id_column));
        }
    }
    if (std::cmp_equal(rows.size(), most))
        stretch.last = rows[rows.size() - 1].text(id_column);
    return stretch;
}

} // namespace

portal::Listing<Account> StoredRecords::accounts(portal::OrganisationId const& organisation,
                                                 AccountQuery const& query,
                                                 foundation::Instant now) {
    auto const [a, b, c, d, e, f] = patterns_for(query.search);
    auto const filter = word(query.filter);
    auto const total =
        transaction_.query(count_these, organisation, filter, now, a, b, c, d, e, f)[0];
    auto const rows =
        transaction_.query(in_order(query.order, query.descending), organisation, filter, now, a, b,
                           c, d, e, f, query.per_page, offset_of(query.page, query.per_page));
    return {.rows = accounts_from(rows), .total = total.integer(0)};
}

bool StoredRecords::address_taken(portal::OrganisationId const& organisation,
                                  std::string const& address, std::optional<AccountId> const& but) {
    auto const wanted = portal::compared(address);
    auto const but_id = but ? but->text() : std::string{};
    // A domain of letters is kept as it was typed, in one of many ways.
    if (wanted.contains("@xn--") || wanted.contains(".xn--")) {
        auto const beginning = wanted.substr(0, wanted.rfind('@') + 1);
        for (auto const& row : transaction_.query(beginning_with, organisation, beginning, but_id))
            if (portal::compared(row.text(0)) == wanted)
                return true;
        return false;
    }
    auto const others = transaction_.query(with_address, organisation, wanted, but_id);
    return others[0].integer(0) > 0;
}

std::vector<Account> StoredRecords::accounts_linked_to(portal::Identity const& identity) {
    return accounts_from(transaction_.query(linked_to, identity.pseudonym, identity.kvk));
}

bool StoredRecords::pseudonym_linked_for_another_number(portal::Identity const& identity) {
    auto const others = transaction_.query(for_another_number, identity.pseudonym, identity.kvk);
    return others[0].integer(0) > 0;
}

portal::Stretch StoredRecords::linked_and_unused_since(foundation::Instant moment,
                                                       std::string const& after, int most) {
    return stretch_from(transaction_.query(unused_since, moment, after, most), most);
}

portal::Stretch StoredRecords::never_linked_since(foundation::Instant moment,
                                                  std::string const& after, int most) {
    return stretch_from(transaction_.query(never_linked, moment, after, most), most);
}

bool StoredRecords::remember_notice(AccountId const& account, std::string const& notice) {
    return transaction_.execute(insert_notice, account, notice) == 1;
}

} // namespace storage
