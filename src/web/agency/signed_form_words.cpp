#include "web/agency/signed_form_words.h"

namespace web::agency {

namespace {

constexpr SignedFormWords dutch{
    .heading = "Ondertekend formulier",
    .attached = "Scan van het formulier ({})",
    .about = "{} kB, bijgevoegd door {} op {}",
    .erased = "De bewaartermijn is voorbij. Wij hebben de scan gewist op {}.",
    .attach_text =
        "Voeg de scan van het ondertekende formulier bij. Zonder scan kan een collega de "
        "aanmelding niet goedkeuren.",
    .field = "Scan van het formulier",
    .hint = "1 bestand: PDF, JPEG of PNG, maximaal 5 MB.",
    .help = "Controleer het bestand voordat u het bijvoegt. U kunt het daarna niet vervangen.",
    .button = "Voeg het formulier bij",
    .none_chosen = "Kies een bestand.",
    .empty = "Het bestand is leeg. Kies een ander bestand.",
    .too_large = "Het bestand is groter dan 5 MB. Kies een kleiner bestand.",
    .other_kind = "Het bestand is geen PDF, JPEG of PNG. Kies een ander bestand.",
    .cut_off = "Het einde van het bestand ontbreekt. Maak de scan opnieuw en kies dat bestand.",
    .compare = "Vergelijk de scan met de gegevens van de aanmelding voordat u beslist.",
    .done = "Het formulier is bijgevoegd. Een collega kan de aanmelding nu beoordelen.",
    .download_blank = "Download het lege formulier (PDF)",
};

constexpr SignedFormWords english{
    .heading = "Signed form",
    .attached = "Scan of the form ({})",
    .about = "{} kB, attached by {} on {}",
    .erased = "Its retention period is over. We erased the scan on {}.",
    .attach_text = "Attach the scan of the signed form. Without it a colleague cannot approve the "
                   "appointment.",
    .field = "Scan of the form",
    .hint = "1 file: PDF, JPEG or PNG, at most 5 MB.",
    .help = "Check the file before you attach it. It cannot be replaced afterwards.",
    .button = "Attach the form",
    .none_chosen = "Choose a file.",
    .empty = "The file is empty. Choose another file.",
    .too_large = "The file is larger than 5 MB. Choose a smaller file.",
    .other_kind = "The file is not a PDF, JPEG or PNG. Choose another file.",
    .cut_off = "The end of the file is missing. Make the scan again and choose that file.",
    .compare = "Compare the scan with the details of the appointment before you decide.",
    .done = "The form has been attached. A colleague can decide on the appointment now.",
    .download_blank = "Download the blank form (PDF)",
};

} // namespace

SignedFormWords const& signed_form_words(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::agency
