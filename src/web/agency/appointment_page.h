#pragma once
#include "web/agency/frame.h"

namespace web::agency {

using portal::administration::AppointmentFile;

/// The case that the address names; nothing when there is none.
std::optional<AppointmentFile> appointment_in_path(Context const& context);

/// What went wrong with what was just sent from the page of a case.
struct AppointmentReply {
    markup::FieldState reason{}; ///< of declining
    markup::FieldState scan{};   ///< only its error
    std::string refused{};
};
http::Response show_appointment(Context const& context, AppointmentFile const& file,
                                AppointmentReply const& reply = {});

http::Response to_appointment(portal::AppointmentId const& id, std::string_view done);

/// What the form says; with how it stands to what is known, while somebody has to decide.
markup::Html appointment_data(Context const& context, AppointmentFile const& file,
                              portal::administration::Differences const* found);
/// Whoever of the organisation may be the appointee, beside what the form says.
markup::Html known_people(Context const& context, AppointmentFile const& file,
                          std::vector<portal::administration::PersonCompared> const& people);
/// P8.11: the value and whose it is.
std::string value_elsewhere(Context const& context, portal::HeldValue const& held);

/// The signed form of a case: the scan to open, the field to attach it, or that it was erased.
markup::Html signed_form_section(Context const& context, AppointmentFile const& file,
                                 markup::FieldState const& scan);

} // namespace web::agency
