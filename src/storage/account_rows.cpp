#include "storage/account_rows.h"

#include "storage/columns.h"

namespace storage {

using portal::Account;
using portal::AccountId;
using portal::AssuranceLevel;
using portal::Language;

namespace {

std::optional<portal::SentCode> code_from(Columns& columns) {
    if (columns.next_is_null()) {
        columns.skip(2);
        return std::nullopt;
    }
    return portal::SentCode{.digest = columns.text(), .sent_at = columns.instant()};
}

std::optional<portal::Link> link_from(Columns& columns) {
    if (columns.next_is_null()) {
        columns.skip(5);
        return std::nullopt;
    }
    return portal::Link{
        .identity = {.pseudonym = columns.text(), .kvk = columns.as<portal::KvkNumber>()},
        .linked_at = columns.instant(),
        .level = columns.word<AssuranceLevel>(),
        .last_sign_in_at = columns.optional_instant(),
    };
}

} // namespace

Account account_from(driver::Row const& row) {
    auto columns = Columns{row};
    auto code = code_from(columns);
    auto link = link_from(columns);
    return Account{
        .id = columns.as<AccountId>(),
        .organisation = columns.as<portal::OrganisationId>(),
        .username = columns.as<portal::Username>(),
        .person = {.name = columns.text(),
                   .email = columns.text(),
                   .phone = columns.text(),
                   .function = columns.text(),
                   .language = columns.word<Language>()},
        .administrator_roles = columns.list(),
        .staff_roles = staff_roles(columns.text()),
        .registered_by = columns.optional_as<AccountId>(),
        .registered_at = columns.instant(),
        .letter_serial = columns.text(),
        .letter_made_at = columns.optional_instant(),
        .letter_handed_over_on = columns.optional_date(),
        .revocation_digest = columns.text(),
        .code_requested_at = columns.optional_instant(),
        .code = std::move(code),
        .code_last_sent_at = columns.optional_instant(),
        .attempts = {.wrong = columns.number(),
                     .blocked_until = columns.optional_instant(),
                     .by = columns.list()},
        .link = std::move(link),
        .ended_at = columns.optional_instant(),
        .agreed_terms = columns.number(),
        .version = columns.integer(),
    };
}

std::optional<Account> account_from(std::optional<driver::Row> const& row) {
    return row ? std::optional{account_from(*row)} : std::nullopt;
}

std::vector<Account> accounts_from(driver::Rows const& rows) {
    auto accounts = std::vector<Account>{};
    accounts.reserve(rows.size());
    for (auto const& row : rows)
        accounts.push_back(account_from(row));
    return accounts;
}

} // namespace storage
