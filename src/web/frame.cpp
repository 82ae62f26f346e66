#include "web/frame.h"

#include "web/kept_form.h"
#include "web/visitor.h"

#include <array>
#include <fmt/format.h>

namespace web {

using markup::Url;

namespace {

constexpr std::array dutch_months{"januari",   "februari", "maart",    "april",
                                  "mei",       "juni",     "juli",     "augustus",
                                  "september", "oktober",  "november", "december"};
constexpr std::array english_months{"January",   "February", "March",    "April",
                                    "May",       "June",     "July",     "August",
                                    "September", "October",  "November", "December"};

markup::PageWords frame_words(Context const& context) {
    auto const& words = shared_words(context);
    bool const testing = context.site.settings.is_test_installation;
    return {.skip_to_content = std::string{words.skip_to_content},
            .test_band = std::string{testing ? words.test_band : ""},
            .mistake_in_title = std::string{words.mistake_in_title},
            .breadcrumb_label = std::string{words.breadcrumb},
            .to_overview_of = std::string{words.to_overview_of},
            .log_out = std::string{words.log_out},
            .footer_label = std::string{words.about_this_site},
            .footer_sentence = std::string{testing ? words.test_footer : ""}};
}

std::vector<markup::FooterLink> footer(words::Shared const& words) {
    return {{std::string{words.contact}, Url::path("/contact")},
            {std::string{words.problems}, Url::path("/problemen-met-inloggen")},
            {std::string{words.terms}, Url::path("/gebruikersvoorwaarden")},
            {std::string{words.privacy}, Url::path("/privacy")},
            {std::string{words.cookies}, Url::path("/cookies")},
            {std::string{words.accessibility}, Url::path("/toegankelijkheid")}};
}

std::optional<markup::SignedIn> user(Context const& context) {
    auto const& standing = context.visitor.standing;
    if (!standing)
        return std::nullopt;
    return markup::SignedIn{.name = standing->account.person.name,
                            .organisation = standing->organisation.name,
                            .overview = Url::path("/overzicht"),
                            .log_out = Url::path("/uitloggen"),
                            .hidden = {form_token(context)}};
}

/// Switching is a POST: it is kept in the account (P3.8), and no GET changes anything.
markup::LanguageSwitch language_switch(Context const& context) {
    auto const& words = shared_words(context);
    std::vector<markup::Hidden> hidden{{"taal", context.dutch() ? "en" : "nl"},
                                       {"terug", own_path(context.request)}};
    if (context.visitor.session)
        hidden.push_back(form_token(context));
    return {.language = context.dutch() ? "en" : "nl",
            .label = std::string{words.other_language},
            .to = Url::path("/taal"),
            .posts = true,
            .hidden = std::move(hidden)};
}

std::uint32_t seconds_until(Context const& context, foundation::Instant end) {
    auto const left = std::chrono::floor<std::chrono::seconds>(end - context.now).count();
    return static_cast<std::uint32_t>(std::max<std::int64_t>(0, left));
}

markup::SessionRenewal renewal_of(Context const& context, bool keeps_form) {
    auto const& words = shared_words(context);
    auto const end = context.visitor.session->latest_end(context.site.policy);
    return {.in_seconds = seconds_until(context, end),
            .renew = renewal(*context.visitor.session, own_path(context.request)),
            .keeps_form = keeps_form,
            .heading = std::string{words.renewal_heading},
            .explanation =
                std::string{keeps_form ? words.renewal_keeps : words.renewal_explanation},
            .renew_label = std::string{words.renewal_button},
            .later_label = std::string{words.renewal_later}};
}

std::optional<markup::SessionEnd> session_end(Context const& context, bool keeps_form) {
    if (!context.visitor.session)
        return std::nullopt;
    auto const& words = shared_words(context);
    auto const& policy = context.site.policy;
    auto const ahead = std::chrono::floor<std::chrono::seconds>(policy.session_warning).count();
    return markup::SessionEnd{.in_seconds =
                                  seconds_until(context, context.visitor.session->ends_at(policy)),
                              .warned_before = static_cast<std::uint32_t>(ahead),
                              .extend = Url::path("/sessie/verlengen"),
                              .ended = Url::path("/sessie-verlopen"),
                              .hidden = {form_token(context)},
                              .heading = std::string{words.session_heading},
                              .explanation = std::string{words.session_explanation},
                              .extend_label = std::string{words.session_extend},
                              .renewal = renewal_of(context, keeps_form)};
}

} // namespace

words::Shared const& shared_words(Context const& context) {
    return words::shared(context.language);
}

markup::FormWords form_words(Context const& context) {
    auto const& words = shared_words(context);
    return {
        .error = words.error, .help_about = words.help_about, .not_required = words.not_required};
}

markup::Hidden form_token(Context const& context) {
    return {"token", context.visitor.session ? context.visitor.session->form_token : ""};
}

markup::Hidden ticket(Context const& context) {
    return {std::string{ticket_field}, portal::Ticket::mint(context.site.vault.randomness).text()};
}

std::string own_path(http::Request const& request) {
    if (request.path == "/saml/dienst/acs")
        return "/";
    if (request.method == http::Method::post)
        return request.path;
    // What came from the broker counts once: nobody comes back to it, and no page repeats it.
    if (request.path == "/saml/acs")
        return "/";
    return request.query.empty() ? request.path : request.path + '?' + request.query;
}

std::string long_date(Context const& context, foundation::CivilDate date) {
    auto const month = unsigned{date.month()} - 1;
    return fmt::format("{} {} {}", unsigned{date.day()},
                       context.dutch() ? dutch_months.at(month) : english_months.at(month),
                       int{date.year()});
}

std::string clock_time(Context const& context, foundation::Instant at) {
    auto const time = foundation::in_amsterdam(at);
    return fmt::format("{:02}{}{:02}{}", time.hour(), context.dutch() ? '.' : ':', time.minute(),
                       shared_words(context).oclock);
}

std::string moment(Context const& context, foundation::Instant at) {
    return fmt::format("{} {} {}", long_date(context, foundation::in_amsterdam(at).date),
                       shared_words(context).at_time, clock_time(context, at));
}

http::Response page(Context const& context, Frame frame, int status) {
    auto const& words = shared_words(context);
    auto const html =
        markup::page({.language = std::string{words.language_code},
                      .title = frame.title,
                      .has_mistakes = frame.has_mistakes,
                      .brand = {.name = "Mijn DUO",
                                .owner = std::string{words.agency},
                                .home = context.visitor.has_account() ? Url::path("/overzicht")
                                                                      : Url::path("/")},
                      .words = frame_words(context),
                      .user = user(context),
                      .other_language = language_switch(context),
                      .breadcrumb = std::move(frame.breadcrumb),
                      .layout = frame.layout,
                      .navigation = std::move(frame.navigation),
                      .main = std::move(frame.main),
                      .aside = std::move(frame.aside),
                      .footer = footer(words),
                      .session = session_end(context, frame.keeps_form)});
    http::Response response;
    response.status = status;
    response.body = html.text();
    return response;
}

} // namespace web
