#pragma once
#include "markup/field.h"
#include "markup/page.h"
#include "web/context.h"
#include "web/words/shared.h"

namespace web {

/// What a page brings along; the frame around it is the same everywhere.
struct Frame {
    std::string title;
    markup::Html main;
    markup::Html aside{};
    markup::Layout layout = markup::Layout::plain;
    markup::SideNavigation navigation{};
    std::vector<markup::Crumb> breadcrumb{};
    bool has_mistakes = false;
    bool keeps_form = false; ///< a form on it is kept when the session ends (web/kept_form.h)
};

/// The page in its frame: header with the visitor's name, language switch, footer, session warning.
http::Response page(Context const& context, Frame frame, int status = 200);

words::Shared const& shared_words(Context const& context);
markup::FormWords form_words(Context const& context);

/// The session's token as the hidden field that every form of a signed-in visitor carries.
markup::Hidden form_token(Context const& context);

/// Of a page whose button, pressed twice, must do its act once and answer the same (decision 0169).
inline constexpr std::string_view ticket_field = "eenmalig";
markup::Hidden ticket(Context const& context);

/// Own path of the same page, for coming back to it.
std::string own_path(http::Request const& request);

/// 23 november 2026 · 14.32 uur · both with "om": in the page's language, on Amsterdam's clock.
std::string long_date(Context const& context, foundation::CivilDate date);
std::string clock_time(Context const& context, foundation::Instant at);
std::string moment(Context const& context, foundation::Instant at);

} // namespace web
