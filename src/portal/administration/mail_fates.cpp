#include "portal/administration/mail_fates.h"

namespace portal::administration {

MailFates fates_of(Records& records, Account const& account) {
    if (account.link)
        return {};
    auto const& address = account.person.email;
    MailFates mails;
    mails.confirmation = records.fate_of(account.id, address, MailKind::registration_confirmed);
    if (account.code)
        mails.code = records.fate_of(account.id, address, MailKind::activation_code);
    return mails;
}

AccountState state_of(Account const& account, MailFates const& mails, Policy const& policy,
                      foundation::Instant now) {
    auto const state = portal::state_of(account, policy, now);
    if (state == AccountState::code_sent && mails.code &&
        mails.code->state == MailFate::State::waiting)
        return AccountState::code_waits;
    bool const code_lost = state == AccountState::code_sent && mails.code && mails.code->failed();
    bool const confirmation_lost =
        state == AccountState::registered && mails.confirmation && mails.confirmation->failed();
    return code_lost || confirmation_lost ? AccountState::mail_failed : state;
}

bool code_is_out(Account const& account, MailFates const& mails, Policy const& policy,
                 foundation::Instant now) {
    return account.code && now < account.code->expires_at(policy) &&
           !(mails.code && mails.code->failed());
}

} // namespace portal::administration
