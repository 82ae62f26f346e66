#include "markup/gallery.h"

namespace gallery {

using namespace markup;

namespace {

SideNavigation topics() {
    auto const subject = [](Icon icon, std::string label, bool current = false) {
        return NavigationItem{.icon = icon,
                              .label = std::move(label),
                              .to = Url::path("/onderwerp"),
                              .current = current};
    };
    return {.title = "Onderwerpen",
            .groups = {{.items = {subject("certificate", "Examenkandidaten aanmelden"),
                                  subject("chart-bar", "Bekostiging bekijken"),
                                  subject("file-upload", "Bestanden aanleveren")}},
                       {.heading = "Beheer van uw organisatie",
                        .items = {subject("users", "Gebruikers", true),
                                  subject("user-plus", "Gebruiker registreren"),
                                  subject("history", "Geschiedenis")}}}};
}

} // namespace

FormWords const& form_words() {
    static FormWords const words{
        .error = "Fout: ", .help_about = "Uitleg bij ", .not_required = "(niet verplicht)"};
    return words;
}

Page frame(std::string title, Layout layout, Html main) {
    return {
        .title = std::move(title),
        .brand = {.name = "Mijn DUO",
                  .owner = "Dienst Uitvoering Onderwijs",
                  .home = Url::path("/overzicht")},
        .words = {.skip_to_content = "Naar de inhoud",
                  .test_band = "Dit is een testomgeving. De gegevens zijn verzonnen.",
                  .mistake_in_title = "Fout: ",
                  .breadcrumb_label = "Kruimelpad",
                  .to_overview_of = "Naar het overzicht van ",
                  .log_out = "Uitloggen",
                  .footer_label = "Over deze site",
                  .footer_sentence = "Deze installatie is geen website van de overheid. Gebruik "
                                     "hier geen echte persoonsgegevens."},
        .other_language =
            LanguageSwitch{.language = "en", .label = "English", .to = Url::path("/taal/{}", "en")},
        .layout = layout,
        .navigation = topics(),
        .main = std::move(main),
        .footer = {{.label = "Contact", .to = Url::path("/contact")},
                   {.label = "Privacy", .to = Url::path("/privacy")},
                   {.label = "Toegankelijkheid", .to = Url::path("/toegankelijkheid")}},
    };
}

std::vector<Picture> pictures() {
    return {{"overzicht", overview()}, {"koppelen", linking()},         {"gebruikers", users()},
            {"gebruiker", user()},     {"registreren", registration()}, {"aanleveren", sending()},
            {"brief", letter()},       {"makelaar", broker()},          {"inloggen", entrance()}};
}

} // namespace gallery
