#include "delivery/words/mail_of_acts.h"
#include "delivery/words/mail_words.h"

namespace delivery {

constexpr MailLanguage dutch_mail{
    .shared =
        {
            .greeting = "Beste {name},",
            .greeting_without_name = "Beste gebruiker,",
            .what_to_do = "Wat moet u doen?",
            .code_holds_until = "De code is geldig tot {moment}.",
            .keep_code_secret = "Geef deze code nooit aan iemand anders.",
            .never_asked = "Wij vragen u nooit om uw code via de telefoon of per e-mail.",
            .farewell = "Met vriendelijke groet,",
            .agency = "Dienst Uitvoering Onderwijs",
            .automatic = "Dit bericht is automatisch verstuurd. U kunt er niet op antwoorden.",
            .automatic_from_test_environment = "Dit bericht is automatisch verstuurd uit een "
                                               "testomgeving. U kunt er niet op antwoorden.",
            .one_day = "1 dag",
            .days = "dagen",
            .one_time = "1 keer",
            .times = "keer",
            .and_others = "en anderen",
            .and_last = "en",
            .activation_code = "activatiecode",
        },
    .holdings =
        {
            .signing = "het certificaat waarmee Mijn DUO berichten ondertekent",
            .next_signing = "het volgende certificaat voor ondertekenen",
            .decryption = "een certificaat voor het ontsleutelen van identiteiten",
            .client = "het certificaat waarmee Mijn DUO zich bij de makelaar bekendmaakt",
            .broker_signing = "een certificaat van de herkenningsmakelaar",
            .broker_metadata = "de metadata van de herkenningsmakelaar",
        },
    .registration_confirmed =
        {
            .subject = "U bent geregistreerd als gebruiker van Mijn DUO",
            .opening = {"U bent geregistreerd als gebruiker van Mijn DUO voor {organisation}.",
                        "Uw beheerder is {other_person}.",
                        "Voordat u kunt inloggen, koppelt u 1 keer uw eHerkenningmiddel aan uw "
                        "Mijn DUO-account. U hebt daarvoor een persoonlijk eHerkenningmiddel nodig "
                        "van niveau 3 of hoger, voor de dienst Mijn DUO.",
                        "Uw gebruikersnaam staat in een brief. Die brief krijgt u van uw "
                        "beheerder. Hebt u de brief? Vraag dan uw activatiecode aan bij uw "
                        "beheerder. U krijgt de code per e-mail. De code is 24 uur geldig."},
            .steps = {"Ga naar {sign_in}. Kies uw sector en klik op Inloggen op Mijn DUO. Kies Log "
                      "in met eHerkenning en log in met uw eHerkenningmiddel.",
                      "Bevestig dat u uw gebruikersnaam en een geldige activatiecode hebt.",
                      "Lees de disclaimer en ga akkoord.",
                      "Lees de gebruikersvoorwaarden en ga akkoord.",
                      "Vul uw gebruikersnaam en activatiecode in. Klik op Koppel.",
                      "Is de koppeling gelukt? Klik op Verder. U kunt Mijn DUO meteen gebruiken."},
            .closing = {"Hebt u vragen, of had u dit bericht niet verwacht? Neem dan contact op "
                        "met uw beheerder."},
        },
    .activation_code =
        {
            .subject = "Uw activatiecode voor Mijn DUO",
            .opening = {"Met deze code koppelt u uw eHerkenningmiddel aan uw Mijn DUO-account voor "
                        "{organisation}."},
            .steps = {"Pak de brief met uw gebruikersnaam erbij.",
                      "Ga naar {sign_in}. Kies uw sector en klik op Inloggen op Mijn DUO.",
                      "Kies Log in met eHerkenning en log in met uw eHerkenningmiddel.",
                      "Volg de stappen. Vul uw gebruikersnaam en deze code in. Klik op Koppel."},
            .closing =
                {"Had u al een activatiecode? Die werkt niet meer. Gebruik alleen deze code.",
                 "Is de code verlopen? Vraag uw beheerder om een nieuwe.",
                 "Hebt u deze code niet verwacht? Neem dan contact op met uw beheerder."},
        },
    .code_requested =
        {
            .subject = "Een gebruiker vraagt om een activatiecode",
            .opening = {"{other_person} vraagt om een activatiecode voor Mijn DUO.",
                        "Het gaat om een account voor {organisation}."},
            .steps = {"Controleer of u deze persoon kent en of het verzoek klopt.",
                      "Log in op Mijn DUO: {sign_in}.",
                      "Ga naar de verzoeken en klik op Verstuur activatiecode."},
            .closing = {"De code gaat per e-mail naar de gebruiker zelf. U ziet de code niet."},
            .of_several = {"Deze gebruikers vragen om een activatiecode voor Mijn DUO: {persons}.",
                           "Het gaat om accounts voor {organisation}."},
        },
    .linked =
        {
            .subject = "Uw eHerkenningmiddel is gekoppeld aan Mijn DUO",
            .opening =
                {"Uw eHerkenningmiddel is gekoppeld aan uw Mijn DUO-account voor {organisation}.",
                 "De koppeling is gemaakt op {moment}.",
                 "U logt voortaan in met eHerkenning. Dat doet u op {sign_in}.",
                 "Had u nog een token? Daarmee kunt u niet meer inloggen. Lever het in bij uw "
                 "beheerder."},
            .steps = none,
            .closing = {"Hebt u dit niet zelf gedaan? Meld dit dan meteen aan uw beheerder. Die "
                        "maakt de koppeling ongedaan."},
        },
    .linked_to_administrator =
        {
            .subject = "Een gebruiker heeft een eHerkenningmiddel gekoppeld",
            .opening = {"{other_person} heeft een eHerkenningmiddel gekoppeld aan Mijn DUO.",
                        "Het gaat om een account voor {organisation}.",
                        "De koppeling is gemaakt op {moment}."},
            .steps = none,
            .closing = {"Klopt dit? Dan hoeft u niets te doen.",
                        "Klopt dit niet? Log dan in op {sign_in} en maak de koppeling meteen "
                        "ongedaan. Dat doet u bij Gebruikers."},
        },
    .linking_attempts_failed =
        {
            .subject = "Het koppelen van uw Mijn DUO-account is niet gelukt",
            .opening = {"Iemand heeft geprobeerd uw Mijn DUO-account voor {organisation} te "
                        "koppelen. De combinatie van gebruikersnaam en activatiecode klopte niet.",
                        "Dit gebeurde {times}. Uw account is niet gekoppeld."},
            .steps = none,
            .closing = {"Was u dit zelf? Dan kunt u het opnieuw proberen vanaf {moment}. Gebruik "
                        "de activatiecode uit de nieuwste e-mail.",
                        "Was u dit niet? Neem dan contact op met uw beheerder.",
                        "Geef uw gebruikersnaam en activatiecode nooit aan iemand anders."},
        },
    .linking_blocked =
        {
            .subject = "Het koppelen van een account is tijdelijk geblokkeerd",
            .opening = {"Het koppelen van het account van {other_person} is tijdelijk geblokkeerd.",
                        "Het gaat om een account voor {organisation}.",
                        "Bij dit account is te vaak een verkeerde combinatie van gebruikersnaam en "
                        "activatiecode ingevuld. Dat is gedaan met eHerkenningmiddelen van uw "
                        "organisatie.",
                        "Dit gebeurde {times}.", "De blokkade duurt tot {moment}."},
            .steps = {"Vraag {other_person} of dit eigen pogingen waren.",
                      "Waren het eigen pogingen? Log dan in op {sign_in} en hef de blokkade op. "
                      "Dat doet u bij Gebruikers.",
                      "Waren het geen eigen pogingen? Laat de blokkade dan staan. Verstuur daarna "
                      "een nieuwe activatiecode. De oude code werkt dan niet meer."},
            .closing = none,
        },
    .unlinked =
        {
            .subject = "De koppeling van uw eHerkenningmiddel is ongedaan gemaakt",
            .opening = {"De koppeling van uw eHerkenningmiddel aan uw Mijn DUO-account voor "
                        "{organisation} is ongedaan gemaakt.",
                        "Dit is gedaan door {other_person}.", "Dit gebeurde op {moment}.",
                        "U kunt met dit account niet meer inloggen. Wilt u weer toegang? Doorloop "
                        "dan het koppelproces opnieuw."},
            .steps = {"Vraag uw beheerder om een nieuwe activatiecode.",
                      "Ga naar {sign_in} en log in met uw (nieuwe) eHerkenningmiddel.",
                      "Vul uw gebruikersnaam en de nieuwe activatiecode in. Klik op Koppel."},
            .closing = {"Had u dit niet verwacht? Neem dan meteen contact op met uw beheerder."},
        },
    .unlinked_to_administrator =
        {
            .subject = "De koppeling van een gebruiker is ongedaan gemaakt",
            .opening =
                {"De koppeling van {other_person} aan Mijn DUO is ongedaan gemaakt.",
                 "Het gaat om een account voor {organisation}.", "Dit gebeurde op {moment}.",
                 "Met dit account kan nu niemand inloggen. Open sessies zijn meteen beëindigd."},
            .steps = none,
            .closing = {"Heeft deze gebruiker weer toegang nodig? Log dan in op {sign_in} en "
                        "verstuur een nieuwe activatiecode."},
        },
    .link_lapsed =
        {
            .subject = "Uw koppeling met Mijn DUO is vervallen",
            .opening = {"U hebt 18 maanden niet ingelogd op Mijn DUO voor {organisation}. Daarom "
                        "is de koppeling van uw eHerkenningmiddel ongedaan gemaakt.",
                        "Wilt u weer toegang? Doorloop dan het koppelproces opnieuw."},
            .steps = {"Vraag uw beheerder om een nieuwe activatiecode.",
                      "Ga naar {sign_in} en log in met uw eHerkenningmiddel.",
                      "Vul uw gebruikersnaam en de nieuwe activatiecode in. Klik op Koppel."},
            .closing = {"Gebruikt u Mijn DUO niet meer? Dan hoeft u niets te doen."},
        },
    .link_lapses_soon =
        {
            .subject = "Log in om uw koppeling met Mijn DUO te houden",
            .opening =
                {"U hebt lang niet ingelogd op Mijn DUO voor {organisation}. Logt u 18 maanden "
                 "niet in? Dan maken wij de koppeling van uw eHerkenningmiddel ongedaan.",
                 "Log daarom in vóór {day}.", "U hebt nog {days}."},
            .steps = {"Ga naar {sign_in}.",
                      "Log in met uw eHerkenningmiddel. Meer hoeft u niet te doen."},
            .closing = {"Gebruikt u Mijn DUO niet meer? Laat dit dan weten aan uw beheerder."},
        },
    .never_linked =
        {
            .subject = "Een gebruiker is nog niet gekoppeld",
            .opening = {"{other_person} is geregistreerd als gebruiker van Mijn DUO, maar heeft "
                        "nog geen eHerkenningmiddel gekoppeld.",
                        "De registratie is {days} oud.",
                        "Het gaat om een account voor {organisation}."},
            .steps = {"Ga na of deze persoon nog toegang nodig heeft.",
                      "Is toegang nodig? Geef dan de brief met de gebruikersnaam en verstuur een "
                      "activatiecode.",
                      "Is toegang niet meer nodig? Beëindig dan het account."},
            .closing = {"U doet dit in Mijn DUO, bij Gebruikers: {sign_in}."},
            .of_several = {"Deze gebruikers zijn geregistreerd voor Mijn DUO, maar hebben nog geen "
                           "eHerkenningmiddel gekoppeld: {persons}.",
                           "Het gaat om accounts voor {organisation}."},
        },
    .address_code =
        {
            .subject = "Bevestig uw nieuwe e-mailadres voor Mijn DUO",
            .opening = {"U wilt dit e-mailadres gebruiken voor uw Mijn DUO-account. Met deze code "
                        "bevestigt u dat het adres van u is."},
            .steps = {"Ga in Mijn DUO naar Mijn gegevens. Bent u uitgelogd? Log dan eerst in op "
                      "{sign_in}.",
                      "Vul deze code in bij uw nieuwe e-mailadres."},
            .closing = {"Hebt u dit niet zelf gevraagd? Dan hoeft u niets te doen. Uw e-mailadres "
                        "verandert dan niet."},
        },
    .address_changed =
        {
            .subject = "Uw e-mailadres in Mijn DUO is gewijzigd",
            .opening = {"Het e-mailadres van uw Mijn DUO-account voor {organisation} is gewijzigd.",
                        "Dit gebeurde op {moment}.",
                        "Wij sturen onze berichten voortaan naar het nieuwe adres."},
            .steps = none,
            .closing = {"Hebt u dit niet zelf gedaan? Meld dit dan meteen aan uw beheerder."},
        },
    .contact_changed =
        {
            .subject = "Een gebruiker heeft contactgegevens gewijzigd",
            .opening = {"{other_person} heeft de eigen contactgegevens in Mijn DUO gewijzigd.",
                        "Het gaat om een account voor {organisation}.",
                        "Dit gebeurde op {moment}."},
            .steps = none,
            .closing = {"U hoeft niets te doen. Wilt u de nieuwe gegevens zien? Log dan in op "
                        "{sign_in} en ga naar Gebruikers."},
            .of_several = {"Deze gebruikers hebben de eigen contactgegevens in Mijn DUO gewijzigd: "
                           "{persons}.",
                           "Het gaat om accounts voor {organisation}."},
        },
    .grants_changed =
        {
            .subject = "Uw rollen in Mijn DUO zijn gewijzigd",
            .opening = {"Uw rollen of kenmerken in Mijn DUO voor {organisation} zijn gewijzigd.",
                        "Dit is gedaan door {other_person}.",
                        "U ziet uw rollen en kenmerken in Mijn DUO, bij Mijn gegevens: {sign_in}."},
            .steps = none,
            .closing = {"Klopt er iets niet? Neem dan contact op met uw beheerder."},
        },
    .appointed =
        {
            .subject = "U bent aangemeld als beheerder van Mijn DUO",
            .opening =
                {"Uw bestuur heeft u aangemeld als beheerder van Mijn DUO voor {organisation}.",
                 "Als beheerder registreert u gebruikers en geeft u hun rollen en kenmerken.",
                 "Bent u al gekoppeld aan dit account? Dan kunt u meteen inloggen op {sign_in}. "
                 "Bent u nog niet gekoppeld? Volg dan deze stappen."},
            .steps = {"Zorg dat u een persoonlijk eHerkenningmiddel hebt van niveau 3 of hoger, "
                      "voor de dienst Mijn DUO.",
                      "Uw gebruikersnaam staat in een brief. Die krijgt u van uw bestuur.",
                      "Hebt u de brief? Log dan met eHerkenning in op {sign_in} en vraag daar uw "
                      "activatiecode aan. U krijgt de code per e-mail. De code is 24 uur geldig.",
                      "Vul uw gebruikersnaam en activatiecode in. Klik op Koppel."},
            .closing = {"Klopt deze aanmelding niet? Neem dan contact op met uw bestuur."},
        },
    .key_runs_out =
        {
            .subject = "Een certificaat voor eHerkenning verloopt binnenkort",
            .opening = {"Over {days} verloopt {holding}.", "Dat is op {moment}.",
                        "Daarna kan niemand meer inloggen als er geen nieuwe is."},
            .steps = {"Zorg met de technisch beheerder en de herkenningsmakelaar voor een nieuw "
                      "exemplaar.",
                      "Kijk in Mijn DUO bij Dienst, Sleutels, of het nieuwe in gebruik is: "
                      "{sign_in}."},
            .closing = {"Is dit al geregeld? Dan hoeft u niets te doen."},
        },
    .account_ended =
        {
            .subject = "Uw Mijn DUO-account is beëindigd",
            .opening = {"Uw Mijn DUO-account voor {organisation} is beëindigd. U kunt met dit "
                        "account niet meer inloggen.",
                        "Dit gebeurde op {moment}."},
            .steps = none,
            .closing = {"U hoeft niets te doen. Klopt dit niet? Neem dan contact op met de "
                        "beheerder van uw organisatie."},
        },
    .mail_undelivered =
        {
            .subject = "Een e-mail aan een gebruiker is niet aangekomen",
            .opening = {"Een e-mail van Mijn DUO aan {other_person} is niet aangekomen.",
                        "Het onderwerp van de e-mail is: {undelivered}.", "{failure}",
                        "Het gaat om een account voor {organisation}."},
            .steps = {"Vraag de gebruiker of het e-mailadres klopt.",
                      "Klopt het adres? Log dan in op {sign_in} en verstuur de {code_to_resend} "
                      "opnieuw. Dat doet u bij Gebruikers."},
            .closing = none,
            .of_several = {"E-mails van Mijn DUO aan deze gebruikers zijn niet aangekomen: "
                           "{persons}.",
                           "Het onderwerp van de e-mails is: {undelivered}.", "{failure}",
                           "Het gaat om accounts voor {organisation}."},
        },
    .acts = dutch_acts,
};

} // namespace delivery
