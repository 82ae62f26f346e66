#include "delivery/words/failure_words.h"

#include "delivery/words/sentence.h"
#include "foundation/fault.h"

namespace delivery {

namespace {

struct FailureWords {
    Sentence unknown_receiver;
    Sentence mailbox_full;
    Sentence unwanted;
    Sentence too_large;
    Sentence refused_otherwise;
    Sentence no_answer;
    Sentence impossible;
};

constexpr FailureWords dutch{
    .unknown_receiver = "De mailserver van de ontvanger kent dit e-mailadres niet.",
    .mailbox_full = "De mailbox van de ontvanger is vol.",
    .unwanted = "De mailserver van de ontvanger neemt deze e-mail niet aan.",
    .too_large = "De e-mail is te groot voor de mailbox van de ontvanger.",
    .refused_otherwise = "De mailserver van de ontvanger heeft de e-mail geweigerd.",
    .no_answer = "Wij konden de e-mail niet op tijd versturen.",
    .impossible = "De e-mail kon niet worden gemaakt.",
};

constexpr FailureWords english{
    .unknown_receiver = "The recipient's mail server does not know this email address.",
    .mailbox_full = "The recipient's mailbox is full.",
    .unwanted = "The recipient's mail server does not accept this email.",
    .too_large = "The email is too large for the recipient's mailbox.",
    .refused_otherwise = "The recipient's mail server has refused the email.",
    .no_answer = "We could not send the email in time.",
    .impossible = "The email could not be made.",
};

} // namespace

std::string_view failure_in_words(portal::MailFailure failure, portal::Language language) {
    using enum portal::MailFailure;
    auto const& words = language == portal::Language::dutch ? dutch : english;
    switch (failure) {
    case unknown_receiver:
        return words.unknown_receiver.text();
    case mailbox_full:
        return words.mailbox_full.text();
    case unwanted:
        return words.unwanted.text();
    case too_large:
        return words.too_large.text();
    case refused_otherwise:
        return words.refused_otherwise.text();
    case no_answer:
        return words.no_answer.text();
    case impossible:
        return words.impossible.text();
    }
    foundation::bug("a failure without words", std::source_location::current());
}

} // namespace delivery
