#include "storage/account_rows.h"
#include "storage/columns.h"
#include "storage/grant_rows.h"
#include "storage/organisation_rows.h"
#include "storage/records.h"
#include "storage/sql.h"

namespace storage {

using portal::AccountId;
using portal::Bearer;
using portal::Session;

namespace {

constexpr auto select =
    Sql{"select digest, account, pseudonym, kvk, level, branch_number, language, form_token, "
        "return_path, started_at, seen_at, door from sessions "};
constexpr auto by_digest = statement<select + "where digest = $1">;
// The others by the same digest, so that none waits for another's answer.
constexpr auto its_account =
    statement<select_account + "where id = (select account from sessions where digest = $1)">;
constexpr auto its_organisation = Sql{
    "(select accounts.organisation from sessions join accounts on accounts.id = sessions.account "
    "where sessions.digest = $1)"};
constexpr auto the_organisation = statement<select_organisation + "where id = " + its_organisation>;
constexpr auto its_numbers =
    statement<select_number + "where organisation = " + its_organisation + " order by place">;
constexpr auto its_attributes =
    statement<select_attribute + "where organisation = " + its_organisation + " order by place">;
constexpr auto its_grants =
    statement<select_grant + "where account = (select account from sessions where digest = $1)" +
              not_withdrawn>;
constexpr auto of_account =
    statement<select + "where account = $1 order by started_at desc, digest">;

constexpr auto insert = statement<Sql{
    "insert into sessions (digest, account, pseudonym, kvk, level, branch_number, language, "
    "form_token, return_path, started_at, seen_at, door) "
    "values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"}>;
// An update: a session that was ended meanwhile stays ended.
constexpr auto update = statement<Sql{
    "update sessions set account = $2, pseudonym = $3, kvk = $4, level = $5, branch_number = $6, "
    "language = $7, form_token = $8, return_path = $9, started_at = $10, seen_at = $11, "
    "door = $12 where digest = $1"}>;
constexpr auto touch =
    statement<Sql{"update sessions set seen_at = $2 where digest = $1 and seen_at < $2"}>;
constexpr auto end = statement<Sql{"delete from sessions where digest = $1"}>;
constexpr auto end_others =
    statement<Sql{"delete from sessions where account = $1 and digest <> $2"}>;

Session session_from(driver::Row const& row) {
    auto columns = Columns{row};
    auto session = Session{
        .digest = columns.text(),
        .account = columns.optional_as<AccountId>(),
        .identity = {.pseudonym = columns.text(), .kvk = columns.as<portal::KvkNumber>()},
        .level = columns.word<portal::AssuranceLevel>(),
        .branch_number = columns.optional_text(),
        .language = columns.word<portal::Language>(),
        .form_token = columns.text(),
        .return_path = columns.text(),
        .started_at = columns.instant(),
        .seen_at = columns.instant(),
    };
    session.door = columns.word<portal::Door>();
    return session;
}

void write(driver::Transaction& transaction, driver::Statement const& how, Session const& session) {
    transaction.send(how, session.digest, session.account, session.identity.pseudonym,
                     session.identity.kvk, word(session.level), session.branch_number,
                     word(session.language), session.form_token, session.return_path,
                     session.started_at, session.seen_at, word(session.door));
}

} // namespace

std::optional<Bearer> StoredRecords::bearer(std::string const& digest) {
    using driver::bound;
    auto const [sessions, accounts, organisations, numbers, attributes, grants] =
        transaction_.queries(bound(by_digest, digest), bound(its_account, digest),
                             bound(the_organisation, digest), bound(its_numbers, digest),
                             bound(its_attributes, digest), bound(its_grants, digest));
    if (sessions.empty())
        return std::nullopt;
    auto bearer = Bearer{.session = session_from(sessions[0])};
    if (!accounts.empty() && !organisations.empty()) {
        bearer.account = account_from(accounts[0]);
        bearer.organisation = organisation_from(organisations[0], numbers, attributes);
        bearer.grants = grants_from(grants);
    }
    return bearer;
}

std::vector<Session> StoredRecords::sessions_of(AccountId const& account) {
    auto sessions = std::vector<Session>{};
    for (auto const& row : transaction_.query(of_account, account))
        sessions.push_back(session_from(row));
    return sessions;
}

void StoredRecords::add(Session const& session) { write(transaction_, insert, session); }

void StoredRecords::save(Session const& session) { write(transaction_, update, session); }

void StoredRecords::touch_session(std::string const& digest, foundation::Instant seen_at) {
    transaction_.send(touch, digest, seen_at);
}

void StoredRecords::end_session(std::string const& digest) { transaction_.send(end, digest); }

void StoredRecords::end_sessions_of(AccountId const& account, std::string const& but_digest) {
    transaction_.send(end_others, account, but_digest);
}

} // namespace storage
