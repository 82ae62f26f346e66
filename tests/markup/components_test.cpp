#include "markup/alert.h"
#include "markup/chart.h"
#include "markup/choice.h"
#include "markup/gallery.h"
#include "markup/pagination.h"
#include "markup/reader.h"
#include "markup/table.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace markup;

bool has(Html const& html, std::string_view part) {
    return html.text().find(part) != std::string::npos;
}
std::size_t count(Html const& html, std::string_view part) {
    std::size_t times = 0;
    for (auto at = html.text().find(part); at != std::string::npos;
         at = html.text().find(part, at + 1))
        ++times;
    return times;
}

TEST(Fields, what_was_typed_comes_back_and_the_mistake_stands_at_the_field_and_in_the_summary) {
    FieldState const state{.value = "m.devries@\"lindenhof", .error = "Vul een e-mailadres in."};
    auto const field = text_field(gallery::form_words(),
                                  {.question = {.id = "email", .label = "E-mailadres", .hint = "H"},
                                   .state = state,
                                   .type = "email"});
    EXPECT_TRUE(has(field, "value=\"m.devries@&quot;lindenhof\""));
    EXPECT_TRUE(has(field, "aria-invalid=\"true\""));
    EXPECT_TRUE(has(field, "aria-describedby=\"email-hint email-error\""));
    EXPECT_TRUE(has(field, "Vul een e-mailadres in.</span>"));
    auto const summary =
        error_summary("Controleer", Mistakes{}.note("email", state).note("x", {}).all());
    EXPECT_TRUE(has(summary, R"(<a class="nl-link" href="#email">Vul een e-mailadres in.</a>)"));
    EXPECT_EQ(count(summary, "<li>"), 1U);
}

TEST(Fields, nothing_wrong_means_no_summary_and_no_mark) {
    EXPECT_TRUE(error_summary("Controleer", {}).empty());
    auto const field = text_field(gallery::form_words(), {.question = {.id = "a", .label = "A"}});
    EXPECT_FALSE(has(field, "invalid"));
    EXPECT_FALSE(has(field, "aria-describedby"));
    EXPECT_TRUE(has(field, "aria-required=\"true\""));
}

TEST(Fields, what_is_not_required_says_so) {
    auto const field = text_field(gallery::form_words(),
                                  {.question = {.id = "a", .label = "A", .required = false}});
    EXPECT_TRUE(has(field, "A <span class=\"app-muted\">(niet verplicht)</span></label>"));
    EXPECT_FALSE(has(field, "aria-required"));
}

TEST(Fields, a_text_that_starts_with_a_newline_keeps_it) {
    auto const field = text_area(gallery::form_words(), {.question = {.id = "a", .label = "A"},
                                                         .state = {.value = "\nregel"}});
    auto const tokens = reader::read(field.text());
    EXPECT_TRUE(std::ranges::any_of(tokens, [](auto const& one) { return one.text == "\nregel"; }));
}

TEST(Choices, the_summary_leads_to_the_first_of_a_group) {
    auto const group = radio_group(gallery::form_words(),
                                   {.question = {.id = "s", .label = "Mijn situatie"},
                                    .state = {.error = "Kies wat voor u geldt."},
                                    .choices = {{.value = "1", .label = "Wel"},
                                                {.value = "2", .label = "Niet", .chosen = true}}});
    EXPECT_TRUE(has(group, R"(id="s" name="s" value="1">)"));
    EXPECT_TRUE(has(group, R"(id="s-2" name="s" value="2" checked>)"));
    EXPECT_TRUE(has(group, R"(role="radiogroup" aria-describedby="s-error")"));
}

TEST(Table, rows_keep_their_roles_and_labels_when_shown_as_cards) {
    auto const list = table({.label = "Gebruikers",
                             .columns = {{.label = "Naam"}, {.label = "Rol"}},
                             .rows = {{text("A"), text("<b>")}}});
    EXPECT_TRUE(
        has(list, R"(<th class="utrecht-table__cell" scope="row" role="rowheader">A</th>)"));
    EXPECT_TRUE(has(
        list, R"(<td class="utrecht-table__cell" role="cell" data-label="Rol">&lt;b&gt;</td>)"));
}

Html pages(std::size_t current, std::size_t last) {
    return pagination({.label = "Pagina’s",
                       .summary = "1 tot en met 7",
                       .page = "Pagina ",
                       .previous = "Vorige",
                       .next = "Volgende",
                       .current = current,
                       .last = last,
                       .to = Url::path("/x").with("q", "a&b")});
}

TEST(Pagination, shows_the_ends_and_the_neighbours_and_keeps_the_filter) {
    auto const middle = pages(5, 9);
    for (auto const* number : {"1", "4", "5", "6", "9"})
        EXPECT_TRUE(has(middle, std::string{"/x?q=a%26b&amp;pagina="} + number + "\""));
    EXPECT_FALSE(has(middle, "pagina=3\""));
    EXPECT_EQ(count(middle, "&hellip;"), 2U);
    EXPECT_EQ(count(middle, "aria-current"), 1U);
    EXPECT_FALSE(has(pages(1, 3), "Vorige"));
    EXPECT_FALSE(has(pages(3, 3), "Volgende"));
    EXPECT_FALSE(has(pages(1, 1), "<nav"));
}

TEST(Chart, holds_every_bar_within_its_frame) {
    for (std::uint32_t const most : {0U, 1U, 3U, 7U, 3120U, 4'294'967'295U}) {
        auto const drawing = chart({.id = "g",
                                    .title = "Inloggen",
                                    .description = "Stijgt.",
                                    .good = "Gelukt",
                                    .bad = "Niet gelukt",
                                    .bars = {{.label = "38", .good = most, .bad = most / 2}}});
        for (auto const& token : reader::read(drawing.text()))
            for (auto const& [name, value] : token.attributes)
                if (token.name == "rect" && (name == "height" || name == "y")) {
                    EXPECT_LE(std::stoul(value), 252U) << most;
                }
    }
}

TEST(Page, begins_its_title_with_the_mistake) {
    auto page = gallery::frame("Registreren", Layout::plain, html("<h1>x</h1>"));
    EXPECT_TRUE(has(markup::page(page), "<title>Registreren - Mijn DUO</title>"));
    page.has_mistakes = true;
    EXPECT_TRUE(has(markup::page(page), "<title>Fout: Registreren - Mijn DUO</title>"));
}

TEST(Page, says_in_its_body_when_the_session_ends_and_only_then) {
    EXPECT_TRUE(has(gallery::overview(), "data-session-ends-in=\"900\""));
    EXPECT_TRUE(has(gallery::overview(), "action=\"/sessie/verlengen\""));
    EXPECT_FALSE(has(gallery::entrance(), "session"));
}

} // namespace
