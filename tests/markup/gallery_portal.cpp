#include "markup/chart.h"
#include "markup/data_list.h"
#include "markup/details.h"
#include "markup/dialog.h"
#include "markup/files.h"
#include "markup/form.h"
#include "markup/gallery.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/letter.h"
#include "markup/news.h"
#include "markup/tiles.h"

namespace gallery {

using namespace markup;

Html overview() {
    Badge const important{.tone = BadgeTone::warn, .icon = "alert-triangle", .label = "Belangrijk"};
    auto const announcements = section(
        {.id = "news",
         .heading = "Mededelingen",
         .body = news({{.badge = important,
                        .iso_date = "2026-11-23",
                        .date = "23 november 2026",
                        .title = "Onderhoud op maandag 30 november",
                        .to = Url::path("/mededelingen/{}", 1),
                        .body = html("<p>Van 18.00 tot 21.00 uur kunt u niet inloggen.</p>")},
                       {.iso_date = "2026-11-02",
                        .date = "2 november 2026",
                        .title = "Voorlopige bekostiging 2027 staat klaar"}})});
    auto const quick = section({.id = "quick",
                                .heading = "Snel naar",
                                .body = tiles({{.icon = "file-upload",
                                                .label = "Bestanden aanleveren",
                                                .to = Url::path("/aanleveren"),
                                                .explanation = "Laatst gebruikt: gisteren"},
                                               {.icon = "chart-bar",
                                                .label = "Bekostiging bekijken",
                                                .to = Url::path("/bekostiging")}})});
    auto page = frame("Overzicht", Layout::home,
                      html(R"(<div class="app-card app-card--topline app-stack app-stack--lg">)"
                           R"({}{}{}</div>)",
                           heading(Level::one, "Mijn DUO"), announcements, quick));
    page.aside =
        aside({.id = "profile",
               .heading = "Profiel",
               .body = icon_links(
                   {{.icon = "user", .label = "Mijn gegevens", .to = Url::path("/mijn-gegevens")}}),
               .card = false});
    page.user = SignedIn{.name = "M. de Vries",
                         .organisation = "Scholengroep Lindenhof",
                         .overview = Url::path("/overzicht"),
                         .log_out = Url::path("/uitloggen"),
                         .hidden = {{.name = "token", .value = "t"}}};
    page.other_language->posts = true;
    page.session = SessionEnd{.in_seconds = 900,
                              .warned_before = 120,
                              .extend = Url::path("/sessie/verlengen"),
                              .ended = Url::path("/uitgelogd"),
                              .hidden = {{.name = "token", .value = "t"}},
                              .heading = "U wordt over 2 minuten uitgelogd",
                              .explanation = "Wilt u verdergaan? Kies dan voor doorgaan.",
                              .extend_label = "Doorgaan",
                              .renewal = {.in_seconds = 14400,
                                          .renew = Url::path("/saml/login"),
                                          .heading = "U moet opnieuw inloggen",
                                          .explanation = "Na 4 uur logt u opnieuw in.",
                                          .renew_label = "Log opnieuw in",
                                          .later_label = "Straks"}};
    return markup::page(page);
}

Html sending() {
    auto const field =
        file_field(form_words(), {.question = {.id = "file",
                                               .label = "Bestand",
                                               .hint = "Csv of xml, maximaal 20 MB.",
                                               .help = "De naam van het bestand mag u zelf kiezen.",
                                               .help_about = "bestand"},
                                  .state = {.error = "Kies een bestand van maximaal 20 MB."},
                                  .accept = ".csv,.xml"});
    auto const form =
        upload_form({.to = Url::path("/aanleveren"),
                     .hidden = {},
                     .body = field,
                     .progress_label = "Voortgang van het versturen",
                     .progress_words = "% procent verstuurd",
                     .actions = actions(button({.label = "Versturen", .icon = "file-upload"}))});
    auto const sent =
        files({{.name = "verzuim-november.xml",
                .to = Url::path("/aanleveren/{}", 7),
                .about = text("212 kB, vandaag om 13.02 uur"),
                .badge = Badge{.tone = BadgeTone::ok, .icon = "check", .label = "Verwerkt"}}});
    auto const nothing =
        empty({.icon = "inbox",
               .heading = "Nog geen terugkoppelingen",
               .sentence = "Hebt u een bestand aangeleverd? Dan ziet u hier het resultaat."});
    auto const dialog = confirm_dialog({.id = "withdraw",
                                        .heading = "Levering intrekken?",
                                        .body = paragraph("Dit kunt u niet ongedaan maken."),
                                        .to = Url::path("/aanleveren/{}/intrekken", 7),
                                        .hidden = {},
                                        .confirm = {.label = "Ja, intrekken", .negative = true},
                                        .cancel = "Annuleren"});
    auto const ask =
        confirm_link({.label = "Levering intrekken", .weight = Weight::secondary, .icon = "trash"},
                     Url::path("/aanleveren/{}/intrekken", 7), "withdraw");
    return page(
        frame("Bestanden aanleveren", Layout::side,
              stack(heading(Level::one, "Bestanden aanleveren") + form +
                    heading(Level::two, "Uw leveringen") + sent +
                    heading(Level::two, "Terugkoppelingen") + nothing + actions(ask) + dialog)));
}

Html letter() {
    auto const around =
        not_printed(heading(Level::one, "Brief voor N. Boukhari") +
                    actions(button_link({.label = "Download als pdf", .icon = "file-download"},
                                        Url::path("/brief")) +
                            post_button({.to = Url::path("/brief"),
                                         .button = {.label = "Markeer als afgedrukt",
                                                    .weight = Weight::secondary,
                                                    .icon = "check"},
                                         .hidden = {}})));
    auto const sheet = markup::letter(
        {.label = "Voorbeeld van de brief",
         .sender = "Dienst Uitvoering Onderwijs",
         .product = "Mijn DUO",
         .remark = "Persoonlijk overhandigen",
         .address = {"Scholengroep Lindenhof", "T.a.v. mevrouw N. Boukhari"},
         .references = {{"Datum", "20 november 2026"}, {"Kenmerk", "LH-2026-0148"}},
         .body = html("<h2>Beste mevrouw Boukhari,</h2><p>Dit is uw gebruikersnaam:</p>{}",
                      letter_code("LH204880"))});
    auto page = frame("Brief", Layout::plain, stack(around + sheet, Spacing::large));
    page.breadcrumb = {{.label = "Overzicht", .to = Url::path("/overzicht")}, {.label = "Brief"}};
    return markup::page(page);
}

Html entrance() {
    auto const sectors =
        section({.id = "sector",
                 .heading = "Kies uw sector",
                 .body = tiles({{.icon = "school",
                                 .label = "Primair onderwijs",
                                 .to = Url::path("/inloggen/po"),
                                 .explanation = "Basisscholen en speciaal onderwijs",
                                 .arrow = true},
                                {.icon = "building",
                                 .label = "Gemeenten",
                                 .to = Url::path("/inloggen/gemeenten"),
                                 .explanation = "Leerplicht en kinderopvang",
                                 .arrow = true}},
                               TileWidth::wide)});
    auto const help = card_section(
        CardLook::flat,
        {.id = "trouble",
         .heading = "Problemen met inloggen",
         .body = paragraph("Werkt uw eHerkenningmiddel niet?") +
                 icon_links({{.icon = "phone",
                              .label = "Neem contact op",
                              .to = Url::telephone("050 599 77 55")}}) +
                 details("Ik heb 18 maanden niet ingelogd",
                         paragraph("Vraag uw beheerder om een nieuwe activatiecode."))});
    return page(frame(
        "Inloggen", Layout::plain,
        stack(narrow(heading(Level::one, "Inloggen op Mijn DUO") +
                     lead("Mijn DUO is de beveiligde site voor onderwijsinstellingen.")) +
                  alert(Tone::info, "Maandag 30 november kunt u niet inloggen.") + sectors +
                  grid_of_sections(help) +
                  figures({{.label = "Ingelogd deze week", .number = "3.120"},
                           {.label = "Gekoppeld", .number = "98%", .explanation = "van 9.412"}}) +
                  chart({.id = "weeks",
                         .title = "Inloggen per week",
                         .description = "Van 2.140 in week 38 naar 3.120 in week 41.",
                         .good = "Gelukt",
                         .bad = "Niet gelukt",
                         .bars = {{.label = "38", .good = 2140, .bad = 95},
                                  {.label = "39", .good = 2380, .bad = 110},
                                  {.label = "40", .good = 2520, .bad = 103},
                                  {.label = "41", .good = 3120, .bad = 140}}}),
              Spacing::large)));
}

} // namespace gallery
