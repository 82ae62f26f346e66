#pragma once
#include "delivery/words/sentence.h"
#include "portal/correspondence/letter.h"

namespace delivery {

/// What differs between the letter to a user and the one to the competent authority (P2.2).
struct LetterVariant {
    Subject title;      ///< also the heading
    Sentence hand_over; ///< right above
    Sentence attention; ///< below the organisation
    Sentence greeting;
    Sentences opening; ///< the username follows
    Sentence how_to_link;
    Sentence ask_for_code;
    Sentence questions;
    Sentence strip_use; ///< the revocation code follows
};

struct LetterWords {
    Sentence agency;
    Sentence product;
    Sentence date;
    Sentence serial;
    Sentence scan;
    Sentence scan_alternative; ///< what the QR code says, for whoever cannot see it
    Sentences steps;
    Sentence keep_secret;
    Sentence questions_heading;
    Sentence strip_heading;
    Sentence strip_keep;
    LetterVariant to_user;
    LetterVariant to_competent_authority;
};

LetterWords const& letter_words(portal::Language language);

} // namespace delivery
