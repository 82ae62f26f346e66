#include "markup/data_list.h"
#include "markup/details.h"
#include "markup/layout.h"
#include "markup/steps.h"
#include "markup/table.h"
#include "web/administration/mails.h"
#include "web/administration/role_words.h"
#include "web/administration/status.h"
#include "web/administration/user.h"
#include "web/mail_fates.h"
#include "web/shown_address.h"

#include <fmt/format.h>

namespace web::administration {

using markup::html;
using markup::Html;
using markup::Progress;
using markup::Url;

namespace {

std::string filled(std::string_view sentence, std::string const& with) {
    return fmt::format(fmt::runtime(sentence), with);
}

std::string day(Context const& context, foundation::Instant at) {
    return long_date(context, foundation::in_amsterdam(at).date);
}

std::string about_letter(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    if (!account.letter_made_at)
        return std::string{words.letter_make};
    auto const made = day(context, *account.letter_made_at);
    if (account.letter_handed_over_on)
        return fmt::format(fmt::runtime(words.letter_given_on), made,
                           long_date(context, *account.letter_handed_over_on));
    return filled(words.letter_made_on, made) + ' ' + std::string{words.letter_give};
}

std::string about_code(Context const& context, UserFile const& file) {
    auto const& account = file.account;
    auto const& words = said(context);
    auto const& policy = context.site.policy;
    if (account.linked(policy, context.now))
        return {};
    std::string sentence;
    if (account.code_requested_at)
        sentence =
            filled(words.code_requested_on, moment(context, *account.code_requested_at)) + ' ';
    if (!account.code)
        return sentence + filled(words.code_next, account.person.email);
    if (auto const fate = fate_in_words(context, account.person.email, file.mails.code);
        !fate.empty())
        sentence += fate + ' ';
    if (file.mails.code && file.mails.code->failed())
        return sentence;
    auto const until = account.code->expires_at(policy);
    return sentence + (context.now < until
                           ? filled(words.code_holds, moment(context, until))
                           : filled(words.code_expired, moment(context, account.code->sent_at)));
}

std::string about_link(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    if (!account.link)
        return std::string{words.link_next};
    if (!account.linked(context.site.policy, context.now))
        return std::string{words.link_lapsed};
    return filled(words.linked_on, moment(context, account.link->linked_at)) + ' ' +
           filled(words.link_lapses, day(context, account.link->lapses_at(context.site.policy)));
}

std::string about_invitation(Context const& context, UserFile const& file) {
    auto const invited = filled(said(context).invited_on, day(context, file.account.registered_at));
    auto const fate = fate_in_words(context, file.account.person.email, file.mails.confirmation);
    return fate.empty() ? invited : invited + ". " + fate;
}

Html timeline(Context const& context, UserFile const& file) {
    auto const& words = said(context);
    auto const& account = file.account;
    bool const linked = account.linked(context.site.policy, context.now);
    bool const code_holds =
        portal::administration::code_is_out(account, file.mails, context.site.policy, context.now);
    bool const uninformed = file.mails.confirmation && file.mails.confirmation->failed();
    bool const lettered = account.letter_made_at.has_value();
    auto const reached = [](bool done, bool now) {
        if (done)
            return Progress::done;
        return now ? Progress::now : Progress::later;
    };
    return markup::timeline({{std::string{words.milestone_invited}, about_invitation(context, file),
                              reached(linked || !uninformed, true)},
                             {std::string{words.milestone_letter}, about_letter(context, account),
                              reached(linked || lettered, true)},
                             {std::string{words.milestone_code}, about_code(context, file),
                              reached(linked || code_holds, lettered)},
                             {std::string{words.milestone_linked}, about_link(context, account),
                              reached(linked, code_holds)}},
                            words.done);
}

Html post(Context const& context, Url const& to, std::string_view label, markup::Icon icon) {
    return markup::post_button({.to = to,
                                .button = {.label = std::string{label}, .icon = icon},
                                .hidden = {form_token(context), ticket(context)}});
}

/// The one thing to do next.
Html next_act(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    auto const& id = account.id;
    if (account.linked(context.site.policy, context.now))
        return {};
    if (!account.letter_made_at)
        return permission_for(context, Action::make_letter, account) == Permission::allowed
                   ? markup::actions(markup::button_link(
                         {.label = std::string{words.print_letter}, .icon = "printer"},
                         Url::path("/beheer/gebruikers/{}/brief", id)))
                   : Html{};
    if (permission_for(context, Action::send_code, account) != Permission::allowed)
        return {};
    return markup::actions(
        post(context, Url::path("/beheer/gebruikers/{}/code", id), words.send_code, "send"));
}

Html block(Context const& context, portal::Account const& account) {
    if (!account.attempts.blocked(context.now))
        return {};
    auto const& words = said(context);
    auto body = html("<p>{}</p>",
                     filled(words.blocked_text, moment(context, *account.attempts.blocked_until)));
    if (permission_for(context, Action::lift_block, account) == Permission::allowed)
        body += post(context, Url::path("/beheer/gebruikers/{}/blokkade-opheffen", account.id),
                     words.lift_block, "lock");
    return markup::alert({.tone = markup::Tone::warning,
                          .heading = std::string{words.blocked_heading},
                          .body = std::move(body)});
}

Html other_acts(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    auto const& id = account.id;
    auto const allowed = [&](Action action) {
        return permission_for(context, action, account) == Permission::allowed;
    };
    std::vector<markup::IconLink> links;
    if (account.letter_made_at && allowed(Action::make_letter))
        links.push_back({"printer", std::string{words.print_again},
                         Url::path("/beheer/gebruikers/{}/brief", id)});
    if (account.letter_made_at && allowed(Action::record_hand_over))
        links.push_back({"check", std::string{words.record_hand_over},
                         Url::path("/beheer/gebruikers/{}/uitreiken", id)});
    if ((account.link || account.code) && allowed(Action::unlink))
        links.push_back({"link-off", std::string{words.unlink},
                         Url::path("/beheer/gebruikers/{}/ontkoppelen", id)});
    if (allowed(Action::end_account))
        links.push_back(
            {"x", std::string{words.end}, Url::path("/beheer/gebruikers/{}/beeindigen", id)});
    return links.empty() ? Html{} : markup::icon_links(links);
}

Html data(Context const& context, portal::Account const& account) {
    auto const& words = said(context);
    auto const row = [](std::string_view key, std::string const& value) {
        return markup::Datum{.key = std::string{key}, .value = markup::text(value)};
    };
    std::vector<markup::Datum> rows{row(words.name, account.person.name),
                                    row(words.mail, shown_address(account.person.email)),
                                    row(words.phone, account.person.phone)};
    if (!account.person.function.empty())
        rows.push_back(row(words.function, account.person.function));
    bool const dutch = account.person.language == portal::Language::dutch;
    rows.push_back(row(words.language, std::string{dutch ? words.dutch : words.english}));
    rows.push_back(row(words.data_registered, day(context, account.registered_at)));
    if (account.link && account.link->last_sign_in_at)
        rows.push_back(row(words.data_last_login, moment(context, *account.link->last_sign_in_at)));
    if (account.is_administrator())
        rows.push_back(row(words.data_administrator, administrator_roles_of(context, account)));
    if (account.ended_at)
        rows.push_back(row(words.data_ended, moment(context, *account.ended_at)));
    return markup::stacked_data_list(rows);
}

std::vector<Html> grant_row(Context const& context, portal::Account const& account,
                            portal::Grant const& grant) {
    auto const& words = said(context);
    bool const mine =
        permission_for(context, Action::withdraw_grant, account, grant.role) == Permission::allowed;
    auto const withdraw = markup::when(mine, [&] {
        return html(R"(<a class="nl-link" href="{}">{}<span class="app-hidden"> {}</span></a>)",
                    Url::path("/beheer/gebruikers/{}/rollen/{}/intrekken", account.id, grant.id),
                    words.withdraw_link, role_name(context, grant.role));
    });
    return {markup::text(role_name(context, grant.role)),
            markup::text(attributes_in_words(context, grant.attributes,
                                             context.visitor.standing->organisation)),
            markup::text(foundation::dutch_date(grant.from)),
            grant.until ? markup::text(foundation::dutch_date(*grant.until))
                        : markup::text(words.no_end),
            withdraw};
}

Html roles(Context const& context, UserFile const& file) {
    auto const& words = said(context);
    Html body = markup::paragraph(words.roles_text);
    if (file.grants.empty()) {
        body += markup::empty({.icon = "list-check",
                               .heading = std::string{words.no_roles},
                               .sentence = std::string{words.no_roles_text}});
    } else {
        markup::Table table{
            .label = std::string{words.roles},
            .columns = {{.label = std::string{words.column_role}},
                        {.label = std::string{words.column_attributes}},
                        {.label = std::string{words.column_from}, .on_one_line = true},
                        {.label = std::string{words.column_until}, .on_one_line = true},
                        {.label = std::string{words.column_withdraw}}},
            .rows = {}};
        for (auto const& grant : file.grants)
            table.rows.push_back(grant_row(context, file.account, grant));
        body += markup::table(table);
    }
    bool const open = !may_be_granted(context, file.account).empty();
    if (open)
        body += markup::actions(markup::button_link(
            {.label = std::string{words.grant_button},
             .weight = markup::Weight::secondary,
             .icon = "plus"},
            Url::path("/beheer/gebruikers/{}/rollen/toekennen", file.account.id)));
    return markup::section({.id = "rollen", .heading = std::string{words.roles}, .body = body});
}

/// Why there is nothing to press here: the own account, or one that has ended.
Html why_closed(Context const& context, portal::Account const& account) {
    auto const permission = permission_for(context, Action::change_account, account);
    if (permission == Permission::allowed)
        return {};
    return markup::alert(markup::Tone::info, sentence(permission, context.language));
}

} // namespace

http::Response show_user(Context const& context, UserFile const& file, std::string_view refused) {
    auto const& words = said(context);
    auto const& account = file.account;
    auto const name = html(R"(<div>{}<p class="app-muted app-0">{} {}</p></div>)",
                           markup::heading(markup::Level::one, account.person.name), words.username,
                           markup::mono(account.username.grouped()));
    auto const state =
        portal::administration::state_of(account, file.mails, context.site.policy, context.now);
    auto const how_far = markup::card_section(
        markup::CardLook::plain, {.id = "koppelen",
                                  .heading = std::string{words.how_far},
                                  .body = timeline(context, file) + next_act(context, account)});
    auto const facts =
        markup::section({.id = "gegevens",
                         .heading = std::string{words.data},
                         .body = data(context, account) + other_acts(context, account)});
    auto const why = refused.empty() ? why_closed(context, account)
                                     : markup::alert(markup::Tone::error, refused);
    auto main = markup::page_head(name, status(state, context.language)) + what_was_done(context) +
                why + undelivered(context, account, file.mails) + block(context, account) +
                markup::two_columns(how_far, facts) + roles(context, file);
    return room_page(context,
                     {.title = account.person.name,
                      .main = std::move(main),
                      .trail = {{std::string{words.users}, Url::path("/beheer/gebruikers")}}},
                     refused.empty() ? 200 : 422);
}

} // namespace web::administration
