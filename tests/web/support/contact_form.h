#pragma once
#include "inside_house.h"

/// The form of the example catalogue with two steps, and what fills it in.
namespace contact_form {

using Fields = std::vector<std::pair<std::string, std::string>>;

inline constexpr auto funding = "medewerker-bekostiging";
inline std::string const form = "/taken/contactpersoon-bekostiging";

inline Fields const first{
    {"bestuursnummer", "41234"}, {"naam", "Kees Jansen"}, {"functie", ""}, {"taak", "alles"}};
inline Fields const second{{"email", "kees@lindenhof.example"},
                           {"telefoon", "070 123 45 67"},
                           {"ingangsdatum", "01-12-2026"},
                           {"toestemming", "ja"}};

/// Fills in both steps and returns the summary.
inline std::string filled_in(inside::Browser& browser) {
    browser.post(form + "/start");
    browser.post(form + "/stap/1", first);
    return browser.page(inside::location(browser.post(form + "/stap/2", second)));
}

/// What the button of this summary sends.
inline Fields sending(std::string const& summary) {
    return {{"sleutel", inside::hidden(summary, "sleutel")},
            {"gezien", inside::hidden(summary, "gezien")}};
}

/// With another value in one field.
inline Fields with(Fields fields, std::string const& name, std::string const& value) {
    for (auto& field : fields)
        if (field.first == name)
            field.second = value;
    return fields;
}

} // namespace contact_form
