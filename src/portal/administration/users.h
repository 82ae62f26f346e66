#pragma once
#include "portal/acting/desk.h"
#include "portal/administration/authority.h"
#include "portal/administration/mail_fates.h"
#include "portal/archive.h"
#include "portal/correspondence/letter.h"
#include "portal/vault.h"

#include <expected>

namespace portal::administration {

/// Why something was not done, for the page to say at the right field.
enum class Refusal {
    /// See the permission; also everything of another organisation, and of who may not act any more
    /// once it is his turn.
    not_allowed,
    not_found,
    address_taken,     ///< another user of the organisation has this mail address
    roles_not_covered, ///< an administrator with roles that the actor has not (P6.17)
    already_linked,    ///< a code is of no use
    linked_by_letter,  ///< staff make no letter for who is linked: its strip would unlink (P6.17)
    no_letter_yet,     ///< a code is sent only after a letter was made (manual 1.1 step 3 and 4)
    not_linked,
    date_in_future,
    date_before_letter,
    ends_before_start,
    already_granted,
    stale, ///< somebody changed it meanwhile (D9)
    already_decided,
    no_signed_form, ///< nobody approves without the signature before him (P2.1)
    form_there_already,
    value_elsewhere,        ///< names a value that belongs to another organisation (P8.11)
    own_appointment,        ///< the appointee is a member of staff who enters or decides (P8.11)
    unprintable,            ///< a name has characters that a letter cannot print (P2.14)
    code_still_valid,       ///< asks first: another one voids it (P2.17)
    too_many_codes,         ///< for this account, within an hour (P2.17)
    too_many_codes_sent,    ///< by this administrator, within an hour (P2.17)
    too_many_registrations, ///< by this administrator, within an hour (P2.17)
    address_had_many,       ///< this address within a day, whoever sent (P2.17)
};

/// Whether who asks did this to the account a moment ago by the same press of a button: for a page
/// that is not there any more once it was done (decision 0169).
bool done_before(Desk const& desk, Claim const& claim, Action action, AccountId const& account);

struct RegisterUser {
    Person person;
    bool has_means = false; ///< P2.3: the administrator confirms that the user has one
};

/// P2.3, P2.4. The door has checked name, address and the confirmation; who may and whether the
/// address is free is decided here.
std::expected<AccountId, Refusal> register_user(Desk const& desk, Claim const& claim,
                                                RegisterUser const& command);

struct LetterMaking {
    std::string sign_in_address;
    std::string revocation_address;
};
/// Why there is no letter.
struct NoLetter {
    Refusal why;
    std::vector<std::string> unprintable{}; ///< the characters, where that is why (P2.14)
};
/// P2.5: a new serial and a new revocation code each time; the code of an earlier letter is void.
/// By the administrator, or for an administrator by staff (P2.2). What the press cannot print is
/// said before anything changes: an earlier letter stays good.
std::expected<Letter, NoLetter> make_letter(Desk const& desk, Claim const& claim,
                                            AccountId const& account, LetterPress const& press,
                                            LetterMaking const& places);

/// P2.5: on which day the letter was handed over.
std::expected<void, Refusal> record_hand_over(Desk const& desk, Claim const& claim,
                                              AccountId const& account,
                                              foundation::CivilDate const& on);

/// Whether a code may take the place of one that is valid still.
enum class Resend { asks_first, sure };

/// P2.6, P2.7: a new code to the user's mail address; an earlier one is void. Who asks sees the
/// time, never the code. What one account gets, one administrator sends and one address receives
/// has a limit (P2.17).
std::expected<foundation::Instant, Refusal> send_code(Desk const& desk, Claim const& claim,
                                                      AccountId const& account, Resend resend);

/// P6.5: link, code and sessions end in one transaction. Of an administrator also by staff (P6.17).
std::expected<void, Refusal> unlink(Desk const& desk, Claim const& claim, AccountId const& account,
                                    UnlinkReason reason, std::string const& note);

/// P6.5: by the user, without signing in, with the code on the letter's tear-off strip. The answer
/// is the same whether or not such a code exists.
void unlink_with_revocation_code(Archive& archive, Vault const& vault, Code const& code,
                                 foundation::Instant asked_at);

/// P2.10: the account's own block is lifted; a person's block is not the administrator's to lift.
std::expected<void, Refusal> lift_block(Desk const& desk, Claim const& claim,
                                        AccountId const& account);

/// P6.8, at once: letter, code, link, grants and sessions end with it. Of an administrator also by
/// staff, for whom alone the last one of a role ends (P6.17).
std::expected<void, Refusal> end_account(Desk const& desk, Claim const& claim,
                                         AccountId const& account, std::string const& reason);

/// One account as its administrator sees it; the look is kept in the journal (P8.5). Not found for
/// everything of another organisation.
struct UserFile {
    Account account;
    std::vector<Grant> grants;
    MailFates mails;
};
std::expected<UserFile, Refusal> user_file(Desk const& desk, Claim const& claim,
                                           AccountId const& account);

/// An account with what became of its mails.
struct UserRow {
    Account account;
    MailFates mails;
};
/// Of staff, who administer the agency's own users, the look is kept in the journal (P8.15).
std::expected<Listing<UserRow>, Refusal> users(Desk const& desk, Standing const& standing,
                                               Claim const& claim, AccountQuery const& query);

} // namespace portal::administration
