#pragma once
#include "foundation/id.h"
#include "foundation/instant.h"
#include "portal/keys/expiry.h"
#include "portal/language.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace portal {

/// Every mail there is. The words stand in delivery/; a kind without words does not compile.
enum class MailKind {
    registration_confirmed,  ///< P2.4 to the user: instructions, no secret
    activation_code,         ///< P2.6 to the user: the only mail that carries a code for linking
    code_requested,          ///< P2.6 to the administrators: a user asks for a code
    linked,                  ///< P2.11 to the user
    linked_to_administrator, ///< P2.11
    linking_attempts_failed, ///< L10 to the user: five wrong combinations named this account
    linking_blocked,         ///< P2.10 to the administrator: ten wrong combinations, can be lifted
    unlinked,                ///< P6.5 to the user
    unlinked_to_administrator,    ///< P6.5
    link_lapsed,                  ///< P3.4 to the user: 18 months without signing in
    link_lapses_soon,             ///< P3.4 to the user: 90, 30 or 7 days ahead
    never_linked,                 ///< P3.4 to the administrator: registered 60 days ago, not linked
    address_code,                 ///< P5.1 to the new address: the code that proves it
    address_changed,              ///< P5.1 to the old address
    contact_changed,              ///< P5.1 to the administrator
    grants_changed,               ///< to the user: roles were granted or withdrawn
    appointed,                    ///< P2.1 to the new administrator
    key_runs_out,                 ///< to the agency's registrars: 60, 30 or 7 days ahead
    account_ended,                ///< to the user
    mail_undelivered,             ///< P2.16 to the administrators: a mail to a user did not arrive
    letter_made,                  ///< P6.17 to the user: never the letter's code itself
    letter_made_to_administrator, ///< P6.17 to the others, of an administrator; so too the next two
    code_sent_to_administrator,
    account_ended_to_administrator,
};

/// In which order mails leave (P8.12).
enum class MailClass {
    urgent, ///< codes, and that a link was undone
    notice,
    bulk, ///< what the night makes; so many a minute
};

/// The word for it in the database, the log and the figures; empty when there is no such kind.
std::string_view name_of(MailKind kind);
std::string_view name_of(MailClass value);
MailClass class_of(MailKind kind);
/// All of them, by going on until there is no name.
std::vector<MailKind> every_mail_kind();
/// Nothing for a word that only another version of the program knows.
std::optional<MailKind> mail_kind_named(std::string_view name);

/// Why a mail will never arrive (P2.16): what is told of it, never a server's own words.
enum class MailFailure {
    unknown_receiver,  ///< the receiver's server knows nobody of that name
    mailbox_full,      ///< and so it said for good
    unwanted,          ///< the server takes no such mail: a rule of its own, a list
    too_large,         ///< for that mailbox
    refused_otherwise, ///< refused for good, for a reason of its own
    no_answer,         ///< no server took it in the time there was
    impossible,        ///< it could not be written, or not to this address
};
std::string_view name_of(MailFailure failure);
/// Nothing for a word that only another version of the program knows.
std::optional<MailFailure> mail_failure_named(std::string_view name);
/// The receiver's server said no; otherwise nobody answered, or nobody was asked.
bool is_refusal(MailFailure failure);

/// One mail to one person. Which fields are filled follows from the kind; the rest stays empty.
struct Mail {
    MailKind kind = MailKind::registration_confirmed;
    Language language = Language::dutch;
    std::string address; ///< checked on the way in: one address, no control characters
    std::string name;    ///< of the receiver
    std::string organisation;
    std::string other_person;                  ///< who did it, or whom it is about
    std::string code;                          ///< secret: activation_code and address_code only
    std::optional<foundation::Instant> moment; ///< until when a code holds, when a link lapses, ...
    int number = 0;                            ///< days ahead, attempts
    std::optional<keys::Holding> holding{};    ///< what runs out
    std::optional<MailKind> undelivered{};     ///< which mail it tells of that did not arrive
    std::optional<MailFailure> failure{};      ///< and why
    std::vector<std::string> also{};           ///< gathered: whom else it is about, the first fifty
    bool and_others = false;                   ///< and about persons beyond those
    int gathered = 0;                          ///< how many further notices it stands for
};

/// What became of a mail (P2.16).
struct MailFate {
    enum class State { waiting, handed_over, refused, given_up };
    State state = State::waiting;
    int attempts = 0;
    foundation::Instant at{}; ///< since when: queued, handed over, refused or given up
    MailFailure failure = MailFailure::no_answer;

    bool failed() const { return state == State::refused || state == State::given_up; }
};

using OutboxId = foundation::Id<struct OutboxTag>;

/// A mail that waits. Its id is also its Message-ID's left part: the same at every attempt.
struct WaitingMail {
    OutboxId id;
    Mail mail;
    int attempts = 0; ///< begun before this one
    foundation::Instant queued_at{};
    std::optional<foundation::Instant> useless_after; ///< a code that has expired is not sent (F5)
    foundation::Instant due_at{};                     ///< until it was taken
    foundation::Instant leased_until{};               ///< by which the outbox knows whose it is
};

} // namespace portal
