#pragma once
#include "portal/administration/differences.h"
#include "portal/administration/users.h"

namespace portal::administration {

// What the agency's staff look at: organisations in every staff role, people only in those whose
// work it is (P8.15).
std::expected<Listing<Organisation>, Refusal> organisations(Desk const& desk,
                                                            Standing const& standing,
                                                            std::string const& search, int page,
                                                            int per_page);

struct OrganisationFile {
    Organisation organisation;
    bool shows_administrators = false;   ///< to this member of staff (P8.15)
    std::vector<UserRow> administrators; ///< who have not ended, by name
};
/// One organisation with its administrators; the look at them is kept in the journal (P8.15).
std::expected<OrganisationFile, Refusal> organisation_file(Desk const& desk, Claim const& claim,
                                                           OrganisationId const& id);

/// As far as the role reaches. A list names people: it is a look at each of them (P8.15).
std::expected<Listing<Appointment>, Refusal> appointments(Desk const& desk, Claim const& claim,
                                                          AppointmentQuery const& query);

struct AppointmentFile {
    Appointment appointment;
    std::string entered_by; ///< names
    std::optional<std::string> decided_by;
    Known known{}; ///< while it waits for a decision
    /// The appointee is who looks, or who entered it or attached its form (P8.11).
    bool of_staff_themselves = false;
    std::optional<SignedForm> form{};
    std::string form_attached_by{};
};
/// Not found for what is out of reach, as for what does not exist. The look at the appointee, and
/// at whoever is compared with him, is kept in the journal (P8.15).
std::expected<AppointmentFile, Refusal> appointment_file(Desk const& desk, Claim const& claim,
                                                         AppointmentId const& id);

} // namespace portal::administration
