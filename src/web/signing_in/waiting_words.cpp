#include "web/signing_in/waiting_words.h"

namespace web::signing_in {

namespace {

constexpr WaitingWords dutch{
    .waiting = "Wij controleren uw inlog",
    .waiting_text = "Wij wachten op antwoord van de makelaar van eHerkenning. Dat duurt langer dan "
                    "normaal. Deze pagina gaat vanzelf verder. U hoeft niets te doen.",
    .look = "Gaat de pagina niet verder? Kijk of er al antwoord is",
    .crowded = "Het is druk",
    .crowded_text = "Er loggen nu veel mensen tegelijk in. U bent nog niet ingelogd. Wacht even en "
                    "probeer het zo opnieuw.",
    .again = "Probeer het opnieuw",
};

constexpr WaitingWords english{
    .waiting = "We are checking your login",
    .waiting_text = "We are waiting for an answer from the eHerkenning broker. That takes longer "
                    "than usual. This page goes on by itself. You do not have to do anything.",
    .look = "Does the page not go on? See whether there is an answer",
    .crowded = "It is busy",
    .crowded_text = "Many people are logging in at this moment. You are not logged in yet. Wait a "
                    "moment and try again.",
    .again = "Try again",
};

} // namespace

WaitingWords const& waiting_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::signing_in
