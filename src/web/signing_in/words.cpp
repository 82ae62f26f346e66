#include "web/signing_in/words.h"

namespace web::signing_in {

namespace {

constexpr Words dutch{
    .leaving = "U gaat naar eHerkenning",
    .leaving_text = "U logt in bij de makelaar van eHerkenning. Daarna komt u hier terug.",
    .leaving_button = "Verder naar eHerkenning",
    .cancelled = {"U bent niet ingelogd",
                  "U hebt het inloggen met eHerkenning geannuleerd, of het is daar niet gelukt.",
                  "Wilt u alsnog inloggen? Begin dan opnieuw."},
    .level_too_low = {"Uw eHerkenningmiddel heeft een te laag niveau",
                      "Voor Mijn DUO hebt u een eHerkenningmiddel van niveau 3 of hoger nodig.",
                      "Vraag uw beheerder of de leverancier van uw eHerkenningmiddel om een hoger "
                      "niveau."},
    .chain_mandate = {"U logt in via een andere organisatie",
                      "U handelt namens een organisatie via een tussenpersoon. Dat kan niet bij "
                      "Mijn DUO.",
                      "Log in met een eHerkenningmiddel van de organisatie zelf."},
    .not_served =
        {"Inloggen lukt nu niet",
         "De makelaar van eHerkenning kan u niet laten inloggen voor deze dienst.",
         "Heeft uw eHerkenningmiddel een machtiging voor de dienst Mijn DUO? Vraag het uw "
         "beheerder. Klopt dat? Probeer het later opnieuw."},
    .broker_unavailable = {"eHerkenning is even niet bereikbaar",
                           "Wij krijgen geen antwoord van de makelaar van eHerkenning.",
                           "Probeer het over een paar minuten opnieuw."},
    .message_refused = {"Wij konden uw inlog niet controleren",
                        "Er klopte iets niet in het bericht van eHerkenning. Daarom laten wij u "
                        "niet binnen.",
                        "Begin opnieuw. Gebeurt het weer? Neem contact op en noem het "
                        "referentienummer."},
    .departure_unknown = {"Deze inlog is verlopen",
                          "U hebt te lang gewacht, de pagina is 2 keer geopend, of u bent in een "
                          "andere browser begonnen.",
                          "Begin opnieuw met inloggen."},
    .account_ended = {"Uw account is beëindigd",
                      "Met dit eHerkenningmiddel kunt u niet meer inloggen bij Mijn DUO.",
                      "Klopt dat niet? Neem contact op met uw beheerder."},
    .organisation_ended = {"Uw organisatie gebruikt Mijn DUO niet meer",
                           "De organisatie waarvoor u inlogt is beëindigd bij Mijn DUO.",
                           "Klopt dat niet? Laat het bestuur van uw organisatie contact opnemen."},
    .another_kvk_number = {"U logt in voor een andere organisatie",
                           "Uw account hoort bij een ander KVK-nummer dan waarvoor u nu inlogt.",
                           "Log opnieuw in en kies bij eHerkenning de juiste organisatie. Is het "
                           "KVK-nummer veranderd? Neem contact op met uw beheerder."},
    .level_four_not_reached =
        {"U hebt niet ingelogd met niveau 4",
         "Voor deze taak hebt u een eHerkenningmiddel van niveau 4 nodig. U kwam terug met een "
         "lager "
         "niveau.",
         "Uw andere taken kunt u gewoon blijven doen. Vraag de leverancier van uw "
         "eHerkenningmiddel om niveau 4."},
    .not_again = {"U hebt niet opnieuw ingelogd",
                  "U hebt het inloggen met eHerkenning geannuleerd, of het is daar niet gelukt.",
                  "U blijft ingelogd zoals u was. Wat u hebt ingevuld, is bewaard."},
    .another_person =
        {"U hebt ingelogd als iemand anders",
         "U wilde opnieuw inloggen, maar kwam terug met een ander eHerkenningmiddel of voor een "
         "andere organisatie.",
         "Log opnieuw in met het middel waarmee u begon. Wilt u met het andere middel werken? Log "
         "dan eerst uit."},
    .busy = {"Het is druk", "Er willen op dit moment veel mensen inloggen bij Mijn DUO.",
             "Wacht een paar tellen en probeer het zo opnieuw."},
    .busy_back = "U bent nog niet ingelogd. Wacht een paar tellen en probeer het zo opnieuw.",
    .busy_again = "Probeer het opnieuw",
    .try_again = "Opnieuw inloggen",
    .to_overview = "Naar het overzicht",
    .to_problems = "Problemen met inloggen",
    .choose = "Kies een account",
    .choose_text = "Met uw eHerkenningmiddel kunt u inloggen op meer dan 1 account.",
    .choose_legend = "Met welk account wilt u verder?",
    .choose_missing = "Kies een account.",
    .choose_button = "Verder",
    .switching = "Wissel van account",
    .switching_text =
        "U gaat verder met het account dat u kiest. U hoeft niet opnieuw in te loggen. "
        "Een formulier dat u al deels hebt ingevuld, blijft bewaard bij het account "
        "waarmee u het invulde.",
    .current_account = "{} (hiermee werkt u nu)",
};

constexpr Words english{
    .leaving = "You are going to eHerkenning",
    .leaving_text = "You log in at the eHerkenning broker. After that you come back here.",
    .leaving_button = "Continue to eHerkenning",
    .cancelled = {"You are not logged in",
                  "You cancelled logging in with eHerkenning, or it did not succeed there.",
                  "If you still want to log in, start again."},
    .level_too_low = {"The level of your eHerkenning means is too low",
                      "For Mijn DUO you need an eHerkenning means of level 3 or higher.",
                      "Ask your administrator or the supplier of your means for a higher level."},
    .chain_mandate = {"You log in through another organisation",
                      "You act on behalf of an organisation through an intermediary. That is not "
                      "possible at Mijn DUO.",
                      "Log in with an eHerkenning means of the organisation itself."},
    .not_served = {"Logging in does not work now",
                   "The eHerkenning broker cannot log you in for this service.",
                   "Does your means have a mandate for the service Mijn DUO? Ask your "
                   "administrator. If it does, try again later."},
    .broker_unavailable = {"eHerkenning cannot be reached for a moment",
                           "We get no answer from the eHerkenning broker.",
                           "Try again in a few minutes."},
    .message_refused =
        {"We could not check your login",
         "Something was not right in the message from eHerkenning. That is why we do "
         "not let you in.",
         "Start again. If it happens once more, contact us and mention the reference "
         "number."},
    .departure_unknown = {"This login has expired",
                          "You waited too long, the page was opened twice, or you started in "
                          "another browser.",
                          "Start logging in again."},
    .account_ended = {"Your account has ended",
                      "You can no longer log in to Mijn DUO with this eHerkenning means.",
                      "If that is not right, contact your administrator."},
    .organisation_ended = {"Your organisation no longer uses Mijn DUO",
                           "The organisation for which you log in has ended at Mijn DUO.",
                           "If that is not right, have the board of your organisation contact us."},
    .another_kvk_number = {"You log in for another organisation",
                           "Your account belongs to another KVK number than the one you log in for "
                           "now.",
                           "Log in again and choose the right organisation at eHerkenning. Has the "
                           "KVK number changed? Contact your administrator."},
    .level_four_not_reached =
        {"You did not log in with level 4",
         "For this task you need an eHerkenning means of level 4. You came back with a lower "
         "level.",
         "You can carry on with your other tasks. Ask the supplier of your means for level 4."},
    .not_again = {"You did not log in again",
                  "You cancelled logging in with eHerkenning, or it did not succeed there.",
                  "You stay logged in as you were. What you filled in has been kept."},
    .another_person =
        {"You logged in as somebody else",
         "You wanted to log in again, but came back with another eHerkenning means or for another "
         "organisation.",
         "Log in again with the means you started with. Do you want to work with the other means? "
         "Then log out first."},
    .busy = {"It is busy", "Many people want to log in to Mijn DUO at this moment.",
             "Wait a few seconds and then try again."},
    .busy_back = "You are not logged in yet. Wait a few seconds and then try again.",
    .busy_again = "Try again",
    .try_again = "Log in again",
    .to_overview = "To the overview",
    .to_problems = "Problems with logging in",
    .choose = "Choose an account",
    .choose_text = "With your eHerkenning means you can log in to more than 1 account.",
    .choose_legend = "With which account do you want to continue?",
    .choose_missing = "Choose an account.",
    .choose_button = "Continue",
    .switching = "Switch account",
    .switching_text =
        "You go on with the account that you choose. You do not have to log in again. "
        "A form that you have partly filled in stays with the account with which you "
        "filled it in.",
    .current_account = "{} (you are working with this one)",
};

} // namespace

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::signing_in
