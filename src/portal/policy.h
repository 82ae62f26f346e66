#pragma once
#include "foundation/instant.h"
#include "portal/identity.h"

#include <chrono>
#include <cstddef>

namespace portal {

/// The numbers of the manual and the product rules, in one place. All periods are half-open:
/// something that lasts until t does not last at t.
struct Policy {
    int attempts_by_person = 5;                                   ///< manual 1.3, P2.10
    int attempts_on_account = 10;                                 ///< P2.10
    foundation::Duration block = std::chrono::minutes{15};        ///< manual 1.3, P2.10
    foundation::Duration code_lasts = std::chrono::hours{24};     ///< manual 1.2 and 1.3, P2.7
    int dormancy_months = 18;                                     ///< manual 1.5, P3.4
    AssuranceLevel least_level = AssuranceLevel::loa3;            ///< manual 1.1, P3.2
    foundation::Duration session_idle = std::chrono::minutes{15}; ///< P3.5
    foundation::Duration session_total = std::chrono::hours{4}; ///< P3.5, the scheme's norm 4.1.1.1
    bool staff_have_own_door = false; ///< P8.1: staff sign in at the agency's identity provider
    foundation::Duration staff_session_idle = std::chrono::minutes{15}; ///< P8.1
    foundation::Duration staff_session_total = std::chrono::hours{4};   ///< P8.1
    foundation::Duration session_warning = std::chrono::minutes{2}; ///< P3.5: warned so long ahead
    /// P3.5: so long after its end a session may still keep what was typed, and nothing else.
    foundation::Duration ended_session_keeps = std::chrono::hours{24};
    foundation::Duration departure_lasts = std::chrono::minutes{30};  ///< eherkenning.md 5.2
    foundation::Duration address_code_lasts = std::chrono::hours{24}; ///< P5.1
    int address_code_attempts = 5;                                    ///< P5.1
    int codes_an_hour = 5;              ///< P2.17: activation codes for one account
    int codes_sent_an_hour = 100;       ///< P2.17: activation codes by one administrator
    int mails_to_address_a_day = 20;    ///< P2.17: registrations and codes, whoever makes them
    int address_codes_an_hour = 5;      ///< P2.17: to new addresses, asked by one account
    int address_codes_by_one_a_day = 2; ///< P2.17: to one new address, asked by one account
    int address_codes_a_day = 6;        ///< P2.17: to one new address, whoever asks
    int code_requests_an_hour = 5;      ///< P2.17: by one unlinked person, username true or not
    int registrations_an_hour = 100;    ///< P2.17: by one administrator, each with a mail
    int bulk_mails_a_minute = 600;      ///< P8.12: on all nodes together
    int never_linked_days = 60;         ///< P3.4
    std::size_t signed_form_bytes = std::size_t{5} * 1024 * 1024; ///< P2.1
    /// P8.9: the scan is erased so long after the appointment was declined, and so long after the
    /// administrator it made has ended (or it was attached, when nobody decides).
    foundation::Duration declined_form_kept = std::chrono::days{90};
    foundation::Duration signed_form_kept = std::chrono::days{365};
    int broker_failures = 5; ///< decision 0072: so many calls without an answer open the circuit
    foundation::Duration broker_rest = std::chrono::seconds{30}; ///< decision 0072: until a trial
    /// P2.17: notices of one kind to one person are one mail. What can wait waits so long for more
    /// of its kind; what cannot leaves at once, and what comes within so long behind it is
    /// gathered.
    static constexpr foundation::Duration gathering = std::chrono::minutes{10};
    /// And such a mail comes no sooner than so long after the one before it.
    static constexpr foundation::Duration between_notices = std::chrono::hours{1};
    static constexpr std::size_t names_in_a_mail = 50; ///< of a gathered one; then "and others"
    /// P8.15: so long a look at somebody counts for the same page of the same session.
    static constexpr foundation::Duration look_counts_for = std::chrono::minutes{10};
    /// Decision 0169: so long pressing the button of the same page again gives the same answer.
    static constexpr foundation::Duration same_answer = std::chrono::minutes{10};
    int disclaimer_version = 1; ///< P2.9: kept with what was agreed to
    int terms_version = 1;      ///< P2.9: asked again when it rises
};

} // namespace portal
