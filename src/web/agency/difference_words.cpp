#include "web/agency/difference_words.h"

namespace web::agency {

namespace {

constexpr DifferenceWords dutch{
    .has_already = "Heeft de organisatie al",
    .added = "Nieuw voor de organisatie",
    .differs = "Verschilt: bekend als {}",
    .elsewhere = "Hoort bij een andere organisatie: {}",
    .value_elsewhere = "{} {} hoort bij een andere organisatie: {}. Een waarde hoort bij 1 "
                       "organisatie. Zoek eerst uit bij welke organisatie deze waarde hoort.",
    .cannot_approve = "U kunt deze aanmelding niet goedkeuren",

    .new_heading = "Deze organisatie is nieuw",
    .new_text = "Wij kennen nog geen organisatie met KVK-nummer {}. Alles op dit formulier is "
                "nieuw.",
    .name_stays = "De naam op het formulier is anders dan de naam die wij kennen. De organisatie "
                  "blijft {} heten.",

    .person_heading = "Misschien al bekend: {}",
    .person_text = "Deze gebruiker van de organisatie heeft dezelfde naam of hetzelfde "
                   "e-mailadres. Vergelijk de gegevens voordat u beslist.",
    .column_what = "Gegeven",
    .column_form = "Op het formulier",
    .column_known = "Bij ons bekend",
    .column_difference = "Verschil",
    .name = "Naam",
    .same = "Gelijk",
    .other = "Verschilt",
    .unknown = "–",
};

constexpr DifferenceWords english{
    .has_already = "The organisation has it already",
    .added = "New for the organisation",
    .differs = "Differs: known as {}",
    .elsewhere = "Belongs to another organisation: {}",
    .value_elsewhere = "{} {} belongs to another organisation: {}. A value belongs to 1 "
                       "organisation. First find out to which organisation this value belongs.",
    .cannot_approve = "You cannot approve this appointment",

    .new_heading = "This organisation is new",
    .new_text = "We know no organisation with KVK number {} yet. Everything on this form is new.",
    .name_stays = "The name on the form is not the name that we know. The organisation keeps the "
                  "name {}.",

    .person_heading = "Perhaps known already: {}",
    .person_text = "This user of the organisation has the same name or the same email address. "
                   "Compare the details before you decide.",
    .column_what = "Detail",
    .column_form = "On the form",
    .column_known = "Known to us",
    .column_difference = "Difference",
    .name = "Name",
    .same = "The same",
    .other = "Differs",
    .unknown = "–",
};

} // namespace

DifferenceWords const& difference_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::agency
