#include "web/signing_in/refusals.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/note_refusal.h"
#include "web/signing_in/staff_words.h"
#include "web/signing_in/words.h"

namespace web::signing_in {

using markup::html;
using markup::Url;
using portal::signing_in::Refused;

namespace {

/// What a refusal page says and where it leads.
struct Said {
    RefusalWords const& words;
    int status = 403;
    std::string_view reason;
    std::string_view detail{};
    Refused whose = Refused::stranger;
    bool stays_signed_in = false;
    bool at_the_staff_door = false;
};

markup::Html way_on_button(Context const& context, Said const& said) {
    auto const button = [](std::string_view label, Url const& to) {
        return markup::button_link({.label = std::string{label}}, to);
    };
    auto const& words = signing_in::words(context.language);
    if (said.at_the_staff_door)
        return button(staff_words(context.language).to_staff_door, Url::path("/dienst/inloggen"));
    return said.stays_signed_in ? button(words.to_overview, Url::path("/overzicht"))
                                : button(words.try_again, Url::path("/"));
}

http::Response page_of(Context& context, Said const& said) {
    bool const alarming = said.status != 200;
    if (alarming)
        take_note(context, {.door = portal::Door::eherkenning,
                            .whose = said.whose,
                            .reason = said.reason,
                            .detail = said.detail,
                            .words = said.words.heading});
    auto const& words = signing_in::words(context.language);
    auto const code = html(R"(<p>{}: <strong class="app-mono">{}</strong></p>)",
                           shared_words(context).incident, context.incident);
    auto const body = markup::paragraph(said.words.explanation) +
                      markup::paragraph(said.words.advice) + (alarming ? code : markup::Html{});
    auto const way_on = html("<p>{}</p><p>{}</p>", way_on_button(context, said),
                             markup::link(words.to_problems, Url::path("/problemen-met-inloggen")));
    auto main = markup::stack(
        markup::heading(markup::Level::one, said.words.heading) +
            markup::alert(
                {.tone = alarming ? markup::Tone::warning : markup::Tone::info, .body = body}) +
            way_on,
        markup::Spacing::large);
    return page(context, {.title = std::string{said.words.heading}, .main = markup::narrow(main)},
                said.status);
}

/// Who left from a session, at that moment signed in as an account.
bool left_from_a_session(portal::signing_in::DepartureNote const* note) {
    return note && note->account.has_value();
}

/// Too low for Mijn DUO at all, or only for the task that asked for more (P3.2).
RefusalWords const& too_low(Context const& context, portal::signing_in::DepartureNote const* note) {
    auto const& words = signing_in::words(context.language);
    bool const for_a_task = note && note->pending.minimum_level > context.site.policy.least_level;
    return for_a_task ? words.level_four_not_reached : words.level_too_low;
}

RefusalWords const& words_for(Context const& context, portal::Rejection reason,
                              portal::signing_in::DepartureNote const* note) {
    using portal::Rejection;
    auto const& words = signing_in::words(context.language);
    switch (reason) {
    case Rejection::cancelled:
        return left_from_a_session(note) ? words.not_again : words.cancelled;
    case Rejection::level_too_low:
        return too_low(context, note);
    case Rejection::chain_mandate:
        return words.chain_mandate;
    case Rejection::not_served:
        return words.not_served;
    case Rejection::broker_unavailable:
        return words.broker_unavailable;
    case Rejection::message_refused:
        break;
    }
    return words.message_refused;
}

int status_of(portal::Rejection reason) {
    if (reason == portal::Rejection::cancelled)
        return 200;
    return reason == portal::Rejection::broker_unavailable ? 503 : 403;
}

RefusalWords const& words_for(Context const& context, portal::signing_in::Refusal refusal,
                              portal::signing_in::DepartureNote const& note) {
    using portal::signing_in::Refusal;
    auto const& words = signing_in::words(context.language);
    switch (refusal) {
    case Refusal::level_too_low:
        return too_low(context, &note);
    case Refusal::account_ended:
        return words.account_ended;
    case Refusal::organisation_ended:
        return words.organisation_ended;
    case Refusal::another_person:
        return words.another_person;
    case Refusal::staff_have_own_door:
        return staff_words(context.language).own_door;
    case Refusal::another_kvk_number:
        break;
    }
    return words.another_kvk_number;
}

} // namespace

http::Response turned_away(Context& context, portal::Rejected const& rejected,
                           portal::signing_in::DepartureNote const* note) {
    return page_of(context, {.words = words_for(context, rejected.reason, note),
                             .status = status_of(rejected.reason),
                             .reason = name_of(rejected.reason),
                             .detail = rejected.detail,
                             .whose = note ? Refused::departed : Refused::stranger,
                             .stays_signed_in = left_from_a_session(note)});
}

http::Response turned_away(Context& context, portal::signing_in::Refusal refusal,
                           portal::signing_in::DepartureNote const& note) {
    return page_of(context, {.words = words_for(context, refusal, note),
                             .reason = name_of(refusal),
                             .whose = Refused::departed,
                             .stays_signed_in = left_from_a_session(&note),
                             .at_the_staff_door =
                                 refusal == portal::signing_in::Refusal::staff_have_own_door});
}

http::Response departure_unknown(Context& context) {
    return page_of(context, {.words = words(context.language).departure_unknown,
                             .reason = "departure unknown",
                             .stays_signed_in = context.visitor.has_account()});
}

} // namespace web::signing_in
