#include "markup/data_list.h"
#include "markup/details.h"
#include "markup/form.h"
#include "markup/heading.h"
#include "markup/pagination.h"
#include "markup/table.h"
#include "web/administration/frame.h"
#include "web/administration/pages.h"
#include "web/administration/status.h"
#include "web/errors.h"
#include "web/mail_words.h"

#include <array>
#include <charconv>
#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using markup::Url;
using portal::AccountFilter;
using portal::AccountOrder;
using portal::AccountQuery;

namespace {

constexpr int most_pages = 100'000;
constexpr std::size_t longest_search = 100;

std::string_view code_of(AccountFilter filter) {
    switch (filter) {
    case AccountFilter::all:
        return "alle";
    case AccountFilter::not_linked:
        return "niet-gekoppeld";
    case AccountFilter::linked:
        return "gekoppeld";
    case AccountFilter::ended:
        return "beeindigd";
    }
    return "alle";
}

std::string_view code_of(AccountOrder order) {
    switch (order) {
    case AccountOrder::name:
        return "naam";
    case AccountOrder::last_sign_in:
        return "ingelogd";
    case AccountOrder::registered:
        return "geregistreerd";
    }
    return "naam";
}

int page_asked(Context const& context) {
    auto const typed = context.query.one("pagina").value_or("1");
    int page = 0;
    auto const [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), page);
    bool const whole = error == std::errc{} && end == typed.data() + typed.size();
    return whole && page >= 1 && page <= most_pages ? page : 1;
}

/// The address says what is listed: it can be shared and reloaded. What it does not know it takes
/// for the default.
AccountQuery query_of(Context const& context) {
    AccountQuery query{.search =
                           std::string{foundation::trimmed(context.query.one("zoek").value_or(""))},
                       .page = page_asked(context)};
    if (foundation::utf8_length(query.search) > longest_search)
        query.search.clear();
    for (auto const filter :
         {AccountFilter::not_linked, AccountFilter::linked, AccountFilter::ended})
        if (context.query.one("status") == code_of(filter))
            query.filter = filter;
    for (auto const order : {AccountOrder::last_sign_in, AccountOrder::registered})
        if (context.query.one("volgorde") == code_of(order))
            query.order = order;
    query.descending = context.query.one("richting") == "af";
    return query;
}

Url address_of(AccountQuery const& query) {
    return Url::path("/beheer/gebruikers")
        .with("zoek", query.search)
        .with("status", code_of(query.filter))
        .with("volgorde", code_of(query.order))
        .with("richting", query.descending ? "af" : "op");
}

markup::Column sorted_column(Context const& context, AccountQuery query, AccountOrder order,
                             std::string_view label) {
    auto const& words = said(context);
    bool const here = query.order == order;
    auto const shown = query.descending ? markup::Order::descending : markup::Order::ascending;
    auto const how = query.descending ? words.sorted_down : words.sorted_up;
    query.order = order;
    query.descending = here && !query.descending;
    return {.label = std::string{label},
            .sorting = markup::Sorting{.to = address_of(query),
                                       .order = here ? shown : markup::Order::none,
                                       .words = std::string{here ? how : words.sort}},
            .on_one_line = order != AccountOrder::name};
}

std::string day(foundation::Instant at) {
    return foundation::dutch_date(foundation::in_amsterdam(at).date);
}

bool wants_code(Context const& context, portal::Account const& account) {
    return account.code_requested_at && !account.ended(context.now) &&
           !account.linked(context.site.policy, context.now);
}

Html link_to(portal::Account const& account) {
    return markup::link(account.person.name, Url::path("/beheer/gebruikers/{}", account.id));
}

/// P2.14: by their function namesakes are told apart, also when they stand on other pages.
Html named(portal::Account const& account) {
    auto const& function = account.person.function;
    return link_to(account) +
           markup::when(!function.empty(), [&] { return html("<br><small>{}</small>", function); });
}

std::vector<Html> row(Context const& context, portal::administration::UserRow const& user) {
    auto const& words = said(context);
    auto const& account = user.account;
    auto const state =
        portal::administration::state_of(account, user.mails, context.site.policy, context.now);
    auto const wish = markup::when(wants_code(context, account),
                                   [&] { return html("<br><small>{}</small>", words.wants_code); });
    bool const came = account.link && account.link->last_sign_in_at;
    return {named(account), markup::text(account.person.email),
            status(state, context.language) + wish, markup::text(day(account.registered_at)),
            came ? markup::text(day(*account.link->last_sign_in_at))
                 : markup::text(words.not_there)};
}

/// P2.6: who asked for a code stands on top.
Html requests(Context const& context, std::vector<portal::administration::UserRow> const& users) {
    auto const& words = said(context);
    Html lines;
    int count = 0;
    for (auto const& [account, mails] : users) {
        if (!wants_code(context, account))
            continue;
        auto const& person = account.person; // a namesake must not get the code
        lines += html("<li>{} ({}) {}</li>", link_to(account),
                      person.function.empty() ? person.email : person.function, words.request_line);
        ++count;
    }
    if (count == 0)
        return {};
    return markup::alert({.tone = markup::Tone::warning,
                          .heading = count == 1
                                         ? std::string{words.requests_one}
                                         : fmt::format(fmt::runtime(words.requests_many), count),
                          .body = html("<ul>{}</ul>", lines)});
}

/// P2.16: whom a mail did not reach stands there too, for as long as it is so.
Html undelivered(Context const& context,
                 std::vector<portal::administration::UserRow> const& users) {
    Html lines;
    for (auto const& user : users)
        if (portal::administration::state_of(user.account, user.mails, context.site.policy,
                                             context.now) == portal::AccountState::mail_failed)
            lines += html("<li>{}</li>", link_to(user.account));
    if (lines.empty())
        return {};
    return markup::alert({.tone = markup::Tone::error,
                          .heading = std::string{mail_words(context.language).failed_list},
                          .body = html("<ul>{}</ul>", lines)});
}

Html search_form(Context const& context, AccountQuery const& query) {
    auto const& words = said(context);
    auto const labels = form_words(context);
    markup::Select status{.question = {.id = "status",
                                       .label = std::string{words.status},
                                       .required = false,
                                       .says_not_required = false},
                          .state = {.value = std::string{code_of(query.filter)}},
                          .options = {}};
    std::array const filters{std::pair{AccountFilter::all, words.filter_all},
                             std::pair{AccountFilter::not_linked, words.filter_not_linked},
                             std::pair{AccountFilter::linked, words.filter_linked},
                             std::pair{AccountFilter::ended, words.filter_ended}};
    for (auto const& [filter, label] : filters)
        status.options.push_back({std::string{code_of(filter)}, std::string{label}});
    auto const search = markup::text_field(labels, {.question = {.id = "zoek",
                                                                 .label = std::string{words.search},
                                                                 .required = false,
                                                                 .says_not_required = false},
                                                    .state = {.value = query.search},
                                                    .type = "search"});
    return markup::filter({.to = Url::path("/beheer/gebruikers"),
                           .label = std::string{words.list_label},
                           .fields = search + markup::select(labels, status),
                           .button = {.label = std::string{words.search_button},
                                      .weight = markup::Weight::secondary,
                                      .icon = "search"}});
}

Html table_of(Context const& context, AccountQuery const& query,
              portal::Listing<portal::administration::UserRow> const& found) {
    auto const& words = said(context);
    markup::Table table{
        .label = std::string{words.users},
        .columns = {sorted_column(context, query, AccountOrder::name, words.column_name),
                    {.label = std::string{words.column_mail}},
                    {.label = std::string{words.column_status}},
                    sorted_column(context, query, AccountOrder::registered,
                                  words.column_registered),
                    sorted_column(context, query, AccountOrder::last_sign_in, words.column_last)},
        .rows = {}};
    for (auto const& user : found.rows)
        table.rows.push_back(row(context, user));
    auto const first = std::int64_t{query.page - 1} * query.per_page + 1;
    auto const last = first + std::int64_t(found.rows.size()) - 1;
    auto const pages = (found.total + query.per_page - 1) / query.per_page;
    return markup::table(table) +
           markup::pagination(
               {.label = std::string{words.pages_label},
                .summary = fmt::format(fmt::runtime(words.range), first, last, found.total),
                .page = std::string{words.page_number},
                .previous = std::string{words.previous},
                .next = std::string{words.next},
                .current = static_cast<std::size_t>(query.page),
                .last = static_cast<std::size_t>(pages),
                .to = address_of(query)}) +
           markup::details(words.meanings, status_meanings(context.language));
}

Html nothing(Context const& context, bool searched) {
    auto const& words = said(context);
    return markup::empty(
        {.icon = "users",
         .heading = std::string{searched ? words.none_found : words.nobody},
         .sentence = std::string{searched ? words.none_found_text : words.nobody_text}});
}

} // namespace

http::Response user_list(Context& context) {
    auto const& words = said(context);
    auto query = query_of(context);
    auto const& standing = *context.visitor.standing;
    auto const look = [&] {
        return portal::administration::users(context.desk(), standing, context.visitor.claim(),
                                             query);
    };
    auto found = look();
    if (!found)
        return forbidden(context);
    if (found->rows.empty() && query.page > 1) { // past the end, as when users ended meanwhile
        query.page = 1;
        found = look();
    }
    auto const count = found->total == 1
                           ? std::string{words.found_one}
                           : fmt::format(fmt::runtime(words.found_many), found->total);
    auto const head = markup::page_head(
        markup::heading(markup::Level::one, words.users),
        markup::button_link({.label = std::string{words.registration}, .icon = "user-plus"},
                            Url::path("/beheer/gebruikers/registreren")));
    bool const searched = !query.search.empty() || query.filter != AccountFilter::all;
    auto main =
        head + what_was_done(context) + requests(context, found->rows) +
        undelivered(context, found->rows) + search_form(context, query) + markup::results(count) +
        (found->rows.empty() ? nothing(context, searched) : table_of(context, query, *found));
    return room_page(context, {.title = std::string{words.users}, .main = std::move(main)});
}

} // namespace web::administration
