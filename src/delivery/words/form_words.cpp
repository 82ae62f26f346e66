#include "delivery/words/form_words.h"

namespace delivery {

namespace {

constexpr FormWords in_dutch{
    .product = "Mijn DUO",
    .title = "Aanmelding en wijziging beheerder",
    .lead =
        "Met dit formulier meldt het bevoegd gezag een beheerder van Mijn DUO aan. Of het geeft "
        "door dat er iets verandert. De beheerder registreert gebruikers en geeft hun rollen.",
    .send =
        "Vul het formulier in op uw computer of met de hand. Print het en onderteken het. Stuur "
        "het daarna naar DUO. Het adres vindt u op de contactpagina van Mijn DUO.",
    .purpose = "1. Wat geeft u door?",
    .purpose_new = "Een nieuwe beheerder",
    .purpose_change = "Andere gegevens of rollen",
    .purpose_end = "Een beheerder die stopt",
    .organisation = "2. Organisatie",
    .organisation_name = "Naam, zoals in het handelsregister",
    .kvk = "KVK-nummer (8 cijfers)",
    .rsin = "RSIN (niet verplicht)",
    .sectors = "Sectoren",
    .attributes =
        "Kenmerken, zoals bestuursnummer, instellingscode of gemeentecode: 1 op elke regel",
    .person = "3. Beheerder",
    .name = "Naam",
    .function = "Functie",
    .email = "E-mailadres",
    .phone = "Telefoonnummer",
    .language = "Taal van brieven en e-mails",
    .dutch = "Nederlands",
    .english = "Engels",
    .roles = "4. Beheerdersrollen",
    .signing = "5. Ondertekening door het bevoegd gezag",
    .declaration =
        "Ik mag deze organisatie vertegenwoordigen. De gegevens op dit formulier kloppen.",
    .signatory = "Naam van de ondertekenaar",
    .signatory_function = "Functie van de ondertekenaar",
    .place = "Plaats",
    .date = "Datum (dd-mm-jjjj)",
    .signature = "Handtekening",
};

constexpr FormWords in_english{
    .product = "Mijn DUO",
    .title = "Appointment and change of administrator",
    .lead =
        "With this form the competent authority appoints an administrator of Mijn DUO. Or it "
        "tells that something changes. The administrator registers users and grants them roles.",
    .send = "Fill in the form on your computer or by hand. Print it and sign it. Then send it to "
            "DUO. You find the address on the contact page of Mijn DUO.",
    .purpose = "1. What do you want to tell?",
    .purpose_new = "A new administrator",
    .purpose_change = "Other details or roles",
    .purpose_end = "An administrator who stops",
    .organisation = "2. Organisation",
    .organisation_name = "Name, as in the trade register",
    .kvk = "KVK number (8 digits)",
    .rsin = "RSIN (not required)",
    .sectors = "Sectors",
    .attributes = "Attributes, such as board number, institution code or municipality code: 1 on "
                  "each line",
    .person = "3. Administrator",
    .name = "Name",
    .function = "Function",
    .email = "Email address",
    .phone = "Telephone number",
    .language = "Language of letters and emails",
    .dutch = "Dutch",
    .english = "English",
    .roles = "4. Administrator roles",
    .signing = "5. Signature of the competent authority",
    .declaration = "I may represent this organisation. The details on this form are correct.",
    .signatory = "Name of the signatory",
    .signatory_function = "Function of the signatory",
    .place = "Place",
    .date = "Date (dd-mm-yyyy)",
    .signature = "Signature",
};

} // namespace

FormWords const& form_words(portal::Language language) {
    return language == portal::Language::dutch ? in_dutch : in_english;
}

} // namespace delivery
