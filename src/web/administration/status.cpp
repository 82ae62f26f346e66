#include "web/administration/status.h"

#include "markup/badge.h"
#include "markup/data_list.h"

#include <array>

namespace web::administration {

namespace {

using markup::BadgeTone;
using portal::AccountState;
using portal::Language;

struct Look {
    BadgeTone tone;
    markup::Icon icon;
    std::string_view dutch, english;
    std::string_view dutch_meaning, english_meaning;
};

constexpr Look look_registered{BadgeTone::neutral,
                               "send",
                               "Uitgenodigd",
                               "Invited",
                               "De gebruiker is geregistreerd en heeft een e-mail gekregen.",
                               "The user has been registered and has received an email."};
constexpr Look look_letter_made{BadgeTone::info,
                                "printer",
                                "Brief afgedrukt",
                                "Letter printed",
                                "De brief met de gebruikersnaam is gemaakt.",
                                "The letter with the username has been made."};
constexpr Look look_handed_over{BadgeTone::info,
                                "file-text",
                                "Brief uitgereikt",
                                "Letter handed over",
                                "De gebruiker heeft de brief gekregen.",
                                "The user has received the letter."};
constexpr Look look_code_sent{BadgeTone::warn,
                              "key",
                              "Code verstuurd",
                              "Code sent",
                              "De activatiecode is verstuurd en nog geldig.",
                              "The activation code has been sent and is still valid."};
constexpr Look look_code_waits{BadgeTone::warn,
                               "clock",
                               "Code wordt verstuurd",
                               "Code is being sent",
                               "De e-mail met de activatiecode is nog niet weg.",
                               "The email with the activation code has not left yet."};
constexpr Look look_mail_failed{BadgeTone::err,
                                "alert-circle",
                                "E-mail niet aangekomen",
                                "Email did not arrive",
                                "De e-mail aan de gebruiker is geweigerd of niet aangekomen.",
                                "The email to the user was refused or did not arrive."};
constexpr Look look_linked{
    BadgeTone::ok,         "link", "Gekoppeld", "Linked", "De gebruiker kan inloggen.",
    "The user can log in."};
constexpr Look look_dormant_soon{
    BadgeTone::warn,
    "clock",
    "Gekoppeld, vervalt binnenkort",
    "Linked, lapses soon",
    "De gebruiker heeft lang niet ingelogd. De koppeling vervalt binnen 90 dagen.",
    "The user has not logged in for long. The link lapses within 90 days."};
constexpr Look look_lapsed{
    BadgeTone::err,
    "link-off",
    "Niet actief",
    "Not active",
    "De gebruiker heeft 18 maanden niet ingelogd. De koppeling is ongedaan gemaakt.",
    "The user has not logged in for 18 months. The link has been undone."};
constexpr Look look_blocked{BadgeTone::err,
                            "lock",
                            "Geblokkeerd",
                            "Blocked",
                            "Er is te vaak een verkeerde combinatie ingevuld.",
                            "A wrong combination was entered too often."};
constexpr Look look_ended{BadgeTone::neutral,
                          "x",
                          "Beëindigd",
                          "Ended",
                          "De gebruiker hoort niet meer bij de organisatie.",
                          "The user no longer belongs to the organisation."};

Look const& look(AccountState state) {
    switch (state) {
    case AccountState::registered:
        return look_registered;
    case AccountState::letter_made:
        return look_letter_made;
    case AccountState::handed_over:
        return look_handed_over;
    case AccountState::code_sent:
        return look_code_sent;
    case AccountState::code_waits:
        return look_code_waits;
    case AccountState::mail_failed:
        return look_mail_failed;
    case AccountState::linked:
        return look_linked;
    case AccountState::dormant_soon:
        return look_dormant_soon;
    case AccountState::lapsed:
        return look_lapsed;
    case AccountState::blocked:
        return look_blocked;
    case AccountState::ended:
        return look_ended;
    }
    return look_ended;
}

} // namespace

markup::Html status(AccountState state, Language language) {
    auto const found = look(state);
    return markup::badge(
        {.tone = found.tone,
         .icon = found.icon,
         .label = std::string{language == Language::dutch ? found.dutch : found.english}});
}

markup::Html status_meanings(Language language) {
    constexpr std::array states{
        AccountState::registered, AccountState::letter_made,  AccountState::handed_over,
        AccountState::code_waits, AccountState::code_sent,    AccountState::mail_failed,
        AccountState::linked,     AccountState::dormant_soon, AccountState::lapsed,
        AccountState::blocked,    AccountState::ended};
    std::vector<markup::Meaning> meanings;
    for (auto const state : states) {
        auto const found = look(state);
        meanings.push_back(
            {.term = status(state, language),
             .words = std::string{language == Language::dutch ? found.dutch_meaning
                                                              : found.english_meaning}});
    }
    return markup::meanings(meanings);
}

} // namespace web::administration
