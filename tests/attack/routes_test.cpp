#include "support/crowd.h"

/// security.md D3: what belongs to others, for every kind of visitor.
namespace {

using attack::filled;
using attack::said;
using attack::Visitor;
using http::Method;

class Routes : public attack::Crowd {};

TEST_F(Routes, D3_the_control_own_users_are_there) {
    Visitor visitor{portal};
    visitor.as(administrator);
    EXPECT_EQ(visitor.get("/beheer/gebruikers/sanne").status, 200);
    EXPECT_EQ(visitor.get("/beheer/gebruikers/sanne/brief").status, 200);
    EXPECT_EQ(visitor.get("/beheer/gebruikers/sanne/ontkoppelen").status, 200);
    EXPECT_EQ(visitor.get("/beheer/gebruikers/vreemd-01").status, 404);
    Visitor desk{portal};
    desk.as(staff);
    EXPECT_EQ(desk.get("/dienst/organisaties/berkenveld").status, 200);
}

TEST_F(Routes, D3_foreign_and_absent_users_answer_alike_to_every_actor) {
    account_version(foreign);
    account_version(waiting);
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (!route.path.starts_with("/beheer/") || route.path.find("{}") == std::string::npos)
                return;
            auto const absent =
                sent(visitor, route, filled(route.path, {"afwezig-1", grant.text()}));
            auto const words = said(visitor, absent, "afwezig-1");
            EXPECT_TRUE(absent.status >= 401 || absent.status == 303) << name << route.path;
            for (std::string const id : {"vreemd-01", "wachter-1"}) {
                auto const found = sent(visitor, route, filled(route.path, {id, grant.text()}));
                EXPECT_EQ(said(visitor, found, id), words) << name << ' ' << route.path;
            }
        });
    EXPECT_TRUE(untouched(foreign));
    EXPECT_TRUE(untouched(waiting));
    EXPECT_TRUE(portal.world.mails().empty());
    EXPECT_TRUE(portal.world.press.printed.empty());
}

TEST_F(Routes, D3_a_foreign_role_under_an_own_user_answers_like_an_absent_one) {
    Visitor visitor{portal};
    visitor.as(administrator);
    at_every_route([&](web::Route const& route) {
        if (route.path != "/beheer/gebruikers/{}/rollen/{}/intrekken")
            return;
        auto const absent = sent(visitor, route, filled(route.path, {"sanne", "niet-bestaand"}));
        auto const found = sent(visitor, route, filled(route.path, {"sanne", grant.text()}));
        EXPECT_EQ(absent.status, 404);
        EXPECT_EQ(said(visitor, found, grant.text()), said(visitor, absent, "niet-bestaand"));
    });
    EXPECT_TRUE(untouched(foreign));
}

TEST_F(Routes, D3_the_agencys_pages_know_only_what_stands_in_the_address) {
    account_version(waiting);
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (!route.path.starts_with("/dienst/") || route.path.find("{}") == std::string::npos)
                return;
            // An organisation that is there with somebody of another one.
            auto const absent =
                sent(visitor, route, filled(route.path, {"afwezig-1", "niemand-1"}));
            auto const crossed =
                sent(visitor, route, filled(route.path, {"lindenhof", "wachter-1"}));
            auto const nobody =
                sent(visitor, route, filled(route.path, {"lindenhof", "niemand-1"}));
            EXPECT_TRUE(absent.status >= 401 || absent.status == 303) << name << route.path;
            EXPECT_TRUE(name != "staff" || absent.status == 404) << route.path;
            EXPECT_EQ(said(visitor, crossed, "wachter-1"), said(visitor, nobody, "niemand-1"))
                << name << ' ' << route.path;
        });
    EXPECT_TRUE(untouched(waiting));
    EXPECT_TRUE(portal.world.mails().empty());
}

TEST_F(Routes, D3_each_room_opens_for_whom_it_is) {
    for (auto& [name, visitor] : everybody())
        at_every_route([&](web::Route const& route) {
            if (route.method != Method::get)
                return;
            auto const response = visitor.get(filled(route.path, {"abc", "1"}));
            auto const expect_away = [&](int status) {
                EXPECT_EQ(response.status, status) << name << ' ' << route.path;
            };
            auto const expect_not_asked = [&] {
                EXPECT_NE(response.status, 401) << name << ' ' << route.path;
            };
            using web::Who;
            if (route.who == Who::anyone)
                expect_not_asked();
            else if (name == "stranger")
                expect_away(401);
            else if (name == "unlinked" && route.who != Who::signed_in)
                expect_away(303);
            else if (route.who == Who::administrator && name != "administrator")
                expect_away(403);
            else if (route.who == Who::staff && name != "staff")
                expect_away(403);
            else
                expect_not_asked();
        });
}

TEST_F(Routes, D3_a_receipt_is_its_senders) {
    portal.world.archive->change([&](portal::Records& records) {
        records.add(portal::forms::Submission{.receipt = "ONTVANGST1",
                                              .key = "sleutel",
                                              .account = foreign.id,
                                              .organisation = portal.neighbour.id,
                                              .task = portal.world.catalogue.tasks.front().code,
                                              .values = {},
                                              .sent_at = portal.world.now});
    });
    auto const path = "/taken/" + portal.world.catalogue.tasks.front().code + "/ontvangst/";
    Visitor sender{portal};
    EXPECT_EQ(sender.as(foreign).get(path + "ONTVANGST1").status, 200);
    Visitor other{portal};
    other.as(portal.sanne);
    auto const found = other.get(path + "ONTVANGST1");
    EXPECT_EQ(found.status, 404);
    EXPECT_EQ(said(other, found, "ONTVANGST1"),
              said(other, other.get(path + "AFWEZIG-01"), "AFWEZIG-01"));
}

} // namespace
