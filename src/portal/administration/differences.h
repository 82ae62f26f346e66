#pragma once
#include "portal/archive.h"

#include <optional>
#include <string>
#include <vector>

namespace portal::administration {

/// What is known of what an appointment names: read in the transaction that shows it or decides on
/// it.
struct Known {
    std::optional<Organisation> organisation{};     ///< that the administrator joins
    std::vector<std::string> administrator_roles{}; ///< which somebody there holds today
    std::vector<Account> people{};      ///< of it, with the appointee's name or mail address
    std::vector<HeldValue> elsewhere{}; ///< values that belong to another organisation (P8.11)
};

/// The organisation that has the number already; the agency's own is nobody's to join.
std::optional<Organisation> joined_by(Records& records, Appointment const& appointment);
/// Of the values on the form the ones that the organisation has not, and another has.
std::vector<HeldValue> held_by_others(Records& records, Appointment const& appointment,
                                      std::optional<Organisation> const& joined);
Known known_about(Records& records, Appointment const& appointment, foundation::Instant now);

/// How something on the form stands to what is known.
enum class Mark {
    there,         ///< as it is known
    added,         ///< not known yet
    differs,       ///< known otherwise
    held_elsewhere ///< belongs to another organisation
};
struct Compared {
    Mark mark = Mark::there;
    std::string known{}; ///< how it is known, where it differs; whose it is, where held elsewhere
    friend bool operator==(Compared const&, Compared const&) = default;
};

/// Somebody of the organisation who may be the appointee.
struct PersonCompared {
    Account account;
    Compared name{};
    Compared address{};
    Compared phone{};
    Compared function{};
    std::vector<Compared> roles{}; ///< as those of the appointment
};

/// P8.10, P8.11: what the approver has to see. The lists go by the order of the appointment.
struct Differences {
    Compared name{};
    Compared rsin{};
    std::vector<Compared> sectors{};
    std::vector<Compared> values{};
    std::vector<Compared> roles{};
    std::vector<PersonCompared> people{};
};
/// Pure.
Differences differences(Appointment const& appointment, Known const& known);

} // namespace portal::administration
