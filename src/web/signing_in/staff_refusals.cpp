#include "web/signing_in/staff_refusals.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/note_refusal.h"
#include "web/signing_in/staff_words.h"

namespace web::signing_in {

using markup::html;
using markup::Url;
using portal::signing_in::Refused;

namespace {

struct Said {
    RefusalWords const& words;
    std::string_view reason;
    std::string_view detail{};
    Refused whose = Refused::stranger;
    bool stays_signed_in = false;
};

http::Response page_of(Context& context, Said const& said) {
    auto const& words = staff_words(context.language);
    bool const alarming = said.reason != name_of(portal::Rejection::cancelled);
    if (alarming)
        take_note(context, {.door = portal::Door::agency,
                            .whose = said.whose,
                            .reason = said.reason,
                            .detail = said.detail,
                            .words = said.words.heading});
    auto const code = html(R"(<p>{}: <strong class="app-mono">{}</strong></p>)",
                           shared_words(context).incident, context.incident);
    auto const body = markup::paragraph(said.words.explanation) +
                      markup::paragraph(said.words.advice) + (alarming ? code : markup::Html{});
    auto const button =
        said.stays_signed_in
            ? markup::button_link({.label = std::string{words.to_desk}}, Url::path("/dienst"))
            : markup::button_link({.label = std::string{words.try_again}},
                                  Url::path("/dienst/inloggen"));
    auto const way_on =
        html("<p>{}</p><p>{}</p>", button, markup::link(words.to_start, Url::path("/")));
    auto main = markup::stack(
        markup::heading(markup::Level::one, said.words.heading) +
            markup::alert(
                {.tone = alarming ? markup::Tone::warning : markup::Tone::info, .body = body}) +
            way_on,
        markup::Spacing::large);
    return page(context, {.title = std::string{said.words.heading}, .main = markup::narrow(main)},
                alarming ? 403 : 200);
}

RefusalWords const& words_for(StaffWords const& words, portal::Rejection reason) {
    using portal::Rejection;
    switch (reason) {
    case Rejection::cancelled:
        return words.cancelled;
    case Rejection::level_too_low:
        return words.not_strong_enough;
    case Rejection::not_served:
    case Rejection::broker_unavailable:
        return words.provider_refuses;
    case Rejection::chain_mandate:
    case Rejection::message_refused:
        break;
    }
    return words.message_refused;
}

RefusalWords const& words_for(StaffWords const& words, portal::signing_in::StaffRefusal refusal) {
    using portal::signing_in::StaffRefusal;
    switch (refusal) {
    case StaffRefusal::no_role:
        return words.no_role;
    case StaffRefusal::another_person:
        return words.another_person;
    case StaffRefusal::account_ended:
        break;
    }
    return words.account_ended;
}

} // namespace

http::Response staff_turned_away(Context& context, portal::Rejected const& rejected,
                                 portal::signing_in::DepartureNote const* note) {
    return page_of(context, {.words = words_for(staff_words(context.language), rejected.reason),
                             .reason = name_of(rejected.reason),
                             .detail = rejected.detail,
                             .whose = note ? Refused::departed : Refused::stranger,
                             .stays_signed_in = note && note->account});
}

http::Response staff_turned_away(Context& context, portal::signing_in::StaffRefusal refusal,
                                 portal::signing_in::DepartureNote const& note) {
    using portal::signing_in::StaffRefusal;
    return page_of(context,
                   {.words = words_for(staff_words(context.language), refusal),
                    .reason = name_of(refusal),
                    .whose = Refused::departed,
                    .stays_signed_in = refusal == StaffRefusal::another_person && note.account});
}

http::Response staff_departure_unknown(Context& context) {
    return page_of(context, {.words = staff_words(context.language).departure_unknown,
                             .reason = "departure unknown",
                             .stays_signed_in = context.visitor.has_account()});
}

} // namespace web::signing_in
