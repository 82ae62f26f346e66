#include "web/agency/words.h"

namespace web::agency {

constinit Words const dutch_words{
    .desk = "Dienst",
    .desk_lead = "Hier neemt u organisaties op en meldt u hun beheerders aan.",
    .waiting = "Wacht op beoordeling",
    .waiting_none = "Er wachten geen aanmeldingen",
    .waiting_none_text = "Een aanmelding die een collega invoert, komt hier te staan.",
    .waiting_more = "Er wachten er nog {}: bekijk alle aanmeldingen",
    .appointments = "Aanmeldingen",
    .appointments_range = "{} tot en met {} van {} aanmeldingen",
    .enter = "Beheerder aanmelden",
    .organisations = "Organisaties",
    .to_organisations = "Organisaties",
    .to_organisations_text = "Zoek een organisatie en haar beheerders.",
    .to_appointments = "Aanmeldingen",
    .to_appointments_text = "Bekijk wat is ingevoerd en wat is besloten.",
    .enter_text = "Voer een ondertekend formulier in.",

    .list_label = "Organisaties zoeken",
    .search = "Naam of KVK-nummer",
    .search_button = "Zoeken",
    .found_one = "1 organisatie gevonden",
    .found_many = "{} organisaties gevonden",
    .range = "{} tot en met {} van {} organisaties",
    .pages_label = "Pagina’s",
    .page_number = "Pagina ",
    .previous = "Vorige",
    .next = "Volgende",
    .none_found = "Geen organisaties gevonden",
    .none_found_text = "Zoek op een deel van de naam of op het hele KVK-nummer.",
    .column_name = "Naam",
    .column_sectors = "Sector",
    .column_numbers = "KVK-nummer",
    .column_status = "Status",
    .active = "Actief",
    .ended = "Gestopt",

    .data = "Gegevens",
    .kvk = "KVK-nummer",
    .rsin = "RSIN",
    .sectors = "Sectoren",
    .attributes = "Kenmerken",
    .no_attributes = "Deze organisatie heeft nog geen kenmerken.",
    .admitted = "Opgenomen",
    .administrators = "Beheerders",
    .no_administrators = "Geen beheerder",
    .no_administrators_text = "Meld een beheerder aan met het ondertekende formulier.",
    .others_administrators = "Bij uw rol hoort niet dat u ziet wie de beheerders zijn.",
    .column_mail = "E-mailadres",
    .column_last = "Laatst ingelogd",
    .column_acts = "Handelingen",
    .print_letter = "Maak de brief",
    .send_code = "Verstuur activatiecode",
    .letter_note =
        "De brief met de gebruikersnaam gaat naar het bevoegd gezag. Met een nieuwe brief "
        "vervalt de intrekcode van de vorige. Verstuur de activatiecode als de beheerder de "
        "brief heeft.",
    .not_there = "–",
    .end_text =
        "De beheerder kan daarna niet meer inloggen. Brief, code, koppeling en rollen vervallen "
        "meteen. U kunt dit niet ongedaan maken.",
    .last_of_roles = "Niemand anders van deze organisatie heeft de beheerrollen: {}. Doe dit "
                     "alleen op verzoek van het bestuur, of als er een opvolger is.",
    .reason_hint = "Bijvoorbeeld: op verzoek van het bestuur.",

    .column_organisation = "Organisatie",
    .column_person = "Beheerder",
    .column_entered = "Ingevoerd",
    .column_state = "Status",
    .state_waiting = "Wacht op beoordeling",
    .state_approved = "Goedgekeurd",
    .state_declined = "Afgewezen",
    .all_none = "Er zijn nog geen aanmeldingen",
    .all_none_text = "Voer de eerste in met het ondertekende formulier.",

    .form_lead =
        "Neem het formulier Aanmelding en wijziging beheerder over. Een collega beoordeelt de "
        "aanmelding daarna.",
    .organisation_heading = "Organisatie",
    .organisation = "Naam van de organisatie",
    .organisation_hint = "Zoals in het handelsregister.",
    .organisation_help =
        "Is er al een organisatie met dit KVK-nummer? Dan komt de beheerder daarbij. De "
        "naam verandert niet.",
    .organisation_missing = "Vul de naam van de organisatie in, maximaal 200 tekens.",
    .kvk_hint = "8 cijfers.",
    .kvk_help = "De beheerder moet inloggen met een eHerkenningmiddel voor dit nummer.",
    .kvk_wrong = "Vul een KVK-nummer in van 8 cijfers.",
    .rsin_hint = "9 cijfers.",
    .rsin_wrong = "Dit is geen RSIN. Kijk de 9 cijfers na.",
    .sector_hint = "Kies 1 of meer sectoren.",
    .sector_missing = "Kies een sector.",
    .attribute_label = "{}: waarden van de organisatie",
    .attribute_hint = "Zet op elke regel 1 waarde met een omschrijving, zoals {} Hoofdlocatie.",
    .attribute_help = "Alleen deze waarden kan de beheerder bij een rol kiezen.",
    .attribute_line =
        "Regel {}: begin met een waarde zoals {}. De omschrijving is maximaal 100 tekens.",
    .attribute_doubled = "Regel {}: deze waarde staat er al.",
    .attribute_many = "Vul maximaal 200 regels in.",
    .signatory_heading = "Bevoegd gezag",
    .signatory = "Ondertekenaar",
    .signatory_hint = "De naam onder het formulier.",
    .signatory_help = "Controleer of de ondertekenaar de organisatie mag vertegenwoordigen.",
    .signatory_missing = "Vul de naam van de ondertekenaar in, maximaal 100 tekens.",
    .signatory_unprintable = "De brief kan deze tekens niet afdrukken: {}. Schrijf de naam in ons "
                             "alfabet, zoals in het paspoort.",
    .organisation_unprintable = "De brief kan deze tekens niet afdrukken: {}. Schrijf de naam in "
                                "ons alfabet, zoals in het handelsregister.",
    .letter_unprintable = "De brief kan deze tekens niet afdrukken: {}. Voer een nieuwe aanmelding "
                          "in, met alle namen in ons alfabet.",
    .person_heading = "Beheerder",
    .role = "Beheerdersrollen",
    .role_hint = "Kies 1 of meer rollen.",
    .role_missing = "Kies een beheerdersrol.",
    .submit = "Leg ter beoordeling voor",

    .appointment = "Aanmelding",
    .appointment_of = "Aanmelding van {}",
    .entered_by = "Ingevoerd door",
    .entered_at = "Ingevoerd op",
    .decided_by = "Beoordeeld door",
    .reason = "Reden",
    .known_heading = "Deze organisatie is er al",
    .known_text = "De beheerder komt bij {}. Sectoren en kenmerken die nieuw zijn komen erbij.",
    .approve = "Keur goed",
    .approve_text = "De organisatie en het account van de beheerder ontstaan meteen.",
    .decline = "Wijs af",
    .decline_text = "Er ontstaat geen account.",
    .decline_reason = "Reden van de afwijzing",
    .decline_hint = "Bijvoorbeeld: de handtekening ontbreekt.",
    .decide = "Beoordelen",
    .others_decide = "Een collega met een andere rol beoordeelt deze aanmelding.",
    .to_organisation = "Naar de organisatie",
    .address_taken = "Dit e-mailadres hoort al bij een andere gebruiker van de organisatie.",

    .keys = "Sleutels",
    .keys_lead = "De certificaten en metadata waarmee inloggen via eHerkenning werkt. Wie "
                 "organisaties registreert, krijgt 60, 30 en 7 dagen van tevoren een e-mail.",
    .key_what = "Wat",
    .key_mark = "Kenmerk",
    .key_until = "Geldig tot",
    .key_days = "Dagen over",
    .key_signing = "Ondertekenen",
    .key_next_signing = "Ondertekenen, volgende",
    .key_decryption = "Ontsleutelen",
    .key_client = "Verbinding met de makelaar",
    .key_broker_signing = "Certificaat van de makelaar",
    .key_broker_metadata = "Metadata van de makelaar",
    .key_not_yet = "Nog niet geldig",
    .key_good = "In orde",
    .key_within_60 = "Verloopt binnen 60 dagen",
    .key_within_30 = "Verloopt binnen 30 dagen",
    .key_within_7 = "Verloopt binnen 7 dagen",
    .key_over = "Verlopen",
    .key_broker_away = "De makelaar antwoordt niet. Inloggen lukt nu niet.",
    .key_confirmed = "De metadata van de makelaar is voor het laatst in orde bevonden op {}.",

    .done_entered = "De aanmelding is ingevoerd. Een collega moet haar beoordelen.",
    .done_approved =
        "De aanmelding is goedgekeurd. Maak nu de brief voor het bevoegd gezag en verstuur "
        "daarna de activatiecode.",
    .done_declined = "De aanmelding is afgewezen.",
    .done_code = "Wij versturen de activatiecode nu naar de beheerder. De code is 24 uur geldig.",
    .done_unlinked = "De koppeling is ongedaan gemaakt. De beheerder en de andere beheerders "
                     "krijgen daarover een e-mail.",
    .done_ended = "Het account is beëindigd. De beheerder en de andere beheerders krijgen daarover "
                  "een e-mail.",
};

} // namespace web::agency
