#pragma once
#include "portal/administration/appointments.h"
#include "web/administration/person_form.h"
#include "web/agency/frame.h"

namespace web::agency {

/// The signed form as it is copied, with what is wrong with each field.
struct AppointmentForm {
    markup::FieldState organisation{};
    markup::FieldState kvk{};
    markup::FieldState rsin{};
    markup::FieldState sector{}; ///< only its error
    std::vector<std::string> sectors{};
    std::vector<std::pair<std::string, markup::FieldState>> attributes{}; ///< of each type
    markup::FieldState signatory{};
    administration::PersonForm person{};
    markup::FieldState role{}; ///< only its error
    std::vector<std::string> roles{};
    std::vector<portal::OwnedAttribute> owned{}; ///< read from the lines

    markup::Mistakes mistakes() const;
};

AppointmentForm blank_appointment(Context const& context);
/// Nothing when it holds a field, sector or role that the page does not have (D5).
std::optional<AppointmentForm> read_appointment(Context const& context);
/// Only of a form without mistakes.
portal::Appointment appointment_of(AppointmentForm const& form, portal::AccountId const& by);

/// P8.11: says at its field why the form was not taken; false when no field is to blame.
bool point_out(Context const& context, AppointmentForm& form,
               portal::administration::NotAppointed const& why);

markup::Html appointment_fields(Context const& context, AppointmentForm const& form);

} // namespace web::agency
