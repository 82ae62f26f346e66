#include "delivery/words/mail_words.h"

#include "foundation/fault.h"

namespace delivery {

MailLanguage const& mail_language(portal::Language language) {
    switch (language) {
    case portal::Language::dutch:
        return dutch_mail;
    case portal::Language::english:
        return english_mail;
    }
    foundation::bug("a language without mails", std::source_location::current());
}

std::string_view holding_in_words(portal::keys::Holding holding, MailLanguage const& language) {
    using enum portal::keys::Holding;
    switch (holding) {
    case signing:
        return language.holdings.signing.text();
    case next_signing:
        return language.holdings.next_signing.text();
    case decryption:
        return language.holdings.decryption.text();
    case client:
        return language.holdings.client.text();
    case broker_signing:
        return language.holdings.broker_signing.text();
    case broker_metadata:
        return language.holdings.broker_metadata.text();
    }
    foundation::bug("a holding without words", std::source_location::current());
}

MailWords const& words_for(portal::MailKind kind, MailLanguage const& language) {
    using enum portal::MailKind;
    switch (kind) {
    case registration_confirmed:
        return language.registration_confirmed;
    case activation_code:
        return language.activation_code;
    case code_requested:
        return language.code_requested;
    case linked:
        return language.linked;
    case linked_to_administrator:
        return language.linked_to_administrator;
    case linking_attempts_failed:
        return language.linking_attempts_failed;
    case linking_blocked:
        return language.linking_blocked;
    case unlinked:
        return language.unlinked;
    case unlinked_to_administrator:
        return language.unlinked_to_administrator;
    case link_lapsed:
        return language.link_lapsed;
    case link_lapses_soon:
        return language.link_lapses_soon;
    case never_linked:
        return language.never_linked;
    case address_code:
        return language.address_code;
    case address_changed:
        return language.address_changed;
    case contact_changed:
        return language.contact_changed;
    case grants_changed:
        return language.grants_changed;
    case appointed:
        return language.appointed;
    case key_runs_out:
        return language.key_runs_out;
    case account_ended:
        return language.account_ended;
    case mail_undelivered:
        return language.mail_undelivered;
    case letter_made:
        return language.acts.letter_made;
    case letter_made_to_administrator:
        return language.acts.letter_made_to_administrator;
    case code_sent_to_administrator:
        return language.acts.code_sent_to_administrator;
    case account_ended_to_administrator:
        return language.acts.account_ended_to_administrator;
    }
    foundation::bug("a kind of mail without words", std::source_location::current());
}

} // namespace delivery
