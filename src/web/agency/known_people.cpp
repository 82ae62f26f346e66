#include "markup/badge.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/table.h"
#include "web/administration/words.h"
#include "web/agency/appointment_page.h"
#include "web/agency/difference_words.h"
#include "web/shown_address.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using portal::administration::Compared;
using portal::administration::Mark;
using portal::administration::PersonCompared;

namespace {

struct Line {
    std::string_view what;
    std::string on_form;
    std::string known;
    bool same = false;
};

std::vector<Html> row(Context const& context, Line const& line) {
    auto const& words = difference_words(context.language);
    auto const shown = [&](std::string const& text) {
        return markup::text(text.empty() ? std::string{words.unknown} : text);
    };
    using markup::BadgeTone;
    return {markup::text(line.what), shown(line.on_form), shown(line.known),
            line.same
                ? markup::badge({BadgeTone::neutral, "check", std::string{words.same}})
                : markup::badge({BadgeTone::warn, "alert-triangle", std::string{words.other}})};
}

bool is_there(Compared const& compared) { return compared.mark == Mark::there; }

Html compared_table(Context const& context, portal::Appointment const& appointment,
                    PersonCompared const& one) {
    auto const& words = difference_words(context.language);
    auto const& person_words = administration::words(context.language);
    auto const& given = appointment.person;
    auto const& known = one.account.person;
    std::vector<Line> const lines{
        {words.name, given.name, known.name, is_there(one.name)},
        {said(context).column_mail, shown_address(given.email), shown_address(known.email),
         is_there(one.address)},
        {person_words.phone, given.phone, known.phone, is_there(one.phone)},
        {person_words.function, given.function, known.function, is_there(one.function)},
        {said(context).role, roles_in_words(context, appointment.administrator_roles),
         roles_in_words(context, one.account.administrator_roles),
         std::ranges::all_of(one.roles, is_there)}};
    markup::Table table{.label = fmt::format(fmt::runtime(words.person_heading), known.name),
                        .columns = {{.label = std::string{words.column_what}},
                                    {.label = std::string{words.column_form}},
                                    {.label = std::string{words.column_known}},
                                    {.label = std::string{words.column_difference}}},
                        .rows = {}};
    for (auto const& line : lines)
        table.rows.push_back(row(context, line));
    return markup::table(table);
}

} // namespace

Html known_people(Context const& context, AppointmentFile const& file,
                  std::vector<PersonCompared> const& people) {
    auto const& words = difference_words(context.language);
    Html all;
    for (std::size_t at = 0; at < people.size(); ++at)
        all += markup::section({.id = fmt::format("bekend-{}", at + 1),
                                .heading = fmt::format(fmt::runtime(words.person_heading),
                                                       people[at].account.person.name),
                                .body = markup::paragraph(words.person_text) +
                                        compared_table(context, file.appointment, people[at])});
    return all;
}

} // namespace web::agency
