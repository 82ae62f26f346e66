#include "web/my_data/render.h"

#include "markup/data_list.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/table.h"
#include "web/mail_fates.h"
#include "web/tasks/render.h"

#include <fmt/format.h>

namespace web::my_data {

using foundation::Instant;
using markup::html;
using markup::Html;
using markup::Url;

namespace {

Words const& said(Context const& context) { return words(context.language); }

Html date_of(Context const& context, foundation::CivilDate date) {
    return markup::moment(foundation::iso_date(date), long_date(context, date));
}

Html time_of(Context const& context, Instant at) {
    return markup::moment(foundation::rfc3339(at), moment(context, at));
}

Html or_nothing(Context const& context, std::string const& value) {
    return markup::text(value.empty() ? said(context).nothing : std::string_view{value});
}

Html contact(Context const& context) {
    auto const& words = said(context);
    auto const& person = context.visitor.standing->account.person;
    auto const change = [&](std::string_view subject, Url const& to) {
        return markup::Change{
            .label = std::string{words.change}, .subject = std::string{subject}, .to = to};
    };
    auto const form = Url::path("/mijn-gegevens/wijzigen");
    bool const dutch = person.language == portal::Language::dutch;
    return markup::data_list(
               {{.key = std::string{words.name}, .value = markup::text(person.name)},
                {.key = std::string{words.address},
                 .value = markup::text(person.email),
                 .change = change(words.address, Url::path("/mijn-gegevens/e-mailadres"))},
                {.key = std::string{words.phone},
                 .value = or_nothing(context, person.phone),
                 .change = change(words.phone, form.at("telefoon"))},
                {.key = std::string{words.function},
                 .value = or_nothing(context, person.function),
                 .change = change(words.function, form.at("functie"))},
                {.key = std::string{words.language},
                 .value = markup::text(dutch ? words.dutch : words.english),
                 .change = change(words.language, form.at("taal"))}}) +
           markup::small_print(words.name_note);
}

Html people(Context const& context, std::vector<portal::Correspondent> const& administrators) {
    if (administrators.empty())
        return markup::text(said(context).nobody);
    Html all;
    for (auto const& one : administrators)
        all += html("{}{} ({})", markup::when(!all.empty(), html("<br>")), one.name,
                    markup::link(one.address, Url::mail_to(one.address)));
    return all;
}

std::vector<markup::Datum> link_data(Context const& context, portal::Link const& link) {
    auto const& words = said(context);
    auto const level = link.level == portal::AssuranceLevel::loa4 ? words.level_4 : words.level_3;
    auto const linked_on = long_date(context, foundation::in_amsterdam(link.linked_at).date);
    auto const until =
        long_date(context, foundation::in_amsterdam(link.lapses_at(context.site.policy)).date);
    return {{.key = std::string{words.means},
             .value = markup::text(fmt::format(fmt::runtime(words.linked_on), linked_on, level))},
            {.key = std::string{words.last_sign_in},
             .value = link.last_sign_in_at ? time_of(context, *link.last_sign_in_at)
                                           : markup::text(words.never)},
            {.key = std::string{words.lapses},
             .value = markup::text(fmt::format(fmt::runtime(words.lapses_text), until))}};
}

Html account(Context const& context, MyDataView const& view) {
    auto const& words = said(context);
    auto const& standing = *context.visitor.standing;
    std::vector<markup::Datum> data{
        {.key = std::string{words.username},
         .value = markup::mono(standing.account.username.grouped())},
        {.key = std::string{words.organisation}, .value = markup::text(standing.organisation.name)},
        {.key = std::string{words.administrator},
         .value = people(context, view.file.administrators)}};
    if (standing.account.link)
        for (auto& datum : link_data(context, *standing.account.link))
            data.push_back(std::move(datum));
    auto const other = markup::when(view.file.has_other_accounts, [&] {
        return html("<p>{}</p>", markup::link(words.switch_account, Url::path("/account-kiezen")));
    });
    return markup::data_list(data) + other;
}

Html granter(portal::OwnFile const& file, portal::Grant const& grant) {
    auto const found = file.granters.find(grant.granted_by);
    return markup::text(found == file.granters.end() ? std::string{} : found->second);
}

Html roles(Context const& context, portal::OwnFile const& file) {
    auto const& words = said(context);
    std::vector<std::vector<Html>> rows;
    for (auto const& grant : context.visitor.standing->grants) {
        auto const* role = context.site.catalogue.role(grant.role);
        rows.push_back(
            {markup::text(role ? role->name.in(context.language) : grant.role),
             markup::text(grant.attributes.empty() ? std::string{words.whole_organisation}
                                                   : tasks::scope_words(context, grant.attributes)),
             date_of(context, grant.from),
             grant.until ? date_of(context, *grant.until) : markup::text(words.no_end),
             granter(file, grant)});
    }
    if (rows.empty())
        return markup::paragraph(words.no_roles);
    return markup::paragraph(words.roles_note) +
           markup::table({.label = std::string{words.roles},
                          .columns = {{.label = std::string{words.role}},
                                      {.label = std::string{words.holds_for}},
                                      {.label = std::string{words.since}},
                                      {.label = std::string{words.until}},
                                      {.label = std::string{words.granted_by}}},
                          .rows = std::move(rows)});
}

Html sessions(Context const& context, portal::OwnFile const& file) {
    auto const& words = said(context);
    std::vector<std::vector<Html>> rows;
    for (auto const& session : file.sessions) {
        bool const own = session.digest == context.visitor.session->digest;
        rows.push_back({markup::text(own ? words.this_one : words.other_one),
                        time_of(context, session.started_at), time_of(context, session.seen_at)});
    }
    auto all = markup::paragraph(words.sessions_text) +
               markup::table({.label = std::string{words.sessions},
                              .columns = {{.label = std::string{words.which}},
                                          {.label = std::string{words.started}},
                                          {.label = std::string{words.seen}}},
                              .rows = std::move(rows)});
    if (file.sessions.size() > 1)
        all += markup::post_button({.to = Url::path("/mijn-gegevens/sessies/beeindigen"),
                                    .button = {.label = std::string{words.end_others},
                                               .weight = markup::Weight::secondary},
                                    .hidden = {form_token(context)}});
    return all;
}

Html lost_means(Context const& context, portal::OwnFile const& file) {
    auto const& words = said(context);
    return markup::paragraph(words.lost_text) +
           html("<p>{}</p>", markup::link(words.lost_link, Url::path("/koppeling-intrekken"))) +
           markup::paragraph(words.lost_ask) +
           html("<p>{}</p>", people(context, file.administrators));
}

Html waiting(Context const& context, portal::PendingAddress const& pending,
             std::optional<portal::MailFate> const& fate) {
    auto const& words = said(context);
    auto text = fmt::format(fmt::runtime(words.waiting), pending.address);
    if (auto const became = fate_in_words(context, pending.address, fate); !became.empty())
        text += ' ' + became;
    return markup::alert(
        {.tone = fate && fate->failed() ? markup::Tone::error : markup::Tone::info,
         .body = markup::paragraph(text) +
                 html("<p>{}</p>", markup::link(words.waiting_link,
                                                Url::path("/mijn-gegevens/e-mailadres/code")))});
}

} // namespace

std::vector<markup::Crumb> breadcrumb(Context const& context, std::string_view name) {
    std::vector<markup::Crumb> crumbs{
        {std::string{shared_words(context).overview}, Url::path("/overzicht")},
        {std::string{said(context).my_data}}};
    if (!name.empty()) {
        crumbs.back().to = Url::path("/mijn-gegevens");
        crumbs.push_back({std::string{name}});
    }
    return crumbs;
}

http::Response show_my_data(Context const& context, MyDataView const& view) {
    auto const& words = said(context);
    auto const section = [](std::string_view id, std::string_view heading, Html body) {
        return markup::section(
            {.id = std::string{id}, .heading = std::string{heading}, .body = std::move(body)});
    };
    Html main = markup::heading(markup::Level::one, words.my_data);
    if (!view.done.empty())
        main += markup::alert(
            {.tone = markup::Tone::ok, .body = markup::paragraph(view.done), .announced = true});
    if (view.pending)
        main += waiting(context, *view.pending, view.fate);
    main += markup::lead(words.responsible) +
            section("contactgegevens", words.contact, contact(context)) +
            section("account", words.account, account(context, view)) +
            section("rollen", words.roles, roles(context, view.file)) +
            section("sessies", words.sessions, sessions(context, view.file)) +
            section("kwijt", words.lost, lost_means(context, view.file));
    return page(context, {.title = std::string{words.my_data},
                          .main = markup::stack(main, markup::Spacing::large),
                          .breadcrumb = breadcrumb(context)});
}

} // namespace web::my_data
