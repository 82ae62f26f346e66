#pragma once
#include "portal/administration/users.h"

namespace portal::administration {

// What the agency's staff look at. Looking is for every staff role.
std::expected<Listing<Organisation>, Refusal> organisations(Desk const& desk,
                                                            Standing const& standing,
                                                            std::string const& search, int page,
                                                            int per_page);

struct OrganisationFile {
    Organisation organisation;
    std::vector<UserRow> administrators; ///< who have not ended, by name
};
/// One organisation with its administrators; the look at them is kept in the journal (P8.5).
std::expected<OrganisationFile, Refusal> organisation_file(Desk const& desk, Claim const& claim,
                                                           OrganisationId const& id);

std::expected<std::vector<Appointment>, Refusal>
appointments(Desk const& desk, Standing const& standing, AppointmentState state);

struct AppointmentFile {
    Appointment appointment;
    std::string entered_by; ///< names
    std::optional<std::string> decided_by;
    std::optional<Organisation> known; ///< the organisation that has the number already
    std::optional<SignedForm> form{};
    std::string form_attached_by{};
};
std::expected<AppointmentFile, Refusal> appointment_file(Desk const& desk, Claim const& claim,
                                                         AppointmentId const& id);

} // namespace portal::administration
