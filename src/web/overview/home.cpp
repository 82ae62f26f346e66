#include "foundation/civil_date.h"
#include "markup/details.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "markup/news.h"
#include "web/branch.h"
#include "web/overview/render.h"
#include "web/overview/words.h"

#include <algorithm>

namespace web::overview {

using foundation::Instant;
using markup::each;
using markup::html;
using markup::Html;
using markup::Url;
using markup::when;

namespace {

constexpr std::size_t news_at_home = 3;

Words const& said(Context const& context) { return words(context.language); }

markup::Icon icon_of(std::string_view name) {
    return markup::Icon::named(name).value_or(markup::Icon{"file-text"});
}

/// A task in the menu. Starting one is kept (P4.2), so it is a POST; the button looks like the link
/// that the manual speaks of and says below what the task is for (P4.4).
Html menu_item(Context const& context, portal::Task const& task, Html const& token) {
    bool const level = context.visitor.standing->level < task.least_level;
    auto const more = when(level, [&] { return html(" {}", said(context).level_four); });
    return html(R"(<li class="denhaag-side-navigation__item">)"
                R"(<form class="app-sidenav__task" method="post" action="{}">{})"
                R"(<button class="app-linkbutton denhaag-side-navigation__link" type="submit")"
                R"( aria-describedby="taak-{}">{})"
                R"(<span class="denhaag-side-navigation__link-label">{}</span></button>)"
                R"(<p class="app-small app-muted" id="taak-{}">{}{}</p></form></li>)",
                Url::path("/taken/{}/start", task.code), token, task.code,
                markup::icon(icon_of(task.icon)), task.name.in(context.language), task.code,
                task.explanation.in(context.language), more);
}

Html menu(Context const& context, HomeView const& view, Html const& token) {
    auto const& title = shared_words(context).topics;
    auto const topics = each(view.overview.topics, [&](portal::overview::TopicOfTasks const& one) {
        return html(R"(<p class="app-sidenav__group">{}</p>)"
                    R"(<ul class="denhaag-side-navigation__list">{}</ul>)",
                    one.topic->name.in(context.language),
                    each(one.tasks, [&](portal::Task const* task) {
                        return menu_item(context, *task, token);
                    }));
    });
    return html(R"(<details class="app-sidenav" id="menu"><summary>{}{}{}</summary>)"
                R"(<nav aria-labelledby="onderwerpen">)"
                R"(<h2 class="nl-heading nl-heading--level-3 app-sidenav__title")"
                R"( id="onderwerpen">{}</h2>)"
                R"(<div class="denhaag-side-navigation">{}</div></nav></details>)",
                markup::icon("menu-2"), title, markup::icon("chevron-down"), title, topics);
}

/// Who has no task yet is told whom to ask for one.
Html no_tasks(Context const& context, HomeView const& view) {
    auto const& words = said(context);
    if (view.to_ask.empty())
        return markup::alert({.tone = markup::Tone::info,
                              .heading = std::string{words.no_tasks},
                              .body = markup::paragraph(words.no_tasks_nobody)});
    auto const people = each(view.to_ask, [](portal::Correspondent const& one) {
        return html("<li>{}, {}</li>", one.name,
                    markup::link(one.address, Url::mail_to(one.address)));
    });
    return markup::alert(
        {.tone = markup::Tone::info,
         .heading = std::string{words.no_tasks},
         .body = markup::paragraph(words.no_tasks_text) + html("<ul>{}</ul>", people)});
}

Html announcements(Context const& context, HomeView const& view) {
    auto const& words = said(context);
    auto const& all = view.overview.announcements;
    auto body = all.empty()
                    ? markup::paragraph(words.no_announcements)
                    : news_of(context, std::span{all}.first(std::min(all.size(), news_at_home)));
    if (!all.empty())
        body += html(R"(<p class="nl-paragraph">{}</p>)",
                     markup::link(words.all_announcements, Url::path("/mededelingen")));
    return markup::section({.id = "mededelingen",
                            .heading = std::string{words.announcements},
                            .body = std::move(body)});
}

std::string day_of_use(Context const& context, Instant used) {
    auto const day = foundation::in_amsterdam(used).date;
    auto const today = foundation::in_amsterdam(context.now).date;
    if (day == today)
        return std::string{said(context).today};
    if (std::chrono::sys_days{today} - std::chrono::sys_days{day} == std::chrono::days{1})
        return std::string{said(context).yesterday};
    return long_date(context, day);
}

Html choice_button(std::string_view choice, std::string_view label, std::string_view task) {
    return html(R"(<button class="app-linkbutton app-small" type="submit" name="keuze" value="{}">)"
                R"({}<span class="app-hidden">: {}</span></button>)",
                choice, label, task);
}

Html shortcut_tile(Context const& context, portal::overview::Shortcut const& shortcut,
                   Html const& token) {
    auto const& words = said(context);
    auto const& task = *shortcut.task;
    auto const& name = task.name.in(context.language);
    auto const used = when(shortcut.last_used.has_value(), [&] {
        return html("<p>{}{}</p>", words.last_used, day_of_use(context, *shortcut.last_used));
    });
    auto const pin = shortcut.pinned ? choice_button("losmaken", words.unpin, name)
                                     : choice_button("vastzetten", words.pin, name);
    return html(
        R"(<li><div class="app-tile">{}<div><form method="post" action="{}">{})"
        R"(<button class="app-linkbutton" type="submit"><strong>{}</strong></button></form>)"
        R"({}<form class="app-actions" method="post" action="/snel-naar">{})"
        R"(<input type="hidden" name="taak" value="{}">{}{}</form></div></div></li>)",
        markup::icon(icon_of(task.icon)), Url::path("/taken/{}/start", task.code), token, name,
        used, token, task.code, pin, choice_button("verwijderen", words.remove, name));
}

Html shortcuts(Context const& context, HomeView const& view, Html const& token) {
    auto const& words = said(context);
    auto const& all = view.overview.shortcuts;
    auto body = all.empty() ? markup::paragraph(words.no_shortcuts)
                            : html(R"(<ul class="app-grid">{}</ul>)",
                                   each(all, [&](portal::overview::Shortcut const& one) {
                                       return shortcut_tile(context, one, token);
                                   }));
    if (!view.overview.topics.empty())
        body += html(R"(<p class="nl-paragraph">{}</p>)",
                     markup::link(words.adjust, Url::path("/snel-naar")));
    return markup::section(
        {.id = "snel", .heading = std::string{words.shortcuts}, .body = std::move(body)});
}

Html tile(Context const& context, HomeView const& view, Html const& token) {
    auto const done =
        when(!view.done.empty(), [&] { return markup::alert(markup::Tone::ok, view.done); });
    auto const none = when(view.overview.topics.empty() && !is_limited_to_branch(context),
                           [&] { return no_tasks(context, view); });
    return html(R"(<div class="app-stack">{}{}<div class="app-card app-card--topline app-stack)"
                R"( app-stack--lg">{}{}{}{}</div></div>)",
                done, branch_notice(context),
                markup::heading(markup::Level::one, said(context).brand), none,
                announcements(context, view), shortcuts(context, view, token));
}

Html profile_links(Context const& context, HomeView const& view, Html const& token) {
    auto const& words = said(context);
    auto const item = [](markup::Icon icon, std::string_view label, Url const& to) {
        return html(R"(<li><a class="nl-link" href="{}">{}<span>{}</span></a></li>)", to,
                    markup::icon(icon), label);
    };
    auto links = item("user", words.my_data, Url::path("/mijn-gegevens"));
    if (view.overview.has_other_accounts)
        links += item("users", words.other_account, Url::path("/account-kiezen"));
    links += html(R"(<li><form method="post" action="/uitloggen">{})"
                  R"(<button class="app-linkbutton" type="submit">{}<span>{}</span></button>)"
                  R"(</form></li>)",
                  token, markup::icon("logout"), shared_words(context).log_out);
    return html(R"(<ul class="app-links">{}</ul>)", links);
}

Html last_sign_in(Context const& context) {
    auto const& link = context.visitor.standing->account.link;
    if (!link)
        return {};
    auto const at = link->last_sign_in_at.value_or(link->linked_at);
    return html(
        R"(<p class="nl-paragraph app-small app-muted">{}<time datetime="{}">{}</time>.</p>)",
        said(context).signed_in_at, foundation::rfc3339(at), moment(context, at));
}

/// A block of the right-hand column.
Html block(std::string_view id, std::string_view heading, Html const& body) {
    return html(
        R"(<section class="app-card app-card--flat app-card--tight app-stack app-stack--sm")"
        R"( aria-labelledby="{}">{}{}</section>)",
        id, markup::heading(markup::Level::two, heading, id), body);
}

Html right_column(Context const& context, HomeView const& view, Html const& token) {
    auto const& words = said(context);
    auto const& shared = shared_words(context);
    auto const& standing = *context.visitor.standing;
    auto column = block("profiel", words.profile,
                        profile_links(context, view, token) + last_sign_in(context));
    bool const whole = !is_limited_to_branch(context);
    if (standing.account.is_administrator() && whole)
        column += block("beheer", words.administration,
                        markup::icon_links({{"users", std::string{words.manage_users},
                                             Url::path("/beheer/gebruikers")}}));
    if (standing.account.is_staff() && standing.organisation.is_agency && whole)
        column += block("dienst", words.agency,
                        markup::icon_links(
                            {{"building", std::string{words.agency_work}, Url::path("/dienst")}}));
    column +=
        block("hulp", words.help,
              markup::icon_links(
                  {{"phone", std::string{shared.contact}, Url::path("/contact")},
                   {"help", std::string{shared.problems}, Url::path("/problemen-met-inloggen")}}));
    return html(R"(<div class="app-stack app-stack--lg">{}</div>)", column);
}

} // namespace

/// The three columns of manual 1.6. They stand in the main part of the page: the tasks are what one
/// comes here for, so "to the content" leads to them.
http::Response show_home(Context const& context, HomeView const& view) {
    auto const token = markup::hidden(form_token(context));
    auto main =
        html(R"(<div class="app-cols app-cols--home">{}{}{}</div>)", menu(context, view, token),
             tile(context, view, token), right_column(context, view, token));
    return page(context,
                {.title = std::string{shared_words(context).overview}, .main = std::move(main)});
}

} // namespace web::overview
