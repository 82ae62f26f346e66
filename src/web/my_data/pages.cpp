#include "portal/identity/mail_address.h"
#include "portal/overview/contact.h"
#include "portal/overview/own_file.h"
#include "web/errors.h"
#include "web/my_data/my_data.h"
#include "web/my_data/render.h"

#include <array>
#include <fmt/format.h>

namespace web::my_data {

namespace {

using portal::AddressRefusal;

constexpr std::size_t longest_function = 100;

http::Response to(std::string_view path) { return http::see_other(*http::Location::own(path)); }

portal::AccountId const& own_id(Context const& context) {
    return context.visitor.standing->account.id;
}

/// What was done just before, from a list of our own: never text out of the address.
std::string_view done(Context const& context) {
    auto const& said = words(context.language);
    auto const code = context.query.one("gelukt").value_or("");
    if (code == "opgeslagen")
        return said.saved;
    if (code == "e-mailadres")
        return said.address_changed;
    if (code == "behouden")
        return said.address_cancelled;
    return code == "sessies" ? said.sessions_ended : std::string_view{};
}

http::Response my_data(Context& context) {
    auto& archive = context.site.archive;
    auto const waiting = portal::pending_address(archive, own_id(context));
    return show_my_data(context,
                        {.file = portal::own_file(archive, *context.visitor.standing,
                                                  context.site.policy, context.now),
                         .pending = waiting,
                         .fate = waiting ? portal::fate_of_code(archive, *waiting) : std::nullopt,
                         .done = done(context)});
}

http::Response contact(Context& context) {
    auto const& person = context.visitor.standing->account.person;
    bool const dutch = person.language == portal::Language::dutch;
    return show_contact(context, {.phone = {.value = person.phone},
                                  .function = {.value = person.function},
                                  .language = {.value = dutch ? "nl" : "en"}});
}

ContactView read_contact(Context const& context) {
    auto const& said = words(context.language);
    ContactView view{.phone = {.value = context.field("telefoon")},
                     .function = {.value = context.field("functie")},
                     .language = {.value = context.field("taal")}};
    if (!portal::is_phone_number(view.phone.value))
        view.phone.error = said.phone_wrong;
    if (foundation::has_control_characters(view.function.value) ||
        foundation::utf8_length(view.function.value) > longest_function)
        view.function.error = said.function_wrong;
    if (view.language.value != "nl" && view.language.value != "en")
        view.language.error = said.language_missing;
    return view;
}

http::Response contact_sent(Context& context) {
    auto const view = read_contact(context);
    if (!view.phone.error.empty() || !view.function.error.empty() || !view.language.error.empty())
        return show_contact(context, view);
    bool const changed =
        portal::change_contact(context.desk(), context.visitor.claim(),
                               {.phone = view.phone.value,
                                .function = view.function.value,
                                .language = view.language.value == "en" ? portal::Language::english
                                                                        : portal::Language::dutch});
    return changed ? to("/mijn-gegevens?gelukt=opgeslagen") : forbidden(context);
}

http::Response address(Context& context) { return show_address(context, {}); }

std::expected<void, AddressRefusal> ask(Context const& context, std::string const& address) {
    return portal::ask_for_address(context.desk(), context.visitor.claim(), address);
}

std::string_view why_not(Words const& said, AddressRefusal refusal) {
    if (refusal == AddressRefusal::same_as_before)
        return said.address_same;
    if (refusal == AddressRefusal::too_many_codes)
        return said.address_too_many;
    return refusal == AddressRefusal::address_had_many ? said.address_had_many : said.address_taken;
}

http::Response address_sent(Context& context) {
    auto const& said = words(context.language);
    auto const typed = context.field("email");
    auto const read = portal::MailAddress::parse(typed);
    if (!read) {
        auto const error = read.error() == portal::MailAddressFlaw::local_part
                               ? said.address_local_part
                               : said.address_wrong;
        return show_address(context, {.value = typed, .error = std::string{error}});
    }
    auto const asked = ask(context, read->text());
    if (asked)
        return to("/mijn-gegevens/e-mailadres/code");
    if (asked.error() == AddressRefusal::not_allowed)
        return forbidden(context);
    return show_address(context,
                        {.value = typed, .error = std::string{why_not(said, asked.error())}});
}

std::optional<portal::PendingAddress> pending(Context const& context) {
    return portal::pending_address(context.site.archive, own_id(context));
}

http::Response code(Context& context) {
    auto const waiting = pending(context);
    if (!waiting)
        return to("/mijn-gegevens/e-mailadres");
    return show_code(context, {.pending = *waiting,
                               .fate = portal::fate_of_code(context.site.archive, *waiting),
                               .sent_again = context.query.one("gelukt") == "opnieuw"});
}

std::string mistake_words(Context const& context, AddressRefusal refusal,
                          portal::PendingAddress const& waiting) {
    auto const& said = words(context.language);
    auto const left = context.site.policy.address_code_attempts - waiting.wrong;
    switch (refusal) {
    case AddressRefusal::wrong_code:
        return left == 1 ? std::string{said.code_wrong_last}
                         : fmt::format(fmt::runtime(said.code_wrong), left);
    case AddressRefusal::expired:
        return std::string{said.code_expired};
    case AddressRefusal::too_many:
        return std::string{said.code_too_many};
    case AddressRefusal::taken:
    case AddressRefusal::same_as_before:
    case AddressRefusal::nothing_asked:
    case AddressRefusal::too_many_codes:
    case AddressRefusal::address_had_many:
    case AddressRefusal::not_allowed:
        break;
    }
    return std::string{said.address_taken};
}

http::Response code_sent(Context& context) {
    auto const before = pending(context);
    auto const& said = words(context.language);
    auto const typed = context.field("code");
    auto const read = portal::Code::parse(typed);
    // Without one it may be the second of two clicks.
    if (!before && !read)
        return to("/mijn-gegevens/e-mailadres");
    if (!read) // a typing error, and no attempt (P2.8)
        return show_code(
            context, {.pending = *before,
                      .fate = portal::fate_of_code(context.site.archive, *before),
                      .mistake = std::string{typed.empty() ? said.code_missing : said.code_typo}});
    auto const confirmed = portal::confirm_address(context.desk(), context.visitor.claim(), *read);
    if (confirmed)
        return to("/mijn-gegevens?gelukt=e-mailadres");
    if (confirmed.error() == AddressRefusal::not_allowed)
        return forbidden(context);
    auto const after = pending(context);
    if (!after || !before)
        return to("/mijn-gegevens/e-mailadres");
    return show_code(context, {.pending = *after,
                               .fate = portal::fate_of_code(context.site.archive, *after),
                               .mistake = mistake_words(context, confirmed.error(), *after)});
}

http::Response code_again(Context& context) {
    auto const waiting = pending(context);
    if (!waiting)
        return to("/mijn-gegevens/e-mailadres");
    // Of two clicks the second is answered like the first, before anything else is asked.
    bool const sent_already =
        portal::address_asked_before(context.desk(), context.visitor.claim(), waiting->address);
    if (!sent_already && context.field("opnieuw") != "ja" &&
        portal::code_is_out(*waiting, portal::fate_of_code(context.site.archive, *waiting),
                            context.site.policy, context.now))
        return ask_again(context, *waiting);
    auto const asked = ask(context, waiting->address);
    if (!asked && asked.error() == AddressRefusal::not_allowed)
        return forbidden(context);
    if (!asked)
        return show_address(
            context, {.value = waiting->address,
                      .error = std::string{why_not(words(context.language), asked.error())}});
    return to("/mijn-gegevens/e-mailadres/code?gelukt=opnieuw");
}

http::Response address_cancelled(Context& context) {
    bool const kept = portal::forget_pending_address(context.desk(), context.visitor.claim());
    return kept ? to("/mijn-gegevens?gelukt=behouden") : forbidden(context);
}

http::Response sessions_ended(Context& context) {
    bool const ended = portal::end_other_sessions(context.desk(), context.visitor.claim());
    return ended ? to("/mijn-gegevens?gelukt=sessies") : forbidden(context);
}

using http::Method;

constexpr std::array<Route, 10> table{{
    {Method::get, "/mijn-gegevens", Who::account, my_data},
    {Method::get, "/mijn-gegevens/wijzigen", Who::account, contact},
    {Method::post, "/mijn-gegevens/wijzigen", Who::account, contact_sent},
    {Method::get, "/mijn-gegevens/e-mailadres", Who::account, address},
    {Method::post, "/mijn-gegevens/e-mailadres", Who::account, address_sent},
    {Method::get, "/mijn-gegevens/e-mailadres/code", Who::account, code},
    {Method::post, "/mijn-gegevens/e-mailadres/code", Who::account, code_sent},
    {Method::post, "/mijn-gegevens/e-mailadres/opnieuw", Who::account, code_again},
    {Method::post, "/mijn-gegevens/e-mailadres/annuleren", Who::account, address_cancelled},
    {Method::post, "/mijn-gegevens/sessies/beeindigen", Who::account, sessions_ended},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::my_data
