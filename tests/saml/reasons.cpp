#include "saml/support/changes.h"

/// Which of the reasons of P3.3 the visitor is told, and the bounds that come with the request.
namespace {

using hostile::attribute;
using world::failing;
using world::with_attribute;
using world::with_level;

struct Reason {
    world::Case row;
    portal::Rejection reason;
};

TEST(P3_3_Reasons, the_visitor_is_told_why_where_there_is_something_to_tell) {
    using enum portal::Rejection;
    std::vector<Reason> const table{
        {failing("", "Responder", "AuthnFailed", ""), cancelled},
        {failing("", "Requester", "AuthnFailed", ""), cancelled},
        {failing("", "Requester", "RequestUnsupported", ""), not_served},
        {failing("", "Responder", "", ""), message_refused},
        {with_level("", "urn:etoegang:core:assurance-class:loa2plus", ""), level_too_low},
        {with_level("", "urn:etoegang:core:assurance-class:loa9", ""), message_refused},
        {with_attribute("", attribute("urn:etoegang:core:IntermediateSubjectID", {"x"}), ""),
         chain_mandate},
        {with_attribute("", attribute("x", {"<b></b>"}), ""), message_refused}};
    for (auto const& [row, reason] : table) {
        auto login = world::login();
        row.change(login);
        auto const received = world::by_artifact(login);
        ASSERT_FALSE(received);
        EXPECT_EQ(received.error().reason, reason) << received.error().detail;
    }
}

TEST(P1_Requests, are_answered_within_30_minutes_and_not_a_microsecond_later) {
    using std::chrono::microseconds;
    using std::chrono::minutes;
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = world::broker(std::move(settings));
    auto const posted = hostile::base64(hostile::response(world::login()));
    auto pending = world::pending();
    pending.departed_at = world::now() - minutes{30};
    EXPECT_EQ(world::outcome(broker->receive_posted(posted, pending, world::now())), "let in");
    pending.departed_at -= microseconds{1};
    EXPECT_EQ(world::outcome(broker->receive_posted(posted, pending, world::now())),
              "9.8 request too old");
}

TEST(P3_2_Levels, a_request_for_level_4_is_not_answered_by_level_3) {
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = world::broker(std::move(settings));
    auto pending = world::pending();
    pending.minimum_level = portal::AssuranceLevel::loa4;
    auto const refused = broker->receive_posted(hostile::base64(hostile::response(world::login())),
                                                pending, world::now());
    EXPECT_EQ(world::outcome(refused), "9.13 level");
}

TEST(P3_2_Levels, a_request_never_asks_for_less_than_the_installation_does) {
    auto login = world::login();
    login.level = "urn:etoegang:core:assurance-class:loa2";
    auto settings = world::settings();
    settings.post_binding = true;
    auto const broker = world::broker(std::move(settings));
    auto pending = world::pending();
    pending.minimum_level = portal::AssuranceLevel::loa1;
    EXPECT_EQ(world::outcome(broker->receive_posted(hostile::base64(hostile::response(login)),
                                                    pending, world::now())),
              "9.13 level");
}

} // namespace
