#include "web/linking/words.h"

namespace web::linking {

namespace {

constexpr Words dutch{
    .process = "eHerkenning koppelen met Mijn DUO-account",
    .steps_label = "Stappen van het koppelproces",
    .step_of = "Stap {} van 5",
    .done = " (klaar)",
    .step_1 = "Inloggen met eHerkenning",
    .step_2 = "Voordat u begint",
    .step_3 = "Disclaimer",
    .step_4 = "Gebruikersvoorwaarden",
    .step_5 = "Koppelen",
    .before = "Voordat u begint",
    .welcome = "Welkom bij het koppelproces. Dit koppelproces is om uw eHerkenningmiddel aan uw "
               "Mijn DUO account te koppelen.",
    .needed = "Om dit koppelproces te doorlopen heeft u een gebruikersnaam en geldige "
              "activatiecode nodig van uw Mijn DUO account.",
    .note_heading = "LET OP",
    .note = "Na het koppelen kunt u alleen nog inloggen met eHerkenning.",
    .situation = "Mijn situatie",
    .have_both = "Ik heb een gebruikersnaam en een geldige activatiecode",
    .have_not = "Ik heb geen gebruikersnaam en/of geen (geldige) activatiecode",
    .situation_missing = "Kies wat voor u geldt.",
    .cancel = "annuleer en log uit",
    .disclaimer = "Disclaimer",
    .fraud_heading = "Fraude",
    .fraud = "Het bewust aannemen van de identiteit van een ander persoon, wordt gezien als "
             "identiteitsfraude en is conform het Nederlands recht strafbaar. Overtuig u er goed "
             "van dat u de koppeling legt met een door u persoonlijk toegewezen en uitgereikte "
             "gebruikersnaam en activatiecode. Indien u twijfelt kunt u uw organisatie beheerder "
             "raadplegen of het gebruikersnaam en activatiecode aan u toebehoort.",
    .privacy_heading = "Privacy",
    .privacy = "Voor het koppelen gaat u een gebruikersnaam en activatiecode doorgeven. Dit zijn "
               "gegevens die eventueel herleidbaar kunnen zijn naar uw persoonlijke gegevens.",
    .agree = "Ik heb bovenstaande informatie gelezen en ga hiermee akkoord",
    .agree_missing = "Vink aan dat u akkoord gaat. Anders kunt u niet verder.",
    .previous = "terug naar vorige scherm",
    .terms = "Gebruikersvoorwaarden",
    .terms_text = "Met de komst van eHerkenning zijn er nieuwe gebruiksvoorwaarden opgesteld. U "
                  "moet die accepteren om verder te gaan. U vindt de gebruikersvoorwaarden via "
                  "onderstaande link:",
    .terms_link = "Ga naar gebruikersvoorwaarden",
    .combination = "Koppelen met gebruikersnaam en activatiecode",
    .username = "Gebruikersnaam",
    .username_hint = "U vindt uw gebruikersnaam in de brief",
    .username_help =
        "Uw gebruikersnaam staat in de brief die u van uw beheerder hebt gekregen. "
        "Hij heeft 9 letters en cijfers. Geen brief gekregen? Vraag uw beheerder om de "
        "brief af te drukken.",
    .username_typo = "Controleer de gebruikersnaam: 9 letters en cijfers, zoals in de brief. U "
                     "hebt een typefout gemaakt. Dit telt niet als poging.",
    .username_missing = "Vul de gebruikersnaam in.",
    .code = "Activatiecode",
    .code_hint = "U vindt uw activatiecode in de e-mail",
    .code_help =
        "U hebt de activatiecode per e-mail gekregen. De code is 24 uur geldig. Is de code "
        "verlopen? Vraag uw beheerder om een nieuwe.",
    .code_typo = "Controleer de activatiecode: 10 letters en cijfers, zoals in de e-mail. U hebt "
                 "een typefout gemaakt. Dit telt niet als poging.",
    .code_missing = "Vul de activatiecode in.",
    .link = "Koppel",
    .failed = "Koppelen is niet gelukt",
    .wrong = "De combinatie van gebruikersnaam en activatiecode klopt niet.",
    .tries_left = "U kunt het nog {} keer proberen.",
    .try_left = "U kunt het nog 1 keer proberen.",
    .then_block = "Daarna blokkeren wij uw account 15 minuten.",
    .blocked = "Uw account is geblokkeerd",
    .blocked_text = "Er is te vaak een verkeerde combinatie van gebruikersnaam en activatiecode "
                    "ingevuld.",
    .blocked_from = "U kunt het opnieuw proberen vanaf",
    .blocked_advice = "Kijk intussen goed in de brief en in de e-mail. Komt u er niet uit? Vraag "
                      "uw beheerder om hulp.",
    .expired = "Uw activatiecode is verlopen",
    .expired_text = "Een activatiecode is 24 uur geldig.",
    .expired_advice = "Vraag uw beheerder om een nieuwe. U krijgt de nieuwe code per e-mail.",
    .in_use = "Dit eHerkenningmiddel is al gekoppeld",
    .in_use_text = "Met dit eHerkenningmiddel logt u al in op een ander account van deze "
                   "organisatie. Per organisatie kunt u het maar aan 1 account koppelen. Neem "
                   "contact op met uw beheerder.",
    .level = "Uw eHerkenningmiddel heeft een te laag niveau",
    .level_text = "U hebt een eHerkenningmiddel van niveau 3 of hoger nodig.",
    .linked = "Koppeling gelukt",
    .linked_kicker = "GELUKT",
    .linked_text = "Uw account is succesvol gekoppeld",
    .linked_further = "U kunt voortaan inloggen met eHerkenning",
    .no_code = "U hebt een gebruikersnaam en een activatiecode nodig",
    .no_code_text = "Uw beheerder helpt u aan allebei.",
    .no_code_username = "De gebruikersnaam staat in een brief. Uw beheerder drukt die brief af en "
                        "geeft hem aan u persoonlijk.",
    .no_code_code = "De activatiecode krijgt u per e-mail. Vraag uw beheerder om de code te "
                    "versturen. De code is 24 uur geldig.",
    .request_heading = "Hebt u de brief, maar geen geldige code?",
    .request_text = "Vul uw gebruikersnaam in. Wij vragen uw beheerder dan om een nieuwe "
                    "activatiecode te versturen.",
    .request = "Vraag een activatiecode aan",
    .requested =
        "Wij hebben uw vraag doorgegeven. Klopt uw gebruikersnaam? Dan stuurt uw beheerder "
        "u een activatiecode.",
    .requested_too_often = "U hebt het afgelopen uur te vaak om een code gevraagd. Probeer het "
                           "later opnieuw.",
    .back = "Terug naar het koppelen",
    .help_heading = "Hulp nodig?",
    .help_text = "Uw beheerder kan u helpen met uw gebruikersnaam en activatiecode.",
};

constexpr Words english{
    .process = "Linking eHerkenning to a Mijn DUO account",
    .steps_label = "Steps of the linking process",
    .step_of = "Step {} of 5",
    .done = " (done)",
    .step_1 = "Log in with eHerkenning",
    .step_2 = "Before you begin",
    .step_3 = "Disclaimer",
    .step_4 = "Terms of use",
    .step_5 = "Linking",
    .before = "Before you begin",
    .welcome = "Welcome to the linking process. It links your eHerkenning means to your Mijn DUO "
               "account.",
    .needed = "To go through this process you need a username and a valid activation code of your "
              "Mijn DUO account.",
    .note_heading = "PLEASE NOTE",
    .note = "After linking you can only log in with eHerkenning.",
    .situation = "My situation",
    .have_both = "I have a username and a valid activation code",
    .have_not = "I have no username and/or no (valid) activation code",
    .situation_missing = "Choose what applies to you.",
    .cancel = "cancel and log out",
    .disclaimer = "Disclaimer",
    .fraud_heading = "Fraud",
    .fraud =
        "Knowingly assuming the identity of another person is identity fraud and is punishable "
        "under Dutch law. Make sure that you link with a username and activation code that "
        "were assigned and handed to you personally. If in doubt, ask the administrator of "
        "your organisation whether the username and activation code are yours.",
    .privacy_heading = "Privacy",
    .privacy = "For linking you will enter a username and an activation code. These may be "
               "traceable to your personal data.",
    .agree = "I have read the information above and agree to it",
    .agree_missing = "Tick that you agree. Otherwise you cannot go on.",
    .previous = "back to the previous screen",
    .terms = "Terms of use",
    .terms_text =
        "With the arrival of eHerkenning there are new terms of use. You must accept them "
        "to go on. You will find the terms of use through the link below:",
    .terms_link = "Go to the terms of use",
    .combination = "Linking with username and activation code",
    .username = "Username",
    .username_hint = "You will find your username in the letter",
    .username_help = "Your username is in the letter that your administrator gave you. It has 9 "
                     "letters and digits. No letter? Ask your administrator to print it.",
    .username_typo =
        "Check the username: 9 letters and digits, as in the letter. You made a typing "
        "error. This does not count as an attempt.",
    .username_missing = "Fill in the username.",
    .code = "Activation code",
    .code_hint = "You will find your activation code in the email",
    .code_help = "You received the activation code by email. It is valid for 24 hours. Has it "
                 "expired? Ask your administrator for a new one.",
    .code_typo = "Check the activation code: 10 letters and digits, as in the email. You made a "
                 "typing error. This does not count as an attempt.",
    .code_missing = "Fill in the activation code.",
    .link = "Link",
    .failed = "Linking did not succeed",
    .wrong = "The combination of username and activation code is not right.",
    .tries_left = "You can try {} more times.",
    .try_left = "You can try 1 more time.",
    .then_block = "After that we block your account for 15 minutes.",
    .blocked = "Your account is blocked",
    .blocked_text = "A wrong combination of username and activation code was entered too often.",
    .blocked_from = "You can try again from",
    .blocked_advice = "In the meantime, look carefully at the letter and the email. If you cannot "
                      "work it out, ask your administrator for help.",
    .expired = "Your activation code has expired",
    .expired_text = "An activation code is valid for 24 hours.",
    .expired_advice = "Ask your administrator for a new one. You will receive it by email.",
    .in_use = "This eHerkenning means is linked already",
    .in_use_text =
        "With this eHerkenning means you log in to another account of this organisation. "
        "It can be linked to 1 account of an organisation only. Contact your "
        "administrator.",
    .level = "The level of your eHerkenning means is too low",
    .level_text = "You need an eHerkenning means of level 3 or higher.",
    .linked = "Linking succeeded",
    .linked_kicker = "SUCCEEDED",
    .linked_text = "Your account has been linked",
    .linked_further = "From now on you can log in with eHerkenning",
    .no_code = "You need a username and an activation code",
    .no_code_text = "Your administrator helps you to both.",
    .no_code_username = "The username is in a letter. Your administrator prints that letter and "
                        "hands it to you in person.",
    .no_code_code = "You receive the activation code by email. Ask your administrator to send it. "
                    "It is valid for 24 hours.",
    .request_heading = "Do you have the letter, but no valid code?",
    .request_text = "Fill in your username. We will then ask your administrator to send a new "
                    "activation code.",
    .request = "Ask for an activation code",
    .requested = "We have passed on your question. If your username is right, your administrator "
                 "will send you an activation code.",
    .requested_too_often = "You have asked for a code too often in the past hour. Try again later.",
    .back = "Back to linking",
    .help_heading = "Need help?",
    .help_text = "Your administrator can help you with your username and activation code.",
};

} // namespace

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::linking
