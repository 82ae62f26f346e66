#include "broker/pages/words.h"

namespace broker::pages {
namespace {

constexpr Words dutch{
    .language = "nl",
    .other_language = "en",
    .other_language_name = "English",
    .form = {.error = "Fout: ", .help_about = "Uitleg bij ", .not_required = "(niet verplicht)"},
    .to_content = "Naar de inhoud",
    .simulation = "Dit is een simulatie van eHerkenning, alleen om te testen. Alle gegevens zijn "
                  "verzonnen.",
    .owner = "Testmakelaar",
    .not_recognised = "Deze testmakelaar is geen erkend aanbieder van eHerkenning. Hij vraagt "
                      "nooit om echte inloggegevens.",
    .no_real_data = "Deze installatie is geen website van de overheid. Gebruik hier geen echte "
                    "persoonsgegevens.",
    .mistakes = "Controleer wat u hebt ingevuld",
    .mistake_in_title = "Fout: ",
    .go_on = "Verder",
    .cancel = "Annuleren",

    .choose_how = "Kies hoe u wilt inloggen",
    .sign_in_at = "U wilt inloggen bij ",
    .for_service = " voor ",
    .means_needed = ". U heeft hiervoor een inlogmiddel nodig van minimaal betrouwbaarheidsniveau ",
    .after_level = ".",
    .accepted_levels = "Toegestane niveaus:",
    .supplier = "Leverancier van uw inlogmiddel",
    .supplier_hint = "Kies de organisatie waar u uw middel hebt aangevraagd.",
    .make_a_choice = "Maak een keuze",
    .test_supplier = "Testleverancier ",
    .remember = "Onthoud mijn keuze",
    .remember_warning = "Doe dit niet op een computer die u met anderen deelt.",
    .no_means = "Heeft u nog geen inlogmiddel? Ga dan naar de ",
    .website = "website van eHerkenning",
    .apply_there = " en vraag een middel aan.",
    .supplier_missing = "Kies de leverancier van uw inlogmiddel.",

    .sign_in_with = "Inloggen bij ",
    .means_explained = "Deze pagina staat voor uw inlogmiddel. U hebt hier geen wachtwoord nodig: "
                       "kies wie u bent.",
    .invented_people = "Verzonnen personen",
    .sign_in = "Log in",
    .sign_in_as = "Log in als ",
    .number = "KVK-nummer ",
    .level = "niveau ",
    .more_organisations_too = "en nog meer organisaties",

    .somebody_else = "Iemand anders",
    .somebody_else_explained = "Vul in wie u wilt zijn. Dezelfde naam en hetzelfde KVK-nummer "
                               "geven steeds dezelfde persoon, ook een van de personen hierboven.",
    .name = "Naam",
    .name_hint = "Uit de naam volgt het pseudoniem van deze persoon.",
    .name_missing = "Vul een naam of een pseudoniem in.",
    .pseudonym = "Pseudoniem",
    .pseudonym_hint = "64 tekens (cijfers en a tot en met f), daarna mogelijk een @ en nog 32.",
    .pseudonym_wrong = "Vul een pseudoniem in van 64 tekens, of van 64 tekens met een @ en 32 "
                       "tekens.",
    .kvk = "KVK-nummer",
    .kvk_hint = "8 cijfers, bijvoorbeeld 90000001.",
    .kvk_wrong = "Vul een KVK-nummer in van 8 cijfers.",
    .organisation_name = "Naam van de organisatie",
    .branch = "Vestigingsnummer",
    .branch_hint = "12 cijfers. De machtiging geldt dan alleen voor deze vestiging.",
    .branch_wrong = "Vul een vestigingsnummer in van 12 cijfers.",
    .other_organisations = "Andere organisaties",
    .other_organisations_hint = "Elke organisatie op een eigen regel: KVK-nummer, spatie, naam.",
    .other_organisations_wrong = "Begin elke regel met een KVK-nummer van 8 cijfers.",
    .assurance_level = "Betrouwbaarheidsniveau van het middel",
    .level_wrong = "Kies een niveau.",

    .on_behalf_of_whom = "Namens welke organisatie?",
    .organisation = "U bent door meer organisaties gemachtigd. Kies er 1.",
    .organisation_missing = "Kies namens welke organisatie u inlogt.",

    .back = "U gaat terug",
    .back_explained = "Klik op Verder om terug te gaan naar de dienst.",

    .refused = "Inloggen kan nu niet",
    .refused_explained = "De dienst stuurde een verzoek dat niet klopt. Ga terug naar de dienst en "
                         "probeer het opnieuw. Lukt het weer niet? Geef deze code dan door aan de "
                         "dienst.",
    .technical_reason = "Reden (in het Engels): ",
    .incident_code = "Code: ",
    .over = "Deze inlogpoging is voorbij",
    .over_explained = "U was al klaar, of u wachtte langer dan 30 minuten. Ga terug naar de dienst "
                      "en begin opnieuw.",
    .not_found = "Deze pagina is er niet",
    .not_found_explained = "Ga terug naar de dienst waar u wilt inloggen.",

    .about = "Testmakelaar voor eHerkenning",
    .about_explained = "Dit programma doet eHerkenning na, zodat u het inloggen kunt proberen. "
                       "Begin bij de dienst waar u wilt inloggen.",
    .metadata = "Metadata van deze makelaar",

    .switches = "Schakelaars om te oefenen",
    .switches_explained = "Met een schakelaar gaat er bij het inloggen met opzet iets anders dan "
                          "gewoon. Zo ziet u elke pagina waarmee Mijn DUO iemand weigert. De "
                          "schakelaar geldt alleen in deze browser, tot u hem uitzet of de browser "
                          "sluit.",
    .switch_is_on = "Schakelaar aan: ",
    .to_switches = "Andere schakelaar, of uitzetten",
    .which_switch = "Wat moet de makelaar doen?",
    .no_switch = "Niets bijzonders",
    .no_switch_explained = "De makelaar doet wat een echte makelaar doet.",
    .portal_shows = "Mijn DUO toont: ",
    .delay = "Seconden wachten bij 'Traag achterkanaal'",
    .delay_hint = "1 tot en met 60.",
    .delay_wrong = "Vul een aantal seconden in van 1 tot en met 60.",
    .unknown_switch = "Deze schakelaar is er niet. Kies er een uit de lijst.",
    .set_switch = "Zet om",
};

constexpr Words english{
    .language = "en",
    .other_language = "nl",
    .other_language_name = "Nederlands",
    .form = {.error = "Error: ", .help_about = "Help with ", .not_required = "(optional)"},
    .to_content = "Skip to content",
    .simulation = "This is a simulation of eHerkenning, for testing only. All data is fictional.",
    .owner = "Test broker",
    .not_recognised = "This test broker is not a recognised eHerkenning supplier. It never asks "
                      "for real credentials.",
    .no_real_data = "This installation is not a government website. Do not enter real personal "
                    "data.",
    .mistakes = "Check what you filled in",
    .mistake_in_title = "Error: ",
    .go_on = "Continue",
    .cancel = "Cancel",

    .choose_how = "Choose how you want to log in",
    .sign_in_at = "You want to log in to ",
    .for_service = " for ",
    .means_needed = ". You need a means of authentication with assurance level ",
    .after_level = " or higher.",
    .accepted_levels = "Accepted levels:",
    .supplier = "Supplier of your login",
    .supplier_hint = "Choose the organisation that issued your login.",
    .make_a_choice = "Make a choice",
    .test_supplier = "Test supplier ",
    .remember = "Remember my choice",
    .remember_warning = "Do not do this on a shared computer.",
    .no_means = "Don\xE2\x80\x99t have a login yet? Go to the ",
    .website = "eHerkenning website",
    .apply_there = " and apply for one.",
    .supplier_missing = "Choose the supplier of your login.",

    .sign_in_with = "Log in at ",
    .means_explained = "This page stands for your means of authentication. You need no password "
                       "here: choose who you are.",
    .invented_people = "Fictional people",
    .sign_in = "Log in",
    .sign_in_as = "Log in as ",
    .number = "KVK number ",
    .level = "level ",
    .more_organisations_too = "and other organisations",

    .somebody_else = "Somebody else",
    .somebody_else_explained = "Fill in who you want to be. The same name with the same KVK number "
                               "is always the same person, also one of the people above.",
    .name = "Name",
    .name_hint = "The pseudonym of this person follows from the name.",
    .name_missing = "Fill in a name or a pseudonym.",
    .pseudonym = "Pseudonym",
    .pseudonym_hint = "64 characters (digits and a to f), then possibly an @ and 32 more.",
    .pseudonym_wrong = "Fill in a pseudonym of 64 characters, or of 64 characters with an @ and 32 "
                       "characters.",
    .kvk = "KVK number",
    .kvk_hint = "8 digits, for example 90000001.",
    .kvk_wrong = "Fill in a KVK number of 8 digits.",
    .organisation_name = "Name of the organisation",
    .branch = "Branch number",
    .branch_hint = "12 digits. The mandate then holds for this branch only.",
    .branch_wrong = "Fill in a branch number of 12 digits.",
    .other_organisations = "Other organisations",
    .other_organisations_hint = "Each organisation on its own line: KVK number, space, name.",
    .other_organisations_wrong = "Start each line with a KVK number of 8 digits.",
    .assurance_level = "Assurance level of the means",
    .level_wrong = "Choose a level.",

    .on_behalf_of_whom = "On behalf of which organisation?",
    .organisation = "Several organisations gave you a mandate. Choose one.",
    .organisation_missing = "Choose the organisation on whose behalf you log in.",

    .back = "You are going back",
    .back_explained = "Click Continue to go back to the service.",

    .refused = "You cannot log in now",
    .refused_explained = "The service sent a request that is not right. Go back to the service and "
                         "try again. Does it fail again? Then pass this code on to the service.",
    .technical_reason = "Reason: ",
    .incident_code = "Code: ",
    .over = "This login is over",
    .over_explained = "You had finished already, or you waited for more than 30 minutes. Go back "
                      "to the service and start again.",
    .not_found = "This page is not here",
    .not_found_explained = "Go back to the service where you want to log in.",

    .about = "Test broker for eHerkenning",
    .about_explained = "This program imitates eHerkenning, so that you can try logging in. Start "
                       "at the service where you want to log in.",
    .metadata = "Metadata of this broker",

    .switches = "Switches to rehearse with",
    .switches_explained = "With a switch something goes differently on purpose while logging in. "
                          "This shows you every page with which Mijn DUO refuses somebody. The "
                          "switch holds in this browser only, until you turn it off or close the "
                          "browser.",
    .switch_is_on = "Switch on: ",
    .to_switches = "Another switch, or turn it off",
    .which_switch = "What should the broker do?",
    .no_switch = "Nothing special",
    .no_switch_explained = "The broker does what a real broker does.",
    .portal_shows = "Mijn DUO shows: ",
    .delay = "Seconds to wait with 'Slow back channel'",
    .delay_hint = "1 to 60.",
    .delay_wrong = "Enter a number of seconds from 1 to 60.",
    .unknown_switch = "There is no such switch. Choose one from the list.",
    .set_switch = "Set",
};

} // namespace

Words const& words_in(Language language) { return language == Language::english ? english : dutch; }

} // namespace broker::pages
