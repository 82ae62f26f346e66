#include "web/signing_in/staff_words.h"

namespace web::signing_in {

namespace {

constexpr StaffWords dutch{
    .leaving = "U gaat inloggen als medewerker",
    .leaving_text = "U logt in met uw account van het werk. Daarna komt u hier terug.",
    .leaving_button = "Verder naar inloggen",
    .cancelled = {"U bent niet ingelogd",
                  "U hebt het inloggen geannuleerd, of het is daar niet gelukt.",
                  "Wilt u alsnog inloggen? Begin dan opnieuw."},
    .not_strong_enough = {"U bent niet veilig genoeg ingelogd",
                          "Voor dit deel van Mijn DUO is een sterkere manier van inloggen nodig.",
                          "Log opnieuw in en kies de manier van inloggen die uw werkgever hiervoor "
                          "voorschrijft."},
    .provider_refuses = {"Inloggen lukt nu niet",
                         "Het inlogsysteem van uw werk kan u nu niet laten inloggen.",
                         "Probeer het later opnieuw. Blijft het zo? Neem contact op met de "
                         "servicedesk."},
    .message_refused = {"Wij konden uw inlog niet controleren",
                        "Er klopte iets niet in het bericht van het inlogsysteem. Daarom laten wij "
                        "u niet binnen.",
                        "Begin opnieuw. Gebeurt het weer? Neem contact op met de servicedesk en "
                        "noem het referentienummer."},
    .departure_unknown = {"Deze inlog is verlopen",
                          "U hebt te lang gewacht, de pagina is 2 keer geopend, of u bent in een "
                          "andere browser begonnen.",
                          "Begin opnieuw met inloggen."},
    .no_role = {"U hebt geen rol bij Mijn DUO",
                "U bent herkend als medewerker, maar u hebt geen rol waarmee u hier kunt werken.",
                "Hebt u een rol nodig? Vraag die aan bij uw leidinggevende of de servicedesk. Log "
                "daarna opnieuw in."},
    .account_ended = {"Uw account is beëindigd",
                      "Als medewerker kunt u niet meer inloggen bij Mijn DUO.",
                      "Klopt dat niet? Neem contact op met de servicedesk."},
    .another_person = {"U hebt met een ander account ingelogd",
                       "U was al ingelogd bij Mijn DUO, als iemand anders. Die sessie loopt nog.",
                       "Log opnieuw in met hetzelfde account. Of log eerst uit."},
    .own_door = {"Medewerkers loggen anders in",
                 "Dit account is van een medewerker. Daarmee kunt u niet inloggen met eHerkenning.",
                 "Log in met uw account van het werk."},
    .try_again = "Opnieuw inloggen",
    .to_staff_door = "Inloggen als medewerker",
    .to_desk = "Terug naar uw werk",
    .to_start = "Naar de startpagina",
};

constexpr StaffWords english{
    .leaving = "You are going to log in as staff",
    .leaving_text = "You log in with your work account. After that you come back here.",
    .leaving_button = "Continue to logging in",
    .cancelled = {"You are not logged in", "You cancelled logging in, or it did not succeed there.",
                  "If you still want to log in, start again."},
    .not_strong_enough =
        {"Your way of logging in is not secure enough",
         "This part of Mijn DUO needs a stronger way of logging in.",
         "Log in again and choose the way that your employer prescribes for this."},
    .provider_refuses = {"Logging in does not work now",
                         "The login system of your work cannot log you in now.",
                         "Try again later. If it stays like this, contact the service desk."},
    .message_refused = {"We could not check your login",
                        "Something was not right in the message from the login system. That is why "
                        "we do not let you in.",
                        "Start again. If it happens once more, contact the service desk and "
                        "mention the reference number."},
    .departure_unknown = {"This login has expired",
                          "You waited too long, the page was opened twice, or you started in "
                          "another browser.",
                          "Start logging in again."},
    .no_role = {"You have no role at Mijn DUO",
                "You were recognised as staff, but you have no role with which you can work here.",
                "If you need a role, ask your manager or the service desk. Then log in again."},
    .account_ended = {"Your account has ended", "You can no longer log in to Mijn DUO as staff.",
                      "If that is not right, contact the service desk."},
    .another_person = {"You logged in with another account",
                       "You were already logged in to Mijn DUO, as somebody else. That session "
                       "goes on.",
                       "Log in again with the same account. Or log out first."},
    .own_door = {"Staff log in differently",
                 "This account belongs to a member of staff. You cannot log in to it with "
                 "eHerkenning.",
                 "Log in with your work account."},
    .try_again = "Log in again",
    .to_staff_door = "Log in as staff",
    .to_desk = "Back to your work",
    .to_start = "To the start page",
};

} // namespace

StaffWords const& staff_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::signing_in
