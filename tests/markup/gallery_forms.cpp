#include "markup/badge.h"
#include "markup/choice.h"
#include "markup/data_list.h"
#include "markup/details.h"
#include "markup/form.h"
#include "markup/gallery.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/pagination.h"
#include "markup/steps.h"
#include "markup/table.h"

namespace gallery {

using namespace markup;

Html linking() {
    auto const wrong = "De combinatie van gebruikersnaam en activatiecode klopt niet.";
    FieldState const code{.error = wrong};
    auto const fields =
        text_field(form_words(),
                   {.question = {.id = "gebruikersnaam",
                                 .label = "Gebruikersnaam",
                                 .hint = "U vindt uw gebruikersnaam in de brief",
                                 .help = "Uw gebruikersnaam staat bovenaan in de brief.",
                                 .help_about = "gebruikersnaam"},
                    .state = {.value = "LH204871"},
                    .autocomplete = "username",
                    .autocapitalize = "characters",
                    .spellcheck = false,
                    .width = Width::medium}) +
        text_field(form_words(), {.question = {.id = "activatiecode",
                                               .label = "Activatiecode",
                                               .hint = "U vindt uw activatiecode in de e-mail",
                                               .help = "De code is 24 uur geldig.",
                                               .help_about = "activatiecode"},
                                  .state = code,
                                  .autocomplete = "one-time-code",
                                  .monospace = true,
                                  .spellcheck = false,
                                  .width = Width::medium}) +
        actions(button({.label = "Koppel", .icon = "link"}) +
                or_link("of", "terug naar vorige scherm", Url::path("/koppelen/{}", 3)));
    auto const progress = steps({.label = "Stappen van het koppelproces",
                                 .words = "Stap 5 van 5",
                                 .done = " (klaar)",
                                 .names = {"Inloggen met eHerkenning", "Voordat u begint",
                                           "Disclaimer", "Gebruikersvoorwaarden", "Koppelen"},
                                 .current = 5});
    auto const title = heading_with_kicker("eHerkenning koppelen met Mijn DUO-account",
                                           "Koppelen met gebruikersnaam en activatiecode");
    auto page = frame(
        "Koppelen met gebruikersnaam en activatiecode", Layout::aside,
        progress +
            error_summary("Koppelen is niet gelukt", Mistakes{}.note("activatiecode", code).all()) +
            stack(title + alert(Tone::warning, "U kunt het nog 2 keer proberen.") +
                  form({.to = Url::path("/koppelen/{}", 4),
                        .hidden = {{.name = "token", .value = "t"}},
                        .body = fields,
                        .autocomplete = false})));
    page.has_mistakes = true;
    page.aside = aside(
        {.id = "help",
         .heading = "Hulp nodig?",
         .body = small_print("Uw beheerder kan u helpen.") +
                 icon_links({{.icon = "phone", .label = "Contact", .to = Url::path("/contact")}})});
    return markup::page(page);
}

namespace {

Html list_of_users() {
    auto const row = [](std::string name, Badge status, std::string roles) {
        return std::vector<Html>{link(name, Url::path("/beheer/gebruikers/{}", name)),
                                 text("j.aalbers@lindenhof.example"), badge(status), text(roles)};
    };
    return table(
        {.label = "Gebruikers",
         .caption = "Gebruikers van Scholengroep Lindenhof",
         .columns = {{.label = "Naam",
                      .sorting = Sorting{.to = Url::path("/beheer/gebruikers"),
                                         .order = Order::ascending,
                                         .words = ", oplopend gesorteerd"}},
                     {.label = "E-mailadres",
                      .sorting =
                          Sorting{.to = Url::path("/beheer/gebruikers"), .words = ", sorteren"}},
                     {.label = "Status"},
                     {.label = "Rollen", .numeric = true}},
         .rows = {row("Aalbers, J.",
                      {.tone = BadgeTone::neutral, .icon = "send", .label = "Uitgenodigd"}, "2"),
                  row("Boukhari, N.",
                      {.tone = BadgeTone::info, .icon = "printer", .label = "Brief afgedrukt"},
                      "3"),
                  row("Hendriks, P.",
                      {.tone = BadgeTone::err, .icon = "link-off", .label = "Niet actief"}, "1")}});
}

Html search_of_users() {
    return filter(
        {.to = Url::path("/beheer/gebruikers"),
         .label = "Gebruikers zoeken",
         .fields =
             text_field(form_words(), {.question = {.id = "q",
                                                    .label = "Naam of e-mailadres",
                                                    .required = false,
                                                    .says_not_required = false},
                                       .type = "search"}) +
             markup::select(form_words(), {.question = {.id = "status",
                                                        .label = "Status",
                                                        .required = false,
                                                        .says_not_required = false},
                                           .state = {.value = "gekoppeld"},
                                           .options = {{"", "Alle"}, {"gekoppeld", "Gekoppeld"}}}),
         .button = {.label = "Zoeken", .weight = Weight::secondary, .icon = "search"}});
}

} // namespace

Html users() {
    auto page = frame(
        "Gebruikers", Layout::side,
        stack(page_head(heading(Level::one, "Gebruikers"),
                        button_link({.label = "Gebruiker registreren", .icon = "user-plus"},
                                    Url::path("/beheer/gebruikers/nieuw"))) +
              search_of_users() + list_of_users() +
              pagination({.label = "Pagina’s",
                          .summary = "1 tot en met 7 van 470 gebruikers",
                          .page = "Pagina ",
                          .previous = "Vorige",
                          .next = "Volgende",
                          .current = 5,
                          .last = 68,
                          .to = Url::path("/beheer/gebruikers").with("status", "x")}) +
              details("Wat betekenen de statussen?",
                      meanings({{.term = badge(
                                     {.tone = BadgeTone::ok, .icon = "link", .label = "Gekoppeld"}),
                                 .words = "De gebruiker kan inloggen."}}))));
    page.breadcrumb = {{.label = "Overzicht", .to = Url::path("/overzicht")},
                       {.label = "Gebruikers"}};
    return markup::page(page);
}

Html user() {
    auto const how_far = card_section(
        CardLook::plain,
        {.id = "progress",
         .heading = "Koppelen: hoever is deze gebruiker?",
         .body = timeline({{.label = "Uitgenodigd",
                            .explanation = "18 november 2026, bevestiging per e-mail",
                            .progress = Progress::done},
                           {.label = "Activatiecode versturen", .progress = Progress::now},
                           {.label = "Gekoppeld", .progress = Progress::later}},
                          " (klaar)")});
    auto const data = section(
        {.id = "data",
         .heading = "Gegevens",
         .body = stacked_data_list({{.key = "Naam", .value = text("Nadia Boukhari")},
                                    {.key = "Gebruikersnaam", .value = mono("LH204880")}})});
    auto const roles = checkbox_group(
        form_words(),
        {.question = {.id = "rollen",
                      .label = "Rollen",
                      .help = "Geef alleen rollen die de gebruiker voor zijn werk nodig heeft.",
                      .help_about = "rollen"},
         .choices = {{.value = "examen",
                      .label = "Examenkandidaten aanmelden",
                      .explanation = "Kandidaten aanmelden en wijzigen.",
                      .chosen = true},
                     {.value = "verzuim", .label = "Verzuim melden"}}});
    auto page = frame(
        "N. Boukhari", Layout::side,
        stack(heading(Level::one, "N. Boukhari") +
              alert({.tone = Tone::ok,
                     .body = paragraph("Het e-mailadres is gewijzigd."),
                     .announced = true}) +
              data_list({{.key = "E-mailadres",
                          .value = text("n.boukhari@lindenhof.example"),
                          .change = Change{.label = "Wijzig",
                                           .subject = "e-mailadres",
                                           .to = Url::path("/mijn-gegevens/wijzigen")}},
                         {.key = "Laatst ingelogd",
                          .value = moment("2026-11-22T09:14", "22 november 2026 om 09.14 uur")}}) +
              two_columns(how_far, data) +
              form({.to = Url::path("/beheer"),
                    .hidden = {},
                    .body = roles + actions(button({.label = "Rollen opslaan"}) +
                                            link("Annuleren", Url::path("/beheer")))})));
    return markup::page(page);
}

Html registration() {
    FieldState const name{.error = "Vul de achternaam in."};
    FieldState const situation{.error = "Kies wat voor u geldt."};
    FieldState const consent{.error = "Vink aan dat u akkoord gaat. Anders kunt u niet verder."};
    auto const fields =
        text_field(form_words(),
                   {.question = {.id = "achternaam", .label = "Achternaam"}, .state = name}) +
        text_field(
            form_words(),
            {.question = {.id = "tussenvoegsel", .label = "Tussenvoegsel", .required = false},
             .state = {.value = "van \"<b>"},
             .width = Width::small}) +
        text_area(form_words(), {.question = {.id = "tekst", .label = "Toelichting"},
                                 .state = {.value = "\nregel 2 </textarea><b>"}}) +
        radio_group(form_words(),
                    {.question = {.id = "situatie",
                                  .label = "Mijn situatie",
                                  .hint = "Kies 1 van de 2.",
                                  .help = "De gebruikersnaam staat in de brief.",
                                  .help_about = "mijn situatie"},
                     .state = situation,
                     .choices = {{.value = "wel", .label = "Ik heb een gebruikersnaam"},
                                 {.value = "niet",
                                  .label = "Ik heb geen gebruikersnaam",
                                  .explanation = "Wij leggen uit hoe u die krijgt."}},
                     .boxed = true}) +
        checkbox(form_words(), {.question = {.id = "akkoord", .label = "Ik ga akkoord"},
                                .state = consent,
                                .boxed = true}) +
        actions(button({.label = "Registreren", .icon = "user-plus"}));
    auto const mistakes =
        Mistakes{}.note("achternaam", name).note("situatie", situation).note("akkoord", consent);
    auto page = frame(
        "Gebruiker registreren", Layout::side,
        narrow(error_summary("Controleer wat u hebt ingevuld", mistakes.all()) +
               heading(Level::one, "Gebruiker registreren") +
               form({.to = Url::path("/beheer/gebruikers/nieuw"), .hidden = {}, .body = fields})));
    page.has_mistakes = true;
    return markup::page(page);
}

Html broker() {
    auto const fields =
        markup::select(form_words(),
                       {.question = {.id = "leverancier",
                                     .label = "Leverancier van uw inlogmiddel",
                                     .hint = "Kies de organisatie."},
                        .options = {{"", "Maak een keuze"}, {"1", "Testleverancier Alfa"}}}) +
        checkbox(form_words(), {.question = {.id = "onthoud",
                                             .label = "Onthoud mijn keuze",
                                             .required = false,
                                             .says_not_required = false},
                                .explanation = "Doe dit niet op een gedeelde computer."}) +
        actions(button({.label = "Verder"}) + link("Annuleren", Url::path("/annuleren")));
    auto page = frame("Kies hoe u wilt inloggen", Layout::plain,
                      html(R"(<div class="app-card app-card--topline app-stack app-narrow">)"
                           R"({}{}{}{}{}</div>)",
                           heading(Level::one, "Kies hoe u wilt inloggen"),
                           paragraph("U hebt een inlogmiddel nodig van minimaal niveau 3."),
                           form({.to = Url::path("/keuze"), .hidden = {}, .body = fields}), rule(),
                           small_print("Dit is een testmakelaar.")));
    page.brand = {.name = "eHerkenning", .owner = "Testmakelaar", .broker_look = true};
    return markup::page(page);
}

} // namespace gallery
