#include "web/words/shared.h"

namespace web::words {

namespace {

constexpr Shared dutch{
    .language_code = "nl",
    .agency = "Dienst Uitvoering Onderwijs",
    .skip_to_content = "Naar de inhoud",
    .test_band = "Dit is een testomgeving. De gegevens zijn verzonnen.",
    .test_footer = "Deze installatie is geen website van de overheid. Gebruik hier geen echte "
                   "persoonsgegevens.",
    .mistake_in_title = "Fout: ",
    .error = "Fout: ",
    .help_about = "Uitleg bij ",
    .not_required = "(niet verplicht)",
    .all_required = "Vul alles in. Is iets niet verplicht? Dan staat dat erbij.",
    .breadcrumb = "Kruimelpad",
    .to_overview_of = "Naar het overzicht van ",
    .overview = "Overzicht",
    .log_out = "Uitloggen",
    .about_this_site = "Over deze site",
    .other_language = "English",
    .topics = "Onderwerpen",
    .or_word = "of",
    .continue_label = "Verder",
    .cancel = "Annuleren",
    .save = "Opslaan",
    .back = "Terug",
    .contact = "Contact",
    .problems = "Problemen met inloggen",
    .privacy = "Privacy",
    .cookies = "Cookies",
    .accessibility = "Toegankelijkheid",
    .terms = "Gebruikersvoorwaarden",
    .summary_heading = "Controleer wat u hebt ingevuld",
    .session_heading = "U wordt bijna uitgelogd",
    .session_explanation = "U hebt een tijd niets gedaan. Over 2 minuten loggen wij u uit.",
    .session_extend = "Ga door",
    .renewal_heading = "U moet bijna opnieuw inloggen",
    .renewal_explanation = "Na 4 uur logt u altijd opnieuw in met eHerkenning. Uw tijd is over 2 "
                           "minuten om.",
    .renewal_keeps = "Na 4 uur logt u altijd opnieuw in met eHerkenning. Uw tijd is over 2 minuten "
                     "om. Wat u hebt ingevuld, blijft bewaard.",
    .renewal_button = "Log opnieuw in",
    .renewal_later = "Straks",
    .incident = "Referentienummer",
    .at_time = "om",
    .oclock = " uur",
};

constexpr Shared english{
    .language_code = "en",
    .agency = "Dienst Uitvoering Onderwijs",
    .skip_to_content = "Skip to content",
    .test_band = "This is a test environment. The data is made up.",
    .test_footer = "This installation is not a website of the government. Do not use real "
                   "personal data here.",
    .mistake_in_title = "Error: ",
    .error = "Error: ",
    .help_about = "Explanation of ",
    .not_required = "(optional)",
    .all_required = "Fill in everything. If something is optional, it says so.",
    .breadcrumb = "Breadcrumb",
    .to_overview_of = "To the overview of ",
    .overview = "Overview",
    .log_out = "Log out",
    .about_this_site = "About this site",
    .other_language = "Nederlands",
    .topics = "Topics",
    .or_word = "or",
    .continue_label = "Continue",
    .cancel = "Cancel",
    .save = "Save",
    .back = "Back",
    .contact = "Contact",
    .problems = "Problems with logging in",
    .privacy = "Privacy",
    .cookies = "Cookies",
    .accessibility = "Accessibility",
    .terms = "Terms of use",
    .summary_heading = "Check what you have filled in",
    .session_heading = "You will be logged out soon",
    .session_explanation = "You have been inactive for a while. We will log you out in 2 minutes.",
    .session_extend = "Carry on",
    .renewal_heading = "You must log in again soon",
    .renewal_explanation =
        "After 4 hours you always log in again with eHerkenning. Your time is up in 2 minutes.",
    .renewal_keeps = "After 4 hours you always log in again with eHerkenning. Your time is up in 2 "
                     "minutes. What you filled in is kept.",
    .renewal_button = "Log in again",
    .renewal_later = "Later",
    .incident = "Reference number",
    .at_time = "at",
    .oclock = "",
};

} // namespace

Shared const& shared(portal::Language language) {
    return language == portal::Language::dutch ? dutch : english;
}

} // namespace web::words
