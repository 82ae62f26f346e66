#include "storage/account_rows.h"
#include "storage/columns.h"
#include "storage/records.h"
#include "storage/search.h"

namespace storage {

using portal::Account;
using portal::AccountId;

namespace {

constexpr auto by_id = statement<select_account + "where id = $1">;
constexpr auto by_id_locked = statement<select_account + "where id = $1 for update">;
constexpr auto by_username_locked = statement<select_account + "where username = $1 for update">;
constexpr auto by_revocation_locked =
    statement<select_account + "where revocation_digest = $1 and revocation_digest <> '' "
                               "for update">;

// What `folding` makes of it: see src/storage/search.h.
static_assert(folding == 2);
constexpr auto insert = statement<Sql{
    "insert into accounts (id, organisation, username, name, email, phone, function, language, "
    "administrator_roles, staff_roles, registered_by, registered_at, letter_serial, "
    "letter_made_at, letter_handed_over_on, revocation_digest, code_requested_at, code_digest, "
    "code_sent_at, code_last_sent_at, wrong_attempts, blocked_until, link_pseudonym, link_kvk, "
    "link_level, linked_at, last_sign_in_at, ended_at, agreed_terms, folded_name, folded_search, "
    "wrong_by, version, folding) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, "
    "$14, $15, "
    "$16, $17, "
    "$18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, 2) "
    "on conflict (username) do nothing"}>;
constexpr auto update = statement<Sql{
    "update accounts set organisation = $2, username = $3, name = $4, email = $5, phone = $6, "
    "function = $7, language = $8, administrator_roles = $9, staff_roles = $10, "
    "registered_by = $11, registered_at = $12, letter_serial = $13, letter_made_at = $14, "
    "letter_handed_over_on = $15, revocation_digest = $16, code_requested_at = $17, "
    "code_digest = $18, code_sent_at = $19, code_last_sent_at = $20, wrong_attempts = $21, "
    "blocked_until = $22, link_pseudonym = $23, link_kvk = $24, link_level = $25, "
    "linked_at = $26, last_sign_in_at = $27, ended_at = $28, agreed_terms = $29, "
    "folded_name = $30, folded_search = $31, wrong_by = $32, folding = 2, version = version + 1 "
    "where id = $1"}>;

constexpr auto update_sign_in =
    statement<Sql{"update accounts set last_sign_in_at = $2, version = version + 1 "
                  "where id = $1 and linked_at is not null"}>;

// Before the row gets another link or none: the one it has goes to the links that were.
constexpr auto keep_former_link = statement<Sql{
    "insert into former_links (account, number, pseudonym, kvk, level, linked_at, "
    "last_sign_in_at) select id, (select count(*) + 1 from former_links where account = $1), "
    "link_pseudonym, link_kvk, link_level, linked_at, last_sign_in_at from accounts "
    "where id = $1 and link_pseudonym is not null and (link_pseudonym is distinct from $2 "
    "or link_kvk is distinct from $3 or linked_at is distinct from $4)"}>;

// Before the row gets another code or none: a mail that waits with the one it has does not leave.
constexpr auto void_code_mails = statement<Sql{
    "update outbox set sealed = '', due_at = null, unreadable_at = null, failure = 'superseded' "
    "where account = $1 and kind = 'activation_code' and due_at is not null "
    "and exists (select 1 from accounts where id = $1 and code_digest is distinct from $2)"}>;

/// An account's link in columns: all null when there is none.
struct LinkColumns {
    std::optional<std::string> pseudonym;
    std::optional<std::string> kvk;
    std::optional<std::string> level;
    std::optional<foundation::Instant> linked_at;
    std::optional<foundation::Instant> last_sign_in_at;
};

LinkColumns columns_of(std::optional<portal::Link> const& link) {
    if (!link)
        return {};
    return {.pseudonym = link->identity.pseudonym,
            .kvk = link->identity.kvk.text(),
            .level = std::string{word(link->level)},
            .linked_at = link->linked_at,
            .last_sign_in_at = link->last_sign_in_at};
}

/// Calls `write` with everything of the account in the order of the two statements above.
auto with_columns(Account const& account, auto const& write) {
    auto const& person = account.person;
    auto const& code = account.code;
    auto const link = columns_of(account.link);
    auto const name = order_of(person);
    auto const roles = joined(account.administrator_roles);
    auto const search = searched_in(person, account.username.text(), roles);
    return write(account.id, account.organisation, account.username, person.name, person.email,
                 person.phone, person.function, word(person.language), roles,
                 joined(account.staff_roles), account.registered_by, account.registered_at,
                 account.letter_serial, account.letter_made_at,
                 stored(account.letter_handed_over_on), account.revocation_digest,
                 account.code_requested_at, code ? std::optional{code->digest} : std::nullopt,
                 code ? std::optional{code->sent_at} : std::nullopt, account.code_last_sent_at,
                 account.attempts.wrong, account.attempts.blocked_until, link.pseudonym, link.kvk,
                 link.level, link.linked_at, link.last_sign_in_at, account.ended_at,
                 account.agreed_terms, name, search, joined(account.attempts.by));
}

} // namespace

std::optional<Account> StoredRecords::account(AccountId const& id) {
    return account_from(transaction_.one(by_id, id));
}

std::optional<Account> StoredRecords::account_for_change(AccountId const& id) {
    return account_from(transaction_.one(by_id_locked, id));
}

std::optional<Account> StoredRecords::account_named_for_change(portal::Username const& username) {
    return account_from(transaction_.one(by_username_locked, username));
}

std::optional<Account>
StoredRecords::account_with_revocation_for_change(std::string const& digest) {
    return account_from(transaction_.one(by_revocation_locked, digest));
}

bool StoredRecords::add(Account const& account) {
    return with_columns(account, [&](auto const&... columns) {
        return transaction_.execute(insert, columns..., account.version) == 1;
    });
}

void StoredRecords::save(Account const& account) {
    auto const link = columns_of(account.link);
    transaction_.send(keep_former_link, account.id, link.pseudonym, link.kvk, link.linked_at);
    transaction_.send(void_code_mails, account.id,
                      account.code ? std::optional{account.code->digest} : std::nullopt);
    with_columns(account,
                 [&](auto const&... columns) { transaction_.send_to_one(update, columns...); });
}

void StoredRecords::save_sign_in(Account const& account) {
    foundation::ensure(account.link.has_value(), "an account without link signs in");
    transaction_.send_to_one(update_sign_in, account.id, account.link->last_sign_in_at);
}

} // namespace storage
