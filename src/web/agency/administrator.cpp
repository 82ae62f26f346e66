#include "markup/form.h"
#include "markup/heading.h"
#include "portal/administration/users.h"
#include "web/administration/frame.h"
#include "web/administration/person_form.h"
#include "web/administration/sentences.h"
#include "web/agency/frame.h"
#include "web/agency/organisation.h"
#include "web/agency/pages.h"
#include "web/errors.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using markup::Url;
using portal::administration::Action;
using portal::administration::OrganisationFile;

namespace {

/// P6.17: what staff do for an administrator whom no colleague may end or unlink.
struct Ending {
    Action action;
    std::string_view done; ///< the code of the sentence that says so
};
constexpr Ending unlinking{Action::unlink_administrator, "ontkoppeld"};
constexpr Ending ending{Action::end_administrator, "beeindigd"};

/// Administrator roles that nobody else of the organisation has.
std::vector<std::string> last_of(OrganisationFile const& file, portal::Account const& account) {
    auto roles = account.administrator_roles;
    std::erase_if(roles, [&](std::string const& role) {
        return std::ranges::any_of(file.administrators, [&](auto const& other) {
            return other.account.id != account.id &&
                   std::ranges::find(other.account.administrator_roles, role) !=
                       other.account.administrator_roles.end();
        });
    });
    return roles;
}

Html warning(Context const& context, Ending const& what, OrganisationFile const& file,
             portal::Account const& account) {
    if (what.action == Action::unlink_administrator)
        return markup::paragraph(web::administration::said(context).unlink_text);
    auto body = markup::paragraph(said(context).end_text);
    if (auto const roles = last_of(file, account); !roles.empty())
        body += markup::paragraph(
            fmt::format(fmt::runtime(said(context).last_of_roles), roles_in_words(context, roles)));
    return markup::alert({.tone = markup::Tone::warning, .body = std::move(body)});
}

http::Response show(Context const& context, Ending const& what, OrganisationFile const& file,
                    portal::Account const& account, markup::FieldState const& reason) {
    auto const& words = web::administration::said(context);
    bool const unlinks = what.action == Action::unlink_administrator;
    auto const home = Url::path("/dienst/organisaties/{}", file.organisation.id);
    auto title = fmt::format(fmt::runtime(unlinks ? words.unlink_title : words.end_title),
                             account.person.name);
    auto const button =
        markup::button({.label = std::string{unlinks ? words.unlink_button : words.end_button},
                        .icon = unlinks ? markup::Icon{"link-off"} : markup::Icon{"x"},
                        .negative = true});
    auto fields = markup::text_field(form_words(context),
                                     {.question = {.id = "reden",
                                                   .label = std::string{words.reason},
                                                   .hint = std::string{said(context).reason_hint}},
                                      .state = reason,
                                      .autocomplete = "off"}) +
                  markup::actions(button + web::administration::cancel_link(context, home));
    auto const to = unlinks ? Url::path("/dienst/organisaties/{}/beheerders/{}/ontkoppelen",
                                        file.organisation.id, account.id)
                            : Url::path("/dienst/organisaties/{}/beheerders/{}/beeindigen",
                                        file.organisation.id, account.id);
    auto main = markup::heading(markup::Level::one, title) + warning(context, what, file, account) +
                markup::form({.to = to,
                              .hidden = {form_token(context), ticket(context)},
                              .body = std::move(fields)});
    markup::Mistakes mistakes;
    mistakes.note("reden", reason);
    return room_page(context, {.title = std::move(title),
                               .main = std::move(main),
                               .place = Place::organisations,
                               .trail = {{file.organisation.name, home}},
                               .mistakes = mistakes.all()});
}

/// Finds the administrator and asks authority before the page is made.
template<class Show>
http::Response for_administrator(Context& context, Ending const& what, Show show_it) {
    auto const file = organisation_in_path(context);
    auto const* account = file ? administrator_in_path(context, *file) : nullptr;
    if (!account)
        return not_found(context);
    if (!may_act(context, what.action, *account))
        return forbidden(context);
    return show_it(*file, *account);
}

http::Response asked(Context& context, Ending const& what) {
    return for_administrator(context, what,
                             [&](OrganisationFile const& file, portal::Account const& account) {
                                 return show(context, what, file, account, {});
                             });
}

http::Response to_organisation(portal::OrganisationId const& id, std::string_view done) {
    return http::see_other(
        *http::Location::own(Url::path("/dienst/organisaties/{}", id).with("gelukt", done).text()));
}

/// The second of two clicks does not find who was ended among the administrators any more.
std::optional<http::Response> ended_already(Context const& context, Ending const& what) {
    auto const home = portal::OrganisationId::parse(context.parts.front());
    auto const id = portal::AccountId::parse(context.parts.back());
    if (what.action != Action::end_administrator || !home || !id ||
        !portal::administration::done_before(context.desk(), context.visitor.claim(),
                                             Action::end_account, *id))
        return std::nullopt;
    return to_organisation(*home, what.done);
}

http::Response sent(Context& context, Ending const& what) {
    if (auto const again = ended_already(context, what))
        return *again;
    return for_administrator(
        context, what, [&](OrganisationFile const& file, portal::Account const& account) {
            if (!web::administration::has_only(context, {"reden"}))
                return bad_request(context);
            auto const reason = web::administration::read_text(context, "reden", true);
            if (!reason.error.empty())
                return show(context, what, file, account, reason);
            auto const claim = context.visitor.claim();
            auto const done =
                what.action == Action::unlink_administrator
                    ? portal::administration::unlink(context.desk(), claim, account.id,
                                                     portal::UnlinkReason::helpdesk, reason.value)
                    : portal::administration::end_account(context.desk(), claim, account.id,
                                                          reason.value);
            if (!done)
                return show_organisation(
                    context, file, web::administration::sentence(done.error(), context.language));
            return to_organisation(file.organisation.id, what.done);
        });
}

} // namespace

http::Response administrator_unlinking(Context& context) { return asked(context, unlinking); }
http::Response administrator_unlinking_sent(Context& context) { return sent(context, unlinking); }
http::Response administrator_ending(Context& context) { return asked(context, ending); }
http::Response administrator_ending_sent(Context& context) { return sent(context, ending); }

} // namespace web::agency
