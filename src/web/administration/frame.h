#pragma once
#include "markup/alert.h"
#include "web/administration/words.h"
#include "web/frame.h"

#include <initializer_list>

namespace web::administration {

inline Words const& said(Context const& context) { return words(context.language); }

enum class Place { users, registration };

struct RoomPage {
    std::string title;
    markup::Html main; ///< with its h1
    Place place = Place::users;
    std::vector<markup::Crumb> trail{}; ///< between the overview and this page
    std::vector<markup::Mistake> mistakes{};
    bool keeps_form = false; ///< see web/kept_form.h
};
/// A page with the menu of the administrator; 422 and a summary on top when there are mistakes.
http::Response room_page(Context const& context, RoomPage page, int status = 200);

/// What was just done, from the allow-listed code in the address.
markup::Html what_was_done(Context const& context);

/// D5: a form that grants something brings the fields that it has, once each, and no others.
bool has_only(Context const& context, std::initializer_list<std::string_view> names);

/// "of annuleren", back to where the form was opened.
markup::Html cancel_link(Context const& context, markup::Url const& to);

} // namespace web::administration
