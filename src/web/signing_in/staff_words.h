#pragma once
#include "web/signing_in/words.h"

namespace web::signing_in {

struct StaffWords {
    std::string_view leaving, leaving_text, leaving_button;
    RefusalWords cancelled, not_strong_enough, provider_refuses, message_refused, departure_unknown,
        no_role, account_ended, another_person, own_door;
    std::string_view try_again, to_staff_door, to_desk, to_start;
};

StaffWords const& staff_words(portal::Language language);

} // namespace web::signing_in
