#include "web/public_pages/words_of.h"

#include <array>

namespace web::public_pages {

namespace {

constexpr std::array<Passage, 7> problems{{
    {"Your eHerkenning means does not work well",
     "Contact your administrator or the supplier of your eHerkenning means."},
    {"Your eHerkenning means is broken, stolen or lost",
     "Report this to your administrator at once. He or she undoes the link with your account. You "
     "can "
     "also do so yourself with the revocation code in your letter. After that you go through the "
     "linking process again with your new eHerkenning means."},
    {"You have not logged in for 18 months",
     "Then the link of your eHerkenning means has been undone. Ask your administrator for a new "
     "activation code and go through the linking process again."},
    {"Your activation code has expired",
     "An activation code is valid for 24 hours. Ask your administrator for a new one."},
    {"Your account is blocked",
     "You entered a wrong combination of username and activation code 5 times. You can try again "
     "after 15 minutes."},
    {"The level of your eHerkenning means is too low",
     "You need an eHerkenning means of level 3 or higher, with a mandate for the service Mijn DUO. "
     "The supplier of your means can help you."},
    {"You have another problem", "Contact us. If you see a reference number, mention it."},
}};

constexpr std::array<Passage, 5> terms{{
    {"Your eHerkenning means is yours alone",
     "You use your eHerkenning means yourself. You do not give it to anyone else."},
    {"Your username and activation code are yours alone",
     "You only link with a username and an activation code that you received in person."},
    {"You handle data with care",
     "You only view and use data that you need for your work. The privacy act GDPR applies to much "
     "of it."},
    {"You report at once if something is wrong",
     "Has your eHerkenning means been stolen or lost? Or do you think that somebody else uses your "
     "account? Report it to your administrator at once."},
    {"Your organisation is responsible",
     "Your administrator decides which roles and attributes you have. When you leave or your work "
     "changes, your administrator adjusts them."},
}};

constexpr std::array<Passage, 4> privacy{{
    {"Which data we keep", "Your name, email address, telephone number and position, your roles "
                           "and attributes, the link "
                           "with your eHerkenning means, and when you log in. From eHerkenning we "
                           "receive a pseudonym, not "
                           "your name or citizen service number."},
    {"Why we do so",
     "This way we know that it is you, and what you may view and exchange for your organisation."},
    {"Who can see your data", "You, the administrator of your organisation and staff of the agency "
                              "who need it for their work. "
                              "Of every change we keep who made it and when."},
    {"Your rights",
     "You can view your data and have it corrected. You do so under My data or through your "
     "administrator."},
}};

constexpr std::array<Passage, 2> cookies{{
    {"Only what is needed",
     "We use a cookie to keep you logged in, a cookie for the way to eHerkenning and back, and a "
     "cookie for the language you choose. They disappear by themselves."},
    {"Nobody looks over your shoulder",
     "We set no cookies of others. We do not follow you on other sites."},
}};

constexpr std::array<Passage, 3> accessibility{{
    {"Usable by everyone",
     "You can do everything with a keyboard alone. The site also works without script, on a small "
     "screen, and in a dark theme."},
    {"What we have tested", "Every page has been tested automatically against the rules of WCAG "
                            "2.2, level AA. A study with "
                            "people who use a screen reader has not been done yet."},
    {"Does something not work for you?", "Contact us. We will fix it or help you in another way."},
}};

constexpr Words english{
    .sign_in = "Log in to Mijn DUO",
    .choose_sector = "Choose your sector.",
    .first_time = "Here for the first time?",
    .first_time_text =
        "You need an eHerkenning means of level 3 or higher. Your administrator "
        "registers you as a user. After that you link your eHerkenning means to your "
        "account once.",
    .problems_short = "Problems with logging in",
    .other_sector = "Choose another sector",
    .with_means = "Log in with eHerkenning",
    .with_means_text = "Mijn DUO is the secure site for exchanging data.",
    .what_needed = "What do you need?",
    .what_needed_text = "A personal eHerkenning means of level 3 or higher, with a mandate for the "
                        "service Mijn DUO.",
    .disturbance = "eHerkenning has a disturbance",
    .disturbance_text = "Logging in may not work at this moment. Try again in a few minutes.",
    .contact = "Contact",
    .contact_text =
        "Choose the sector you call or mail about. If you see a reference number, mention "
        "it.",
    .contact_mail = "Email",
    .contact_phone = "Telephone",
    .contact_hours = "We can be reached on working days from 9:00 to 17:00.",
    .revoke = "Revoke a link",
    .revoke_text =
        "Has your eHerkenning means been stolen or lost? Then revoke the link with your "
        "account. Nobody can log in to Mijn DUO with it any more. You do not need to log "
        "in for this.",
    .revoke_code = "Revocation code",
    .revoke_hint = "You will find the revocation code on the strip at the bottom of your letter",
    .revoke_help =
        "The revocation code has 10 letters and digits. If you no longer have the strip, "
        "ask your administrator to undo the link.",
    .revoke_missing = "Fill in the revocation code.",
    .revoke_typo = "Check the revocation code: 10 letters and digits, as on the strip.",
    .revoke_button = "Revoke the link",
    .revoked = "We have handled your request",
    .revoked_text =
        "If this revocation code belongs to an account, the link has now been undone. You "
        "and your administrator receive an email about it. If you have a new eHerkenning "
        "means, ask your administrator for a new activation code.",
    .signed_out = "You are logged out",
    .signed_out_text = "Close your browser if others use this computer too.",
    .session_over = "You are logged out",
    .session_over_text =
        "You were inactive for 15 minutes, or you were logged in for 4 hours. That is "
        "why we logged you out. It is safer.",
    .session_over_kept =
        "You were inactive for 15 minutes, or you were logged in for 4 hours. That is why we "
        "logged you out. What you filled in is kept with your account. After logging in you come "
        "back there.",
    .sign_in_again = "Log in again",
    .form_heading = "Your organisation has no administrator yet",
    .form_text = "The competent authority appoints an administrator with a form. Fill in the form, "
                 "print it and have the competent authority sign it. Then send it to us.",
    .form_link = "Form Appointment and change of administrator (PDF)",
    .problems = {"Problems with logging in", "Does logging in not work? See below what you can do.",
                 problems},
    .terms = {"Terms of use", "These terms apply to everyone who uses Mijn DUO.", terms},
    .privacy = {"Privacy", "This is how we handle your data.", privacy},
    .cookies = {"Cookies", "Cookies are small files that your browser keeps.", cookies},
    .accessibility = {"Accessibility", "We want everyone to be able to use Mijn DUO.",
                      accessibility},
};

} // namespace

Words const& english_words() { return english; }

Words const& words(portal::Language language) {
    return language == portal::Language::dutch ? dutch_words() : english_words();
}

} // namespace web::public_pages
