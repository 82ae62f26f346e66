#include "web/words/errors.h"

namespace web::words {

namespace {

constexpr Errors dutch{
    .not_found = {"Deze pagina is er niet",
                  "Controleer het adres. Of ga naar het overzicht en zoek daar wat u nodig hebt."},
    .forbidden = {"U mag deze pagina niet bekijken",
                  "Hebt u deze pagina nodig voor uw werk? Vraag het uw beheerder."},
    .bad_request = {"Wij konden dit niet lezen",
                    "Ga terug naar de vorige pagina en probeer het nog een keer."},
    .method = {"Dat kan hier niet", "Ga terug naar de vorige pagina en probeer het nog een keer."},
    .stale = {"Deze pagina was verlopen",
              "Verstuur het formulier nog een keer. Ga daarvoor terug naar de vorige pagina: wat u "
              "hebt ingevuld staat er nog."},
    .session_needed =
        {"U bent niet ingelogd",
         "U was te lang niet actief of u hebt uitgelogd. Log opnieuw in. Wat u hebt "
         "ingevuld staat nog in uw browser: ga na het inloggen terug naar de pagina."},
    .broken =
        {"Er ging iets mis bij ons",
         "Probeer het over een paar minuten opnieuw. Lukt het dan nog niet? Neem contact op en "
         "noem het referentienummer."},
    .unavailable = {"Mijn DUO is even niet bereikbaar",
                    "Er ging iets mis bij ons. Probeer het over een paar minuten opnieuw. Lukt het "
                    "dan nog niet? Neem contact op en noem het referentienummer."},
    .to_start = "Naar de startpagina",
    .to_overview = "Naar het overzicht",
    .try_again = "Probeer het opnieuw",
    .sign_in = "Opnieuw inloggen",
};

constexpr Errors english{
    .not_found = {"This page does not exist",
                  "Check the address. Or go to the overview and look for what you need there."},
    .forbidden = {"You may not view this page",
                  "Do you need this page for your work? Ask your administrator."},
    .bad_request = {"We could not read this", "Go back to the previous page and try once more."},
    .method = {"That is not possible here", "Go back to the previous page and try once more."},
    .stale =
        {"This page had expired",
         "Send the form once more. Go back to the previous page to do so: what you filled in is "
         "still there."},
    .session_needed = {"You are not logged in",
                       "You were inactive for too long or you logged out. Log in again. What you "
                       "filled in is still in your browser: go back to the page after logging in."},
    .broken = {"Something went wrong on our side",
               "Try again in a few minutes. If it still does not work, contact us and mention the "
               "reference number."},
    .unavailable =
        {"Mijn DUO is unavailable for a moment",
         "Something went wrong on our side. Try again in a few minutes. If it still does "
         "not work, contact us and mention the reference number."},
    .to_start = "To the start page",
    .to_overview = "To the overview",
    .try_again = "Try again",
    .sign_in = "Log in again",
};

} // namespace

Errors const& errors(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::words
