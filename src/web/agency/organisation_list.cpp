#include "markup/badge.h"
#include "markup/details.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/pagination.h"
#include "markup/table.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"

#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using markup::Url;

namespace {

constexpr std::size_t longest_search = 100;

std::string search_asked(Context const& context) {
    std::string search{foundation::trimmed(context.query.one("zoek").value_or(""))};
    return foundation::utf8_length(search) <= longest_search ? search : std::string{};
}

std::vector<Html> row(Context const& context, portal::Organisation const& organisation) {
    auto const& words = said(context);
    using markup::BadgeTone;
    std::string numbers;
    for (auto const& kvk : organisation.kvk_numbers)
        numbers += (numbers.empty() ? "" : ", ") + kvk.text();
    return {markup::link(organisation.name, Url::path("/dienst/organisaties/{}", organisation.id)),
            markup::text(sectors_in_words(context, organisation.sectors)), markup::text(numbers),
            organisation.ended(context.now)
                ? markup::badge({BadgeTone::err, "lock", std::string{words.ended}})
                : markup::badge({BadgeTone::ok, "check", std::string{words.active}})};
}

Html search_form(Context const& context, std::string const& search) {
    auto const& words = said(context);
    return markup::filter(
        {.to = Url::path("/dienst/organisaties"),
         .label = std::string{words.list_label},
         .fields = markup::text_field(form_words(context),
                                      {.question = {.id = "zoek",
                                                    .label = std::string{words.search},
                                                    .required = false,
                                                    .says_not_required = false},
                                       .state = {.value = search},
                                       .type = "search"}),
         .button = {.label = std::string{words.search_button},
                    .weight = markup::Weight::secondary,
                    .icon = "search"}});
}

Html table_of(Context const& context, std::string const& search, int page,
              portal::Listing<portal::Organisation> const& found) {
    auto const& words = said(context);
    markup::Table table{
        .label = std::string{words.organisations},
        .columns = {{.label = std::string{words.column_name}},
                    {.label = std::string{words.column_sectors}},
                    {.label = std::string{words.column_numbers}, .on_one_line = true},
                    {.label = std::string{words.column_status}}},
        .rows = {}};
    for (auto const& organisation : found.rows)
        table.rows.push_back(row(context, organisation));
    auto const first = std::int64_t{page - 1} * per_page + 1;
    auto const last = first + std::int64_t(found.rows.size()) - 1;
    return markup::table(table) +
           markup::pagination(
               {.label = std::string{words.pages_label},
                .summary = fmt::format(fmt::runtime(words.range), first, last, found.total),
                .page = std::string{words.page_number},
                .previous = std::string{words.previous},
                .next = std::string{words.next},
                .current = static_cast<std::size_t>(page),
                .last = static_cast<std::size_t>((found.total + per_page - 1) / per_page),
                .to = Url::path("/dienst/organisaties").with("zoek", search)});
}

} // namespace

http::Response organisations(Context& context) {
    auto const& words = said(context);
    auto const search = search_asked(context);
    auto page = page_asked(context);
    auto const look = [&] {
        return portal::administration::organisations(context.desk(), *context.visitor.standing,
                                                     search, page, per_page);
    };
    auto found = look();
    if (found && found->rows.empty() && page > 1) { // past the end
        page = 1;
        found = look();
    }
    if (!found)
        return forbidden(context);
    auto const count = found->total == 1
                           ? std::string{words.found_one}
                           : fmt::format(fmt::runtime(words.found_many), found->total);
    auto const list = found->rows.empty()
                          ? markup::empty({.icon = "building",
                                           .heading = std::string{words.none_found},
                                           .sentence = std::string{words.none_found_text}})
                          : table_of(context, search, page, *found);
    auto main = markup::heading(markup::Level::one, words.organisations) +
                search_form(context, search) + markup::results(count) + list;
    return room_page(context, {.title = std::string{words.organisations},
                               .main = std::move(main),
                               .place = Place::organisations});
}

} // namespace web::agency
