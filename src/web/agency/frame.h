#pragma once
#include "markup/alert.h"
#include "portal/administration/organisations.h"
#include "web/agency/words.h"
#include "web/frame.h"

namespace web::agency {

inline Words const& said(Context const& context) { return words(context.language); }

enum class Place { desk, organisations, appointments, keys };

struct RoomPage {
    std::string title;
    markup::Html main; ///< with its h1
    Place place = Place::desk;
    std::vector<markup::Crumb> trail{}; ///< between the agency's first page and this one
    std::vector<markup::Mistake> mistakes{};
};
/// A page with the menu of the staff; 422 and a summary on top when there are mistakes.
http::Response room_page(Context const& context, RoomPage page, int status = 200);

/// What was just done, from the allow-listed code in the address.
markup::Html what_was_done(Context const& context);

bool allowed(Context const& context, portal::administration::Action action);

inline constexpr int per_page = 25; ///< of each list
/// From the address; 1 when that names none.
int page_asked(Context const& context);

// Names of the catalogue, joined by commas.
std::string sectors_in_words(Context const& context, std::vector<std::string> const& codes);
std::string roles_in_words(Context const& context, std::vector<std::string> const& codes);
markup::Html attributes_in_words(Context const& context,
                                 std::vector<portal::OwnedAttribute> const& attributes);

/// The appointments as a table.
markup::Html appointment_table(Context const& context,
                               std::vector<portal::Appointment> const& appointments);

} // namespace web::agency
