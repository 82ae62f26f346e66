#include "web/public_pages/words_of.h"

#include <array>

namespace web::public_pages {

namespace {

constexpr std::array<Passage, 7> problems{{
    {"Uw eHerkenningmiddel werkt niet goed",
     "Neem contact op met uw beheerder of met de leverancier van uw eHerkenningmiddel."},
    {"Uw eHerkenningmiddel is defect, gestolen of zoek",
     "Meld dit meteen aan uw beheerder. Die maakt de koppeling met uw account ongedaan. U kunt dat "
     "ook zelf doen met de intrekcode uit uw brief. Daarna doorloopt u het koppelproces opnieuw "
     "met "
     "uw nieuwe eHerkenningmiddel."},
    {"U hebt 18 maanden niet ingelogd",
     "Dan is de koppeling van uw eHerkenningmiddel ongedaan gemaakt. Vraag uw beheerder om een "
     "nieuwe activatiecode en doorloop het koppelproces opnieuw."},
    {"Uw activatiecode is verlopen",
     "Een activatiecode is 24 uur geldig. Vraag uw beheerder om een nieuwe."},
    {"Uw account is geblokkeerd",
     "U hebt 5 keer een verkeerde combinatie van gebruikersnaam en activatiecode ingevuld. Na 15 "
     "minuten kunt u het opnieuw proberen."},
    {"Het niveau van uw eHerkenningmiddel is te laag",
     "U hebt een eHerkenningmiddel van niveau 3 of hoger nodig, met een machtiging voor de dienst "
     "Mijn DUO. De leverancier van uw eHerkenningmiddel kan u helpen."},
    {"U hebt een ander probleem", "Neem contact op. Ziet u een referentienummer? Noem dat dan."},
}};

constexpr std::array<Passage, 5> terms{{
    {"Uw eHerkenningmiddel is van u alleen",
     "U gebruikt uw eHerkenningmiddel zelf. U geeft het niet aan een ander."},
    {"Uw gebruikersnaam en activatiecode zijn van u alleen",
     "U koppelt alleen met een gebruikersnaam en een activatiecode die u persoonlijk hebt "
     "gekregen."},
    {"U gaat zorgvuldig met gegevens om", "U bekijkt en gebruikt alleen gegevens die u nodig hebt "
                                          "voor uw werk. Op veel van die gegevens "
                                          "is de privacywet AVG van toepassing."},
    {"U meldt het meteen als er iets mis is",
     "Is uw eHerkenningmiddel gestolen of zoek? Of denkt u dat een ander uw account gebruikt? Meld "
     "het meteen aan uw beheerder."},
    {"Uw organisatie is verantwoordelijk",
     "Uw beheerder bepaalt welke rollen en kenmerken u hebt. Gaat u weg bij de organisatie of "
     "verandert uw werk? Dan past uw beheerder dat aan."},
}};

constexpr std::array<Passage, 4> privacy{{
    {"Welke gegevens wij bewaren",
     "Uw naam, e-mailadres, telefoonnummer en functie, uw rollen en kenmerken, de koppeling met uw "
     "eHerkenningmiddel, en wanneer u inlogt. Van eHerkenning krijgen wij een pseudoniem, niet uw "
     "naam of burgerservicenummer."},
    {"Waarom wij dat doen",
     "Zo weten wij dat u het bent, en wat u mag bekijken en uitwisselen voor uw organisatie."},
    {"Wie uw gegevens kan zien",
     "U zelf, de beheerder van uw organisatie en medewerkers van de dienst die dat nodig hebben "
     "voor "
     "hun werk. Van elke wijziging houden wij bij wie die deed en wanneer."},
    {"Uw rechten",
     "U kunt uw gegevens bekijken en laten verbeteren. Dat doet u onder Mijn gegevens of via uw "
     "beheerder."},
}};

constexpr std::array<Passage, 2> cookies{{
    {"Alleen wat nodig is",
     "Wij gebruiken een cookie om u ingelogd te houden, een cookie voor de weg naar eHerkenning en "
     "terug, en een cookie voor de taal die u kiest. Ze verdwijnen vanzelf."},
    {"Niemand kijkt mee",
     "Wij plaatsen geen cookies van anderen. Wij volgen u niet op andere sites."},
}};

constexpr std::array<Passage, 3> accessibility{{
    {"Voor iedereen te gebruiken",
     "U kunt alles doen met alleen een toetsenbord. De site werkt ook zonder script, op een klein "
     "scherm, en in donkere weergave."},
    {"Wat wij hebben getest",
     "Elke pagina is automatisch getest op de regels van WCAG 2.2, niveau AA. Een onderzoek met "
     "mensen die een schermlezer gebruiken is nog niet gedaan."},
    {"Werkt er iets niet voor u?",
     "Neem contact op. Wij lossen het op of helpen u op een andere manier."},
}};

constexpr Words dutch{
    .sign_in = "Inloggen op Mijn DUO",
    .choose_sector = "Kies uw sector.",
    .first_time = "Voor het eerst hier?",
    .first_time_text = "U hebt een eHerkenningmiddel van niveau 3 of hoger nodig. Uw beheerder "
                       "registreert u als gebruiker. Daarna koppelt u 1 keer uw eHerkenningmiddel "
                       "aan uw account.",
    .problems_short = "Problemen met inloggen",
    .other_sector = "Kies een andere sector",
    .with_means = "Log in met eHerkenning",
    .with_means_text = "Mijn DUO is de beveiligde site voor het uitwisselen van gegevens.",
    .what_needed = "Wat hebt u nodig?",
    .what_needed_text =
        "Een persoonlijk eHerkenningmiddel van niveau 3 of hoger, met een machtiging "
        "voor de dienst Mijn DUO.",
    .disturbance = "eHerkenning heeft een storing",
    .disturbance_text =
        "Inloggen lukt nu misschien niet. Probeer het over een paar minuten opnieuw.",
    .contact = "Contact",
    .contact_text =
        "Kies de sector waarvoor u belt of mailt. Ziet u een referentienummer? Noem dat "
        "dan.",
    .contact_mail = "E-mail",
    .contact_phone = "Telefoon",
    .contact_hours = "Wij zijn bereikbaar op werkdagen van 9.00 tot 17.00 uur.",
    .revoke = "Koppeling intrekken",
    .revoke_text =
        "Is uw eHerkenningmiddel gestolen of zoek? Trek dan de koppeling met uw account "
        "in. Niemand kan er dan nog mee inloggen bij Mijn DUO. U hoeft hiervoor niet in te "
        "loggen.",
    .revoke_code = "Intrekcode",
    .revoke_hint = "U vindt de intrekcode op de strook onderaan uw brief",
    .revoke_help =
        "De intrekcode heeft 10 letters en cijfers. Hebt u de strook niet meer? Vraag uw "
        "beheerder om de koppeling ongedaan te maken.",
    .revoke_missing = "Vul de intrekcode in.",
    .revoke_typo = "Controleer de intrekcode: 10 letters en cijfers, zoals op de strook.",
    .revoke_button = "Trek de koppeling in",
    .revoked = "Wij hebben uw verzoek verwerkt",
    .revoked_text =
        "Hoort deze intrekcode bij een account? Dan is de koppeling nu ongedaan gemaakt. "
        "U en uw beheerder krijgen daarvan een e-mail. Hebt u een nieuw "
        "eHerkenningmiddel? Vraag uw beheerder om een nieuwe activatiecode.",
    .signed_out = "U bent uitgelogd",
    .signed_out_text = "Sluit uw browser als anderen deze computer ook gebruiken.",
    .session_over = "U bent uitgelogd",
    .session_over_text =
        "U was 15 minuten niet actief, of u was 4 uur ingelogd. Daarom hebben wij u "
        "uitgelogd. Dat is veiliger.",
    .session_over_kept =
        "U was 15 minuten niet actief, of u was 4 uur ingelogd. Daarom hebben wij u uitgelogd. Wat "
        "u hebt ingevuld, is bewaard bij uw account. Na het inloggen komt u daar terug.",
    .sign_in_again = "Opnieuw inloggen",
    .form_heading = "Uw organisatie heeft nog geen beheerder",
    .form_text =
        "Het bevoegd gezag meldt een beheerder aan met een formulier. Vul het formulier in, "
        "print het en laat het bevoegd gezag ondertekenen. Stuur het daarna naar ons.",
    .form_link = "Formulier Aanmelding en wijziging beheerder (PDF)",
    .problems = {"Problemen met inloggen",
                 "Lukt het inloggen niet? Kijk hieronder wat u kunt doen.", problems},
    .terms = {"Gebruikersvoorwaarden",
              "Deze voorwaarden gelden voor iedereen die Mijn DUO gebruikt.", terms},
    .privacy = {"Privacy", "Zo gaan wij om met uw gegevens.", privacy},
    .cookies = {"Cookies", "Cookies zijn kleine bestanden die uw browser bewaart.", cookies},
    .accessibility = {"Toegankelijkheid", "Wij willen dat iedereen Mijn DUO kan gebruiken.",
                      accessibility},
};

} // namespace

Words const& dutch_words() { return dutch; }

} // namespace web::public_pages
