#include "markup/badge.h"
#include "markup/heading.h"
#include "markup/table.h"
#include "web/agency/frame.h"
#include "web/agency/pages.h"
#include "web/errors.h"

#include <algorithm>
#include <fmt/format.h>

namespace web::agency {

using markup::Html;
using portal::keys::Expiry;
using portal::keys::Holding;
using portal::keys::State;

namespace {

constexpr std::size_t mark_shown = 16; // enough to tell one certificate from the next

std::string_view what(Words const& words, Holding holding) {
    switch (holding) {
    case Holding::signing:
        return words.key_signing;
    case Holding::next_signing:
        return words.key_next_signing;
    case Holding::decryption:
        return words.key_decryption;
    case Holding::client:
        return words.key_client;
    case Holding::broker_signing:
        return words.key_broker_signing;
    case Holding::broker_metadata:
        return words.key_broker_metadata;
    }
    return {};
}

Html state_of(Words const& words, State state) {
    using markup::BadgeTone;
    switch (state) {
    case State::not_yet:
        return markup::badge({BadgeTone::info, "clock", std::string{words.key_not_yet}});
    case State::good:
        return markup::badge({BadgeTone::ok, "check", std::string{words.key_good}});
    case State::within_60_days:
        return markup::badge({BadgeTone::info, "bell", std::string{words.key_within_60}});
    case State::within_30_days:
        return markup::badge({BadgeTone::warn, "alert-circle", std::string{words.key_within_30}});
    case State::within_7_days:
        return markup::badge({BadgeTone::err, "alert-triangle", std::string{words.key_within_7}});
    case State::over:
        return markup::badge({BadgeTone::err, "x", std::string{words.key_over}});
    }
    return {};
}

/// Of a digest the start tells them apart. An entity id is shown whole; in one piece it would push
/// the last columns out of sight, so it may break anywhere.
Html mark_of(Expiry const& expiry) {
    if (expiry.holding == Holding::broker_metadata)
        return markup::html(R"(<span class="app-mono app-breaks">{}</span>)", expiry.mark);
    return markup::html(R"(<span class="app-mono">{}</span>)", expiry.mark.substr(0, mark_shown));
}

Html table_of(Context const& context, std::vector<Expiry> const& expiries) {
    auto const& words = said(context);
    markup::Table table{.label = std::string{words.keys},
                        .columns = {{.label = std::string{words.key_what}},
                                    {.label = std::string{words.key_mark}},
                                    {.label = std::string{words.key_until}},
                                    {.label = std::string{words.key_days}, .numeric = true},
                                    {.label = std::string{words.column_state}}},
                        .rows = {}};
    for (auto const& each : expiries)
        table.rows.push_back(
            {markup::text(what(words, each.holding)), mark_of(each),
             markup::text(moment(context, each.until)),
             markup::text(fmt::to_string(portal::keys::days_left(each, context.now))),
             state_of(words, portal::keys::state_of(each, context.now))});
    return markup::table(table);
}

} // namespace

http::Response keys(Context& context) {
    if (!allowed(context, portal::administration::Action::see_keys))
        return forbidden(context);
    auto const& words = said(context);
    auto condition = context.site.broker.condition(context.now);
    std::ranges::stable_sort(condition.expiries, {}, &Expiry::until);
    auto const away = condition.circuit != portal::Circuit::State::closed;
    auto main =
        markup::heading(markup::Level::one, words.keys) + markup::lead(words.keys_lead) +
        (away ? markup::alert(markup::Tone::warning, words.key_broker_away) : Html{}) +
        table_of(context, condition.expiries) +
        (condition.metadata_confirmed_at
             ? markup::small_print(fmt::format(fmt::runtime(words.key_confirmed),
                                               moment(context, *condition.metadata_confirmed_at)))
             : Html{});
    return room_page(
        context, {.title = std::string{words.keys}, .main = std::move(main), .place = Place::keys});
}

} // namespace web::agency
