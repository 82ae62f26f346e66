#include "web/agency/organisation.h"

#include "markup/data_list.h"
#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/table.h"
#include "web/administration/letter.h"
#include "web/administration/mails.h"
#include "web/administration/sentences.h"
#include "web/administration/status.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"
#include "web/mail_fates.h"
#include "web/shown_address.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace web::agency {

using markup::html;
using markup::Html;
using markup::Url;
using portal::administration::Action;
using portal::administration::OrganisationFile;
using portal::administration::Permission;
using portal::administration::Refusal;

std::optional<OrganisationFile> organisation_in_path(Context const& context) {
    auto const id = portal::OrganisationId::parse(context.parts.front());
    if (!id)
        return std::nullopt;
    auto file =
        portal::administration::organisation_file(context.desk(), context.visitor.claim(), *id);
    return file ? std::optional{std::move(*file)} : std::nullopt;
}

bool may_act(Context const& context, Action action, portal::Account const& account) {
    return portal::administration::may(*context.visitor.standing, action,
                                       {.organisation = account.organisation, .account = &account},
                                       context.site.catalogue, context.now) == Permission::allowed;
}

namespace {

Html data(Context const& context, portal::Organisation const& organisation) {
    auto const& words = said(context);
    std::string numbers;
    for (auto const& kvk : organisation.kvk_numbers)
        numbers += (numbers.empty() ? "" : ", ") + kvk.text();
    std::vector<markup::Datum> rows{{std::string{words.kvk}, markup::mono(numbers)}};
    if (organisation.rsin)
        rows.push_back({std::string{words.rsin}, markup::mono(*organisation.rsin)});
    rows.push_back({std::string{words.sectors},
                    markup::text(sectors_in_words(context, organisation.sectors))});
    rows.push_back(
        {std::string{words.attributes}, attributes_in_words(context, organisation.attributes)});
    rows.push_back(
        {std::string{words.admitted}, markup::text(moment(context, organisation.admitted_at))});
    return markup::data_list(rows);
}

/// P2.2: for an administrator who is not linked yet.
Html letter_and_code(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    if (account.linked(context.site.policy, context.now))
        return {};
    auto const button = [&](Url const& to, std::string_view label, markup::Icon icon) {
        return markup::post_button({.to = to,
                                    .button = {.label = std::string{label},
                                               .weight = markup::Weight::secondary,
                                               .icon = icon,
                                               .compact = true},
                                    .hidden = {form_token(context), ticket(context)}});
    };
    Html buttons;
    if (may_act(context, Action::make_first_letter, account))
        buttons += button(Url::path("/dienst/organisaties/{}/beheerders/{}/brief",
                                    account.organisation, account.id),
                          words.print_letter, "printer");
    if (account.letter_made_at && may_act(context, Action::send_first_code, account))
        buttons += button(Url::path("/dienst/organisaties/{}/beheerders/{}/code",
                                    account.organisation, account.id),
                          words.send_code, "send");
    return buttons.empty() ? buttons : markup::actions(buttons);
}

/// P6.17: also for who is linked, and whom no colleague may.
Html endings(Context const& context, portal::Account const& account) {
    auto const& words = web::administration::words(context.language);
    std::vector<markup::IconLink> links;
    if ((account.link || account.code) && may_act(context, Action::unlink_administrator, account))
        links.push_back({"link-off", std::string{words.unlink},
                         Url::path("/dienst/organisaties/{}/beheerders/{}/ontkoppelen",
                                   account.organisation, account.id)});
    if (may_act(context, Action::end_administrator, account))
        links.push_back({"x", std::string{words.end},
                         Url::path("/dienst/organisaties/{}/beheerders/{}/beeindigen",
                                   account.organisation, account.id)});
    return links.empty() ? Html{} : markup::icon_links(links);
}

std::vector<Html> row(Context const& context, portal::administration::UserRow const& user) {
    auto const& account = user.account;
    auto const state =
        portal::administration::state_of(account, user.mails, context.site.policy, context.now);
    // Of the code when there is one: of the two it is what is waited for.
    auto const fate = fate_in_words(context, account.person.email,
                                    user.mails.code ? user.mails.code : user.mails.confirmation);
    auto const why =
        markup::when(!fate.empty(), [&] { return html("<br><small>{}</small>", fate); });
    bool const came = account.link && account.link->last_sign_in_at;
    return {markup::text(account.person.name) +
                html("<br><small>{}</small>", roles_in_words(context, account.administrator_roles)),
            markup::text(shown_address(account.person.email)),
            web::administration::status(state, context.language) + why,
            came ? markup::text(moment(context, *account.link->last_sign_in_at))
                 : markup::text(said(context).not_there),
            letter_and_code(context, account) + endings(context, account)};
}

Html administrators(Context const& context,
                    std::vector<portal::administration::UserRow> const& users) {
    auto const& words = said(context);
    if (users.empty())
        return markup::empty({.icon = "user",
                              .heading = std::string{words.no_administrators},
                              .sentence = std::string{words.no_administrators_text}});
    markup::Table table{.label = std::string{words.administrators},
                        .columns = {{.label = std::string{words.column_name}},
                                    {.label = std::string{words.column_mail}},
                                    {.label = std::string{words.column_status}},
                                    {.label = std::string{words.column_last}},
                                    {.label = std::string{words.column_acts}}},
                        .rows = {}};
    for (auto const& user : users)
        table.rows.push_back(row(context, user));
    return markup::paragraph(words.letter_note) + markup::table(table);
}

} // namespace

http::Response show_organisation(Context const& context, OrganisationFile const& file,
                                 std::string_view refused) {
    auto const& words = said(context);
    auto const why =
        markup::when(!refused.empty(), [&] { return markup::alert(markup::Tone::error, refused); });
    auto main = markup::heading(markup::Level::one, file.organisation.name) +
                what_was_done(context) + why +
                markup::section({.id = "beheerders",
                                 .heading = std::string{words.administrators},
                                 .body = file.shows_administrators
                                             ? administrators(context, file.administrators)
                                             : markup::paragraph(words.others_administrators)}) +
                markup::section({.id = "gegevens",
                                 .heading = std::string{words.data},
                                 .body = data(context, file.organisation)});
    return room_page(
        context,
        {.title = file.organisation.name,
         .main = std::move(main),
         .place = Place::organisations,
         .trail = {{std::string{words.organisations}, Url::path("/dienst/organisaties")}}},
        refused.empty() ? 200 : 422);
}

namespace {

/// P2.17: before a code takes the place of one that is valid still.
http::Response ask_again(Context const& context, OrganisationFile const& file,
                         portal::Account const& account) {
    auto title = web::administration::code_again_title(context, account);
    auto const home = Url::path("/dienst/organisaties/{}", file.organisation.id);
    auto main = markup::heading(markup::Level::one, title) +
                code_again(context, web::administration::code_until(context, account),
                           {.to = Url::path("/dienst/organisaties/{}/beheerders/{}/code",
                                            file.organisation.id, account.id),
                            .cancel = web::administration::cancel_link(context, home)});
    return room_page(context, {.title = std::move(title),
                               .main = std::move(main),
                               .place = Place::organisations,
                               .trail = {{file.organisation.name, home}}});
}

} // namespace

portal::Account const* administrator_in_path(Context const& context, OrganisationFile const& file) {
    for (auto const& user : file.administrators)
        if (user.account.id.text() == context.parts.back())
            return &user.account;
    return nullptr;
}

namespace {

template<class Act>
http::Response act_on(Context& context, Act act) {
    auto const file = organisation_in_path(context);
    auto const* account = file ? administrator_in_path(context, *file) : nullptr;
    if (!account)
        return not_found(context);
    return act(*file, *account);
}

} // namespace

http::Response organisation(Context& context) {
    auto const file = organisation_in_path(context);
    return file ? show_organisation(context, *file) : not_found(context);
}

http::Response first_letter(Context& context) {
    return act_on(context, [&](OrganisationFile const& file, portal::Account const& account) {
        auto const made = portal::administration::make_letter(
            context.desk(), context.visitor.claim(), account.id, context.site.letter_press,
            web::administration::letter_places(context));
        if (!made && made.error().why == Refusal::unprintable)
            return show_organisation(context, file,
                                     fmt::format(fmt::runtime(said(context).letter_unprintable),
                                                 fmt::join(made.error().unprintable, ", ")));
        if (!made)
            return show_organisation(
                context, file, web::administration::sentence(made.error().why, context.language));
        return web::administration::printed(context, *made);
    });
}

http::Response first_code(Context& context) {
    return act_on(context, [&](OrganisationFile const& file, portal::Account const& account) {
        auto const resend = web::administration::resend_asked(context);
        if (!resend)
            return bad_request(context);
        auto const sent = portal::administration::send_code(context.desk(), context.visitor.claim(),
                                                            account.id, *resend);
        if (!sent && sent.error() == portal::administration::Refusal::code_still_valid)
            return ask_again(context, file, account);
        if (!sent)
            return show_organisation(context, file,
                                     web::administration::sentence(sent.error(), context.language));
        return http::see_other(
            *http::Location::own(Url::path("/dienst/organisaties/{}", file.organisation.id)
                                     .with("gelukt", "code")
                                     .text()));
    });
}

} // namespace web::agency
