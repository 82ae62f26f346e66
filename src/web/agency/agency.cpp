#include "web/agency/agency.h"

#include "web/agency/pages.h"

#include <array>

namespace web::agency {

namespace {

using http::Method;

constexpr auto who = Who::staff;

constexpr std::array<Route, 18> table{{
    {Method::get, "/dienst", who, desk},
    {Method::get, "/dienst/sleutels", who, keys},
    {Method::get, "/dienst/organisaties", who, organisations},
    {Method::get, "/dienst/organisaties/{}", who, organisation},
    {Method::post, "/dienst/organisaties/{}/beheerders/{}/brief", who, first_letter},
    {Method::post, "/dienst/organisaties/{}/beheerders/{}/code", who, first_code},
    {Method::get, "/dienst/organisaties/{}/beheerders/{}/ontkoppelen", who,
     administrator_unlinking},
    {Method::post, "/dienst/organisaties/{}/beheerders/{}/ontkoppelen", who,
     administrator_unlinking_sent},
    {Method::get, "/dienst/organisaties/{}/beheerders/{}/beeindigen", who, administrator_ending},
    {Method::post, "/dienst/organisaties/{}/beheerders/{}/beeindigen", who,
     administrator_ending_sent},
    {Method::get, "/dienst/aanmeldingen", who, appointments},
    {Method::get, "/dienst/aanmeldingen/nieuw", who, new_appointment},
    {Method::post, "/dienst/aanmeldingen/nieuw", who, new_appointment_sent},
    {Method::get, "/dienst/aanmeldingen/{}", who, appointment},
    {Method::get, "/dienst/aanmeldingen/{}/formulier", who, signed_form},
    {.method = Method::post,
     .path = "/dienst/aanmeldingen/{}/formulier",
     .who = who,
     .page = signed_form_sent,
     .file = "formulier",
     .before_file = signed_form_unwanted},
    {Method::post, "/dienst/aanmeldingen/{}/goedkeuren", who, approved},
    {Method::post, "/dienst/aanmeldingen/{}/afwijzen", who, declined},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::agency
