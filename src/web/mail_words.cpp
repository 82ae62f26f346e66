#include "web/mail_words.h"

namespace web {

namespace {

constexpr MailWords dutch{
    .waits = "De e-mail staat klaar om te worden verstuurd.",
    .tried_once = "De e-mail is nog niet aangekomen: 1 keer geprobeerd. Wij proberen het opnieuw.",
    .tried = "De e-mail is nog niet aangekomen: {} keer geprobeerd. Wij proberen het opnieuw.",
    .handed_over = "De e-mail is op {} overgedragen aan de mailserver.",
    .refused = "De e-mail aan {} is op {} geweigerd door de mailserver van de ontvanger.",
    .given_up = "De e-mail aan {} is niet aangekomen. Wij proberen het sinds {} niet meer.",
    .failed_heading = "Een e-mail is niet aangekomen",
    .failed_list = "Bij deze gebruikers is een e-mail niet aangekomen",
    .confirmation = "Dit is de e-mail met uitleg over het koppelen.",
    .code = "Dit is de e-mail met de activatiecode.",
    .way_on_confirmation = "Vraag de gebruiker of het e-mailadres klopt. De uitleg staat ook in de "
                           "brief.",
    .way_on_code = "Vraag de gebruiker of het e-mailadres klopt. Klopt het? Verstuur dan opnieuw "
                   "een activatiecode.",
    .unknown_receiver = "De mailserver kent dit e-mailadres niet.",
    .mailbox_full = "De mailbox is vol.",
    .unwanted = "De mailserver neemt deze e-mail niet aan.",
    .too_large = "De e-mail is te groot voor deze mailbox.",
    .refused_otherwise = "De mailserver gaf geen reden die wij kennen.",
    .no_answer = "Wij konden de e-mail niet op tijd versturen.",
    .impossible = "Wij konden de e-mail niet maken.",
    .again_title = "Nieuwe activatiecode voor {}",
    .again_text = "Er is al een code tot {}. Verstuurt u een nieuwe code, dan werkt de oude niet "
                  "meer.",
    .again_button = "Ja, verstuur een nieuwe code",
};

constexpr MailWords english{
    .waits = "The email is ready to be sent.",
    .tried_once = "The email has not arrived yet: tried once. We will try again.",
    .tried = "The email has not arrived yet: tried {} times. We will try again.",
    .handed_over = "The email was handed over to the mail server on {}.",
    .refused = "The email to {} was refused by the recipient’s mail server on {}.",
    .given_up = "The email to {} did not arrive. We stopped trying on {}.",
    .failed_heading = "An email did not arrive",
    .failed_list = "An email did not arrive with these users",
    .confirmation = "This is the email that explains the linking.",
    .code = "This is the email with the activation code.",
    .way_on_confirmation = "Ask the user whether the email address is right. The letter explains "
                           "the linking too.",
    .way_on_code = "Ask the user whether the email address is right. If it is, send an activation "
                   "code again.",
    .unknown_receiver = "The mail server does not know this email address.",
    .mailbox_full = "The mailbox is full.",
    .unwanted = "The mail server does not accept this email.",
    .too_large = "The email is too large for this mailbox.",
    .refused_otherwise = "The mail server gave no reason that we know.",
    .no_answer = "We could not send the email in time.",
    .impossible = "We could not make the email.",
    .again_title = "New activation code for {}",
    .again_text = "A code is already valid until {}. If you send a new one, the old one stops "
                  "working.",
    .again_button = "Yes, send a new code",
};

} // namespace

MailWords const& mail_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

std::string_view reason_in_words(portal::MailFailure failure, MailWords const& words) {
    switch (failure) {
    case portal::MailFailure::unknown_receiver:
        return words.unknown_receiver;
    case portal::MailFailure::mailbox_full:
        return words.mailbox_full;
    case portal::MailFailure::unwanted:
        return words.unwanted;
    case portal::MailFailure::too_large:
        return words.too_large;
    case portal::MailFailure::refused_otherwise:
        return words.refused_otherwise;
    case portal::MailFailure::no_answer:
        return words.no_answer;
    case portal::MailFailure::impossible:
        return words.impossible;
    }
    return {};
}

} // namespace web
