#include "web/signing_in/waiting_words.h"

namespace web::signing_in {

namespace {

constexpr WaitingWords dutch{
    .waiting = "Wij controleren uw inlog",
    .waiting_text = "Wij wachten op antwoord van de makelaar van eHerkenning. Dat duurt langer dan "
                    "normaal. Deze pagina gaat vanzelf verder. U hoeft niets te doen.",
    .look = "Gaat de pagina niet verder? Kijk of er al antwoord is",
};

constexpr WaitingWords english{
    .waiting = "We are checking your login",
    .waiting_text = "We are waiting for an answer from the eHerkenning broker. That takes longer "
                    "than usual. This page goes on by itself. You do not have to do anything.",
    .look = "Does the page not go on? See whether there is an answer",
};

} // namespace

WaitingWords const& waiting_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::signing_in
