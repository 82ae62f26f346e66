#pragma once
#include "markup/field.h"

#include <string_view>

namespace broker::pages {

enum class Language { dutch, english };

/// Everything the test broker says to a visitor, in one language. A sentence with a name in the
/// middle is cut there.
struct Words {
    std::string_view language;
    std::string_view other_language;
    std::string_view other_language_name;
    markup::FormWords form;
    std::string_view to_content;
    std::string_view simulation;
    std::string_view owner;
    std::string_view not_recognised;
    std::string_view no_real_data;
    std::string_view mistakes;
    std::string_view mistake_in_title;
    std::string_view go_on;
    std::string_view cancel;

    // Choosing a supplier (manual 1.2, step 1b).
    std::string_view choose_how;
    std::string_view sign_in_at;
    std::string_view for_service;
    std::string_view means_needed;
    std::string_view after_level;
    std::string_view accepted_levels;
    std::string_view supplier;
    std::string_view supplier_hint;
    std::string_view make_a_choice;
    std::string_view test_supplier;
    std::string_view remember;
    std::string_view remember_warning;
    std::string_view no_means;
    std::string_view website;
    std::string_view apply_there;
    std::string_view supplier_missing;

    // The means.
    std::string_view sign_in_with;
    std::string_view means_explained;
    std::string_view invented_people;
    std::string_view sign_in;
    std::string_view sign_in_as;
    std::string_view number;
    std::string_view level;
    std::string_view more_organisations_too;

    // Anybody else.
    std::string_view somebody_else;
    std::string_view somebody_else_explained;
    std::string_view name;
    std::string_view name_hint;
    std::string_view name_missing;
    std::string_view pseudonym;
    std::string_view pseudonym_hint;
    std::string_view pseudonym_wrong;
    std::string_view kvk;
    std::string_view kvk_hint;
    std::string_view kvk_wrong;
    std::string_view organisation_name;
    std::string_view branch;
    std::string_view branch_hint;
    std::string_view branch_wrong;
    std::string_view other_organisations;
    std::string_view other_organisations_hint;
    std::string_view other_organisations_wrong;
    std::string_view assurance_level;
    std::string_view level_wrong;

    // Several mandates.
    std::string_view on_behalf_of_whom;
    std::string_view organisation;
    std::string_view organisation_missing;

    // Back to the service provider.
    std::string_view back;
    std::string_view back_explained;

    // What went wrong.
    std::string_view refused;
    std::string_view refused_explained;
    std::string_view technical_reason;
    std::string_view incident_code;
    std::string_view over;
    std::string_view over_explained;
    std::string_view not_found;
    std::string_view not_found_explained;

    // The first page.
    std::string_view about;
    std::string_view about_explained;
    std::string_view metadata;

    // The switches.
    std::string_view switches;
    std::string_view switches_explained;
    std::string_view switch_is_on;
    std::string_view to_switches;
    std::string_view which_switch;
    std::string_view no_switch;
    std::string_view no_switch_explained;
    std::string_view portal_shows;
    std::string_view delay;
    std::string_view delay_hint;
    std::string_view delay_wrong;
    std::string_view unknown_switch;
    std::string_view set_switch;
};

Words const& words_in(Language language);

} // namespace broker::pages
