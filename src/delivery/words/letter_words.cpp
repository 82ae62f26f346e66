#include "delivery/words/letter_words.h"

#include "foundation/fault.h"

namespace delivery {

namespace {

constexpr LetterWords dutch{
    .agency = "Dienst Uitvoering Onderwijs",
    .product = "Mijn DUO",
    .date = "Datum",
    .serial = "Kenmerk",
    .scan = "Inlogpagina",
    .scan_alternative = "QR-code met het adres van de inlogpagina: {sign_in}",
    .steps = {"Ga naar {sign_in}. Kies uw sector en klik op Inloggen op Mijn DUO. Kies Log in met "
              "eHerkenning en log in met uw eHerkenningmiddel.",
              "Bevestig dat u uw gebruikersnaam en een geldige activatiecode hebt.",
              "Lees de disclaimer en ga akkoord.", "Lees de gebruikersvoorwaarden en ga akkoord.",
              "Vul uw gebruikersnaam en activatiecode in. Klik op Koppel.",
              "Is de koppeling gelukt? Klik op Verder. U kunt Mijn DUO meteen gebruiken."},
    .keep_secret = "Bewaar deze brief tot u gekoppeld bent. Geef uw gebruikersnaam en "
                   "activatiecode nooit aan iemand anders.",
    .questions_heading = "Vragen?",
    .strip_heading = "Is uw eHerkenningmiddel kwijt, gestolen of defect?",
    .strip_keep = "Knip deze strook af na het koppelen. Bewaar de strook op een veilige plek, niet "
                  "bij uw eHerkenningmiddel.",
    .to_user =
        {
            .title = "Uw gebruikersnaam voor Mijn DUO",
            .hand_over = "Persoonlijk overhandigen",
            .attention = "T.a.v. {name}",
            .greeting = "Beste {name},",
            .opening = {"Uw beheerder heeft u geregistreerd als gebruiker van Mijn DUO voor "
                        "{organisation}. Dit is uw gebruikersnaam:"},
            .how_to_link = "Zo koppelt u uw eHerkenningmiddel",
            .ask_for_code = "U hebt een persoonlijk eHerkenningmiddel nodig van niveau 3 of hoger, "
                            "voor de dienst Mijn DUO. Vraag daarna uw activatiecode aan bij uw "
                            "beheerder. U krijgt de code per e-mail. De code is 24 uur geldig.",
            .questions = "Neem contact op met uw beheerder, {other_person}.",
            .strip_use = "Meld dit meteen aan uw beheerder. U kunt de koppeling met Mijn DUO ook "
                         "zelf ongedaan maken, zonder in te loggen. Ga naar {revocation} en vul "
                         "deze intrekkingscode in.",
        },
    .to_competent_authority =
        {
            .title = "De gebruikersnaam van uw beheerder",
            .hand_over = "Vertrouwelijk",
            .attention = "T.a.v. het bevoegd gezag, {other_person}",
            .greeting = "Beste {other_person},",
            .opening = {"U hebt {name} aangemeld als beheerder van Mijn DUO voor {organisation}. "
                        "Geef deze brief persoonlijk aan {name}.",
                        "Dit is de gebruikersnaam van {name}:"},
            .how_to_link = "Voor de beheerder: zo koppelt u uw eHerkenningmiddel",
            .ask_for_code = "U hebt een persoonlijk eHerkenningmiddel nodig van niveau 3 of hoger, "
                            "voor de dienst Mijn DUO. Vraag daarna uw activatiecode aan bij DUO. U "
                            "krijgt de code per e-mail. De code is 24 uur geldig.",
            .questions = "Kijk op de contactpagina van Mijn DUO voor het telefoonnummer van DUO.",
            .strip_use =
                "Meld dit meteen aan DUO. U kunt de koppeling met Mijn DUO ook zelf ongedaan "
                "maken, zonder in te loggen. Ga naar {revocation} en vul deze intrekkingscode in.",
        },
};

constexpr LetterWords english{
    .agency = "Dienst Uitvoering Onderwijs",
    .product = "Mijn DUO",
    .date = "Date",
    .serial = "Reference",
    .scan = "Login page",
    .scan_alternative = "QR code with the address of the login page: {sign_in}",
    .steps = {"Go to {sign_in}. Choose your sector and click Log in to Mijn DUO. Choose Log in "
              "with eHerkenning and log in with your eHerkenning login means.",
              "Confirm that you have your username and a valid activation code.",
              "Read the disclaimer and agree to it.", "Read the terms of use and agree to them.",
              "Enter your username and activation code. Click Link.",
              "Has the link been made? Click Continue. You can use Mijn DUO straight away."},
    .keep_secret = "Keep this letter until your login means is linked. Never give your username "
                   "and activation code to anyone else.",
    .questions_heading = "Questions?",
    .strip_heading = "Is your eHerkenning login means lost, stolen or broken?",
    .strip_keep = "Cut off this strip after linking. Keep it in a safe place, not with your "
                  "eHerkenning login means.",
    .to_user =
        {
            .title = "Your username for Mijn DUO",
            .hand_over = "To be handed over in person",
            .attention = "Attn. {name}",
            .greeting = "Dear {name},",
            .opening = {"Your administrator has registered you as a user of Mijn DUO for "
                        "{organisation}. This is your username:"},
            .how_to_link = "How to link your eHerkenning login means",
            .ask_for_code = "You need a personal eHerkenning login means of level 3 or higher, for "
                            "the service Mijn DUO. Then ask your administrator for your activation "
                            "code. You receive the code by email. The code is valid for 24 hours.",
            .questions = "Contact your administrator, {other_person}.",
            .strip_use =
                "Tell your administrator at once. You can also undo the link with Mijn DUO "
                "yourself, without logging in. Go to {revocation} and enter this revocation code.",
        },
    .to_competent_authority =
        {
            .title = "The username of your administrator",
            .hand_over = "Confidential",
            .attention = "Attn. the competent authority, {other_person}",
            .greeting = "Dear {other_person},",
            .opening = {"You have appointed {name} as administrator of Mijn DUO for "
                        "{organisation}. Please give this letter to {name} in person.",
                        "This is the username of {name}:"},
            .how_to_link = "For the administrator: how to link your eHerkenning login means",
            .ask_for_code = "You need a personal eHerkenning login means of level 3 or higher, for "
                            "the service Mijn DUO. Then ask DUO for your activation code. You "
                            "receive the code by email. The code is valid for 24 hours.",
            .questions = "See the contact page of Mijn DUO for the telephone number of DUO.",
            .strip_use = "Tell DUO at once. You can also undo the link with Mijn DUO yourself, "
                         "without logging in. Go to {revocation} and enter this revocation code.",
        },
};

} // namespace

LetterWords const& letter_words(portal::Language language) {
    switch (language) {
    case portal::Language::dutch:
        return dutch;
    case portal::Language::english:
        return english;
    }
    foundation::bug("a language without a letter", std::source_location::current());
}

} // namespace delivery
