#pragma once
#include "markup/button.h"
#include "markup/html.h"
#include "markup/navigation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace markup {

/// Whose page it is: the portal, or the test broker, which must not look like it.
struct Brand {
    std::string name;          ///< "Mijn DUO"
    std::string owner;         ///< "Dienst Uitvoering Onderwijs"
    std::optional<Url> home{}; ///< absent: the name is not a link and has no mark (the broker)
    bool broker_look = false;
};

/// The words of the frame around a page, in its language.
struct PageWords {
    std::string skip_to_content;  ///< "Naar de inhoud"
    std::string test_band;        ///< from the settings; empty: no band
    std::string mistake_in_title; ///< "Fout: "
    std::string breadcrumb_label; ///< "Kruimelpad"
    std::string to_overview_of;   ///< "Naar het overzicht van ", read out before the name
    std::string log_out;          ///< "Uitloggen"
    std::string footer_label;     ///< "Over deze site"
    std::string footer_sentence;  ///< from the settings
};

struct SignedIn {
    std::string name;
    std::string organisation;
    Url overview;
    Url log_out; ///< POST
    std::vector<Hidden> hidden;
};

/// The same page in the other language, named in that language. A link when the language stands in
/// the address, a POST when it is kept in a cookie.
struct LanguageSwitch {
    std::string language; ///< "en"
    std::string label;    ///< "English"
    Url to;
    bool posts = false;
    std::vector<Hidden> hidden{};
};

/// Signing in afresh, where going on no longer moves the end of the session. On a page with a kept
/// form (markup/form.h) the button keeps it first; elsewhere it is a link.
struct SessionRenewal {
    std::uint32_t in_seconds; ///< until the end that no activity moves
    Url renew;
    bool keeps_form = false;
    std::string heading;
    std::string explanation;
    std::string renew_label;
    std::string later_label; ///< closes the warning
};

/// Warns a while before the session ends, with a button that extends it: a POST answered by any
/// 2xx. Needs script; without it the session just ends, and saved work is kept.
struct SessionEnd {
    std::uint32_t in_seconds;
    std::uint32_t warned_before; ///< so many seconds ahead
    Url extend;
    Url ended; ///< where the browser goes when time is up, so that nothing stays on the screen
    std::vector<Hidden> hidden;
    std::string heading;
    std::string explanation;
    std::string extend_label;
    SessionRenewal renewal;
};

enum class Layout : std::uint8_t {
    plain, ///< main alone
    side,  ///< side navigation, main
    aside, ///< main, a narrow column with help
    home,  ///< side navigation, main, a narrow column
};

struct Page {
    std::string language = "nl";
    std::string title;
    bool has_mistakes = false; ///< the title then begins with "Fout: "
    Brand brand;
    PageWords words;
    std::optional<SignedIn> user{};
    std::optional<LanguageSwitch> other_language{};
    std::vector<Crumb> breadcrumb{};
    Layout layout = Layout::plain;
    SideNavigation navigation{}; ///< for side and home
    Html main;
    Html aside{}; ///< for aside and home: a whole <aside> with its label
    std::vector<FooterLink> footer{};
    std::optional<SessionEnd> session{};
};

/// The whole page, from the doctype on.
Html page(Page const& page);

} // namespace markup
