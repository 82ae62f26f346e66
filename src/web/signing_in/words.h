#pragma once
#include "portal/language.h"

#include <string_view>

namespace web::signing_in {

struct RefusalWords {
    std::string_view heading;
    std::string_view explanation;
    std::string_view advice;
};

struct Words {
    std::string_view leaving, leaving_text, leaving_button;
    RefusalWords cancelled, level_too_low, chain_mandate, not_served, broker_unavailable,
        message_refused, departure_unknown, account_ended, organisation_ended, another_kvk_number,
        level_four_not_reached, not_again, another_person, busy;
    std::string_view busy_back, busy_again, try_again, to_overview, to_problems;
    std::string_view choose, choose_text, choose_legend, choose_missing, choose_button;
    std::string_view switching, switching_text, current_account;
};

Words const& words(portal::Language language);

} // namespace web::signing_in
