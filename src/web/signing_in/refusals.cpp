#include "web/signing_in/refusals.h"

#include "markup/alert.h"
#include "markup/heading.h"
#include "markup/layout.h"
#include "web/frame.h"
#include "web/signing_in/staff_refusals.h"
#include "web/signing_in/words.h"

namespace web::signing_in {

using markup::html;
using markup::Url;

namespace {

http::Response page_of(Context& context, RefusalWords const& refusal, int status,
                       std::string_view reason, std::string_view detail) {
    bool const alarming = status != 200;
    if (alarming) {
        context.site.figures.count_refusal();
        context.site.log("sign-in refused incident=" + context.incident +
                         " reason=" + std::string{reason} + " detail=" + std::string{detail});
    }
    auto const& words = signing_in::words(context.language);
    auto const code = html(R"(<p>{}: <strong class="app-mono">{}</strong></p>)",
                           shared_words(context).incident, context.incident);
    auto const body = markup::paragraph(refusal.explanation) + markup::paragraph(refusal.advice) +
                      (alarming ? code : markup::Html{});
    auto const way_on =
        html("<p>{}</p><p>{}</p>",
             markup::button_link({.label = std::string{words.try_again}}, Url::path("/")),
             markup::link(words.to_problems, Url::path("/problemen-met-inloggen")));
    auto main = markup::stack(
        markup::heading(markup::Level::one, refusal.heading) +
            markup::alert(
                {.tone = alarming ? markup::Tone::warning : markup::Tone::info, .body = body}) +
            way_on,
        markup::Spacing::large);
    return page(context, {.title = std::string{refusal.heading}, .main = markup::narrow(main)},
                status);
}

} // namespace

http::Response turned_away(Context& context, portal::Rejected const& rejected) {
    using portal::Rejection;
    auto const& words = signing_in::words(context.language);
    switch (rejected.reason) {
    case Rejection::cancelled:
        return page_of(context, words.cancelled, 200, "cancelled", rejected.detail);
    case Rejection::level_too_low:
        return page_of(context, words.level_too_low, 403, "level too low", rejected.detail);
    case Rejection::chain_mandate:
        return page_of(context, words.chain_mandate, 403, "chain mandate", rejected.detail);
    case Rejection::not_served:
        return page_of(context, words.not_served, 403, "not served", rejected.detail);
    case Rejection::broker_unavailable:
        return page_of(context, words.broker_unavailable, 503, "broker unavailable",
                       rejected.detail);
    case Rejection::message_refused:
        break;
    }
    return page_of(context, words.message_refused, 403, "message refused", rejected.detail);
}

http::Response turned_away(Context& context, portal::signing_in::Refusal refusal) {
    using portal::signing_in::Refusal;
    auto const& words = signing_in::words(context.language);
    switch (refusal) {
    case Refusal::level_too_low:
        return page_of(context, words.level_too_low, 403, "level too low", "policy");
    case Refusal::account_ended:
        return page_of(context, words.account_ended, 403, "account ended", "");
    case Refusal::organisation_ended:
        return page_of(context, words.organisation_ended, 403, "organisation ended", "");
    case Refusal::staff_have_own_door:
        return staff_have_own_door(context);
    case Refusal::another_kvk_number:
        break;
    }
    return page_of(context, words.another_kvk_number, 403, "another kvk number", "");
}

http::Response departure_unknown(Context& context) {
    return page_of(context, words(context.language).departure_unknown, 403, "departure unknown",
                   "");
}

} // namespace web::signing_in
