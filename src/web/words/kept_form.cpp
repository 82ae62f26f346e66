#include "web/words/kept_form.h"

namespace web::words {

namespace {

constexpr KeptForm dutch{
    .until = "U bent ingelogd tot {}",
    .until_text =
        "Daarna logt u opnieuw in met eHerkenning. Dat moet na 4 uur altijd. U kunt dat "
        "ook nu doen, met de knop onder het formulier. Wat u hebt ingevuld, blijft bewaard.",
    .keep_and_sign_in = "Bewaar en log opnieuw in",
    .older =
        {"Deze pagina was verlopen",
         "U hebt intussen opnieuw ingelogd. Wat u hebt ingevuld, hebben wij bewaard. Controleer "
         "het en verstuur het formulier nog een keer.",
         "Verder met het formulier"},
    .ended = {"U bent niet meer ingelogd",
              "Uw tijd was om. Wat u hebt ingevuld, hebben wij bewaard bij uw account. Log opnieuw "
              "in met hetzelfde eHerkenningmiddel. U komt daarna terug bij het formulier.",
              "Opnieuw inloggen"},
};

constexpr KeptForm english{
    .until = "You are logged in until {}",
    .until_text =
        "After that you log in again with eHerkenning. After 4 hours that is always "
        "necessary. You can also do it now, with the button below the form. What you filled in "
        "is kept.",
    .keep_and_sign_in = "Keep and log in again",
    .older =
        {"This page had expired",
         "Meanwhile you logged in again. We have kept what you filled in. Check it and send the "
         "form once more.",
         "Go on with the form"},
    .ended = {"You are no longer logged in",
              "Your time was up. We have kept what you filled in with your account. Log in again "
              "with the same eHerkenning means. After that you come back to the form.",
              "Log in again"},
};

} // namespace

KeptForm const& kept_form(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::words
