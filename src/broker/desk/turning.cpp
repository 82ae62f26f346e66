#include "broker/desk/turning.h"

#include "foundation/text.h"
#include "http/form.h"
#include "http/response.h"

#include <charconv>

namespace broker::desk {
namespace {

constexpr auto switch_cookie = "makelaar_schakelaar";
constexpr auto artifact_cookie = "makelaar_artefact";
constexpr auto off = "geen";

std::optional<std::chrono::seconds> seconds_in(std::string_view text) {
    int value = 0;
    auto const* const end = text.data() + text.size();
    auto const [at, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || at != end || value < 1 || value > switches::longest_delay.count())
        return std::nullopt;
    return std::chrono::seconds{value};
}

/// The same names in an address and in the form of the page.
std::expected<switches::Position, pages::SwitchChoice> read_choice(http::Fields const& fields,
                                                                   pages::Words const& words) {
    auto const name = fields.one("schakelaar").value_or("");
    auto const typed = foundation::trimmed(fields.one("seconden").value_or(""));
    switches::Position position{.on = switches::named(name)};
    pages::SwitchChoice choice{.delay = {.value = std::string{typed.substr(0, 10)}}};
    if (!position.on && name != off)
        choice.error = words.unknown_switch;
    auto const delay = typed.empty() ? switches::usual_delay : seconds_in(typed);
    if (!delay)
        choice.delay.error = words.delay_wrong;
    position.delay = delay.value_or(switches::usual_delay);
    choice.position = position;
    if (!choice.error.empty() || !delay)
        return std::unexpected{choice};
    return position;
}

/// "artefact-vertraagd.12"
switches::Position remembered(http::Cookies const& cookies) {
    auto const value = cookies.one(switch_cookie).value_or("");
    auto const dot = value.rfind('.');
    auto const delay =
        dot == std::string_view::npos ? std::nullopt : seconds_in(value.substr(dot + 1));
    return {.on = switches::named(value.substr(0, dot)),
            .delay = delay.value_or(switches::usual_delay)};
}

http::SetCookie memory(char const* name, std::string value, Manner const& manner) {
    return {.name = name,
            .value = std::move(value),
            .secure = manner.public_url.starts_with("https://"),
            .max_age = std::nullopt};
}

} // namespace

std::expected<Turned, pages::SwitchChoice> turned_by(http::Request const& request,
                                                     pages::Words const& words) {
    auto const query = http::query_of(request);
    if (query && query->count("schakelaar") > 0) {
        auto const asked = read_choice(*query, words);
        if (!asked)
            return std::unexpected{asked.error()};
        return Turned{.position = *asked, .anew = true};
    }
    auto const cookies = http::cookies_of(request);
    Turned turned{.position = remembered(cookies)};
    if (auto const used = cookies.one(artifact_cookie); used && used->size() <= 60)
        turned.used_artifact = std::string{*used};
    return turned;
}

http::Response turn(http::Request const& request, Manner const& manner) {
    auto const form = http::form_of(request);
    bool const in_english = form && form->one("taal") == "en";
    auto const& words =
        pages::words_in(in_english ? pages::Language::english : pages::Language::dutch);
    auto const chosen = read_choice(form.value_or(http::Fields{}), words);
    if (!chosen)
        return pages::switches_page(words, chosen.error());
    auto back =
        http::see_other(*http::Location::own("/schakelaars?taal=" + std::string{words.language}));
    remember(back, *chosen, manner);
    return back;
}

void remember(http::Response& response, switches::Position const& position, Manner const& manner) {
    auto cookie = memory(switch_cookie, "", manner);
    if (position.on)
        cookie.value =
            std::string{position.on->name} + "." + std::to_string(position.delay.count());
    else
        cookie = http::forgotten(cookie);
    response.headers.push_back(http::header_of(cookie));
    response.headers.push_back(
        http::header_of(http::forgotten(memory(artifact_cookie, "", manner))));
}

http::SetCookie artifact_memory(std::string_view artifact, Manner const& manner) {
    return memory(artifact_cookie, std::string{artifact}, manner);
}

http::Response switches_page(pages::Words const& words, switches::Position const& position) {
    return pages::switches_page(
        {words, position.on},
        {.position = position, .delay = {.value = std::to_string(position.delay.count())}});
}

} // namespace broker::desk
