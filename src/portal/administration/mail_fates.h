#pragma once
#include "portal/archive.h"

namespace portal::administration {

/// What became of the mails without which a user cannot go on, at the address of now (P2.16).
/// Nothing of a mail that never was, or of which an earlier version kept nothing.
struct MailFates {
    std::optional<MailFate> confirmation{};
    std::optional<MailFate> code{};
};

/// Of somebody who is linked no mail is waited for, and none is looked up.
MailFates fates_of(Records& records, Account const& account);

/// Where the account stands, the mails counted in: a code that did not arrive was not sent.
AccountState state_of(Account const& account, MailFates const& mails, Policy const& policy,
                      foundation::Instant now);

/// Whether a code is out that the user may have.
bool code_is_out(Account const& account, MailFates const& mails, Policy const& policy,
                 foundation::Instant now);

} // namespace portal::administration
