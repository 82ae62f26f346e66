#include "broker/pages/frame.h"
#include "broker/pages/pages.h"
#include "markup/form.h"
#include "markup/heading.h"

namespace broker::pages {
namespace {

using markup::Html;
using markup::html;

/// A heading, a sentence, and whatever else there is to say.
http::Response plain_page(Setting const& setting, int status, std::string_view title,
                          std::string_view sentence, Html const& more = {}) {
    return page(
        {.words = setting.words, .title = std::string{title}, .status = status, .on = setting.on},
        markup::heading(markup::Level::one, title) + markup::paragraph(sentence) + more);
}

} // namespace

http::Response refusal_page(Setting const& setting, std::string_view reason,
                            std::string_view incident) {
    auto const& words = setting.words;
    auto const details =
        html(R"(<p class="nl-paragraph">{}<strong>{}</strong></p>)"
             R"(<p class="nl-paragraph app-small app-muted">{}<span lang="en">{}</span></p>)",
             words.incident_code, incident, words.technical_reason, reason);
    return plain_page(setting, 400, words.refused, words.refused_explained, details);
}

http::Response over_page(Setting const& setting) {
    return plain_page(setting, 410, setting.words.over, setting.words.over_explained);
}

http::Response not_found_page(Setting const& setting) {
    return plain_page(setting, 404, setting.words.not_found, setting.words.not_found_explained);
}

http::Response about_page(Setting const& setting) {
    auto const& words = setting.words;
    auto const links =
        html(R"(<p class="nl-paragraph">{}</p><p class="nl-paragraph">{}</p>)",
             markup::link(words.switches,
                          markup::Url::path("/schakelaars").with("taal", words.language)),
             markup::link(words.metadata, markup::Url::path("/metadata")));
    return page({.words = words,
                 .title = std::string{words.about},
                 .self = markup::Url::path("/"),
                 .on = setting.on},
                markup::heading(markup::Level::one, words.about) +
                    markup::paragraph(words.about_explained) + links);
}

http::Response delivery_page(Place const& place, Delivery const& delivery) {
    auto const& words = place.words;
    std::vector<std::string> const origin{
        place.consumer_address.substr(0, place.consumer_address.find('/', 8))};
    auto const to = markup::Url::external(place.consumer_address, origin);
    if (!to)
        return refusal_page({words, place.on},
                            "the consumer endpoint is neither https nor on this machine", "-");
    std::vector<markup::Hidden> hidden{{delivery.field, delivery.value}};
    if (!delivery.relay_state.empty())
        hidden.push_back({"RelayState", delivery.relay_state});
    // The script sends it at once, as everywhere on the way to the broker and back.
    auto const form = markup::html(
        R"(<form method="post" action="{}" data-submit="now">{}{}</form>)", *to,
        markup::each(hidden, markup::hidden), markup::button({.label = std::string{words.go_on}}));
    return page({.words = words,
                 .title = std::string{words.back},
                 .consumer_address = place.consumer_address,
                 .on = place.on},
                markup::heading(markup::Level::one, words.back) +
                    markup::paragraph(words.back_explained) + form);
}

} // namespace broker::pages
