#include "web/signing_in/staff_refusals.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/staff_words.h"

namespace web::signing_in {

using markup::html;
using markup::Url;

namespace {

http::Response page_of(Context& context, RefusalWords const& refusal, std::string_view reason,
                       std::string_view detail, std::string_view again) {
    auto const& words = staff_words(context.language);
    bool const alarming = reason != "cancelled";
    if (alarming) {
        context.site.figures.count_refusal();
        context.site.log("staff sign-in refused incident=" + context.incident +
                         " reason=" + std::string{reason} + " detail=" + std::string{detail});
    }
    auto const code = html(R"(<p>{}: <strong class="app-mono">{}</strong></p>)",
                           shared_words(context).incident, context.incident);
    auto const body = markup::paragraph(refusal.explanation) + markup::paragraph(refusal.advice) +
                      (alarming ? code : markup::Html{});
    auto const way_on =
        html("<p>{}</p><p>{}</p>",
             markup::button_link({.label = std::string{again}}, Url::path("/dienst/inloggen")),
             markup::link(words.to_start, Url::path("/")));
    auto main = markup::stack(
        markup::heading(markup::Level::one, refusal.heading) +
            markup::alert(
                {.tone = alarming ? markup::Tone::warning : markup::Tone::info, .body = body}) +
            way_on,
        markup::Spacing::large);
    return page(context, {.title = std::string{refusal.heading}, .main = markup::narrow(main)},
                alarming ? 403 : 200);
}

} // namespace

http::Response staff_turned_away(Context& context, portal::Rejected const& rejected) {
    using portal::Rejection;
    auto const& words = staff_words(context.language);
    auto const page = [&](RefusalWords const& refusal, std::string_view reason) {
        return page_of(context, refusal, reason, rejected.detail, words.try_again);
    };
    switch (rejected.reason) {
    case Rejection::cancelled:
        return page(words.cancelled, "cancelled");
    case Rejection::level_too_low:
        return page(words.not_strong_enough, "not strong enough");
    case Rejection::not_served:
    case Rejection::broker_unavailable:
        return page(words.provider_refuses, "not served");
    case Rejection::chain_mandate:
    case Rejection::message_refused:
        break;
    }
    return page(words.message_refused, "message refused");
}

http::Response staff_turned_away(Context& context, portal::signing_in::StaffRefusal refusal) {
    using portal::signing_in::StaffRefusal;
    auto const& words = staff_words(context.language);
    switch (refusal) {
    case StaffRefusal::no_role:
        return page_of(context, words.no_role, "no staff role", "", words.try_again);
    case StaffRefusal::account_ended:
        break;
    }
    return page_of(context, words.account_ended, "staff account ended", "", words.try_again);
}

http::Response staff_departure_unknown(Context& context) {
    auto const& words = staff_words(context.language);
    return page_of(context, words.departure_unknown, "departure unknown", "", words.try_again);
}

http::Response staff_have_own_door(Context& context) {
    auto const& words = staff_words(context.language);
    return page_of(context, words.own_door, "staff have own door", "", words.to_staff_door);
}

} // namespace web::signing_in
