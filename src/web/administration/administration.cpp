#include "web/administration/administration.h"

#include "web/administration/pages.h"

#include <array>

namespace web::administration {

namespace {

using http::Method;

constexpr auto who = Who::administrator;

constexpr std::array<Route, 18> table{{
    {Method::get, "/beheer/gebruikers", who, user_list},
    {Method::get, "/beheer/gebruikers/registreren", who, registration},
    {Method::post, "/beheer/gebruikers/registreren", who, registration_sent, true,
     keep_registration},
    {Method::get, "/beheer/gebruikers/{}", who, user},
    {Method::get, "/beheer/gebruikers/{}/brief", who, letter},
    {Method::post, "/beheer/gebruikers/{}/brief", who, letter_made},
    {Method::get, "/beheer/gebruikers/{}/uitreiken", who, hand_over},
    {Method::post, "/beheer/gebruikers/{}/uitreiken", who, hand_over_sent},
    {Method::post, "/beheer/gebruikers/{}/code", who, code_sent},
    {Method::post, "/beheer/gebruikers/{}/blokkade-opheffen", who, block_lifted},
    {Method::get, "/beheer/gebruikers/{}/ontkoppelen", who, unlinking},
    {Method::post, "/beheer/gebruikers/{}/ontkoppelen", who, unlinking_sent},
    {Method::get, "/beheer/gebruikers/{}/beeindigen", who, ending},
    {Method::post, "/beheer/gebruikers/{}/beeindigen", who, ending_sent},
    {Method::get, "/beheer/gebruikers/{}/rollen/toekennen", who, granting},
    {Method::post, "/beheer/gebruikers/{}/rollen/toekennen", who, granting_sent},
    {Method::get, "/beheer/gebruikers/{}/rollen/{}/intrekken", who, withdrawal},
    {Method::post, "/beheer/gebruikers/{}/rollen/{}/intrekken", who, withdrawal_sent},
}};

} // namespace

std::span<Route const> routes() { return table; }

} // namespace web::administration
