#pragma once
#include "delivery/words/sentence.h"
#include "portal/correspondence/mail.h"

namespace delivery {

/// What one kind of mail says. Its first sentence says what it is about and is never left out.
struct MailWords {
    Subject subject; ///< also the heading
    Sentences opening;
    Sentences steps; ///< numbered, below "Wat moet u doen?"
    Sentences closing;
    /// In place of the opening when notices about several persons were gathered in one.
    Sentences of_several = none;
};

/// What every mail says.
struct SharedWords {
    Sentence greeting;
    Sentence greeting_without_name;
    Sentence what_to_do;
    Sentence code_holds_until;
    Sentence keep_code_secret; ///< in bold
    Sentence never_asked;
    Sentence farewell;
    Sentence agency;
    Sentence automatic;
    Sentence automatic_from_test_environment;
    Sentence one_day;
    Sentence days; ///< after a number
    Sentence one_time;
    Sentence times;      ///< after a number
    Sentence and_others; ///< behind names that are not all
    Sentence and_last;   ///< before the last of several
    Sentence activation_code;
};

/// What can run out, as a mail names it.
struct HoldingWords {
    Sentence signing;
    Sentence next_signing;
    Sentence decryption;
    Sentence client;
    Sentence broker_signing;
    Sentence broker_metadata;
};

/// P6.17: what was done to somebody's account; of an administrator's the others are told.
struct ActMails {
    MailWords letter_made;
    MailWords letter_made_to_administrator;
    MailWords code_sent_to_administrator;
    MailWords account_ended_to_administrator;
};

/// All mails in one language: one member for each portal::MailKind, those of acts together.
struct MailLanguage {
    SharedWords shared;
    HoldingWords holdings;
    MailWords registration_confirmed;
    MailWords activation_code;
    MailWords code_requested;
    MailWords linked;
    MailWords linked_to_administrator;
    MailWords linking_attempts_failed;
    MailWords linking_blocked;
    MailWords unlinked;
    MailWords unlinked_to_administrator;
    MailWords link_lapsed;
    MailWords link_lapses_soon;
    MailWords never_linked;
    MailWords address_code;
    MailWords address_changed;
    MailWords contact_changed;
    MailWords grants_changed;
    MailWords appointed;
    MailWords key_runs_out;
    MailWords account_ended;
    MailWords mail_undelivered;
    ActMails acts;
};

extern MailLanguage const dutch_mail;
extern MailLanguage const english_mail;

MailLanguage const& mail_language(portal::Language language);
std::string_view holding_in_words(portal::keys::Holding holding, MailLanguage const& language);
MailWords const& words_for(portal::MailKind kind, MailLanguage const& language);

} // namespace delivery
