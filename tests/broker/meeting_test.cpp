#include "broker/meeting.h"
#include "broker/messages/pseudonym.h"

namespace {

using bench::Meeting;
using bench::reason;

class MeetingByPost : public Meeting {
protected:
    MeetingByPost()
        : Meeting(true) {}
};

/// Somebody with a means of level 4.
bench::Form joke_mol() {
    return {{"persoon", "anders"}, {"naam", "Joke Mol"}, {"kvk", "12345678"}, {"niveau", "loa4"}};
}

TEST_F(Meeting, the_portal_lets_an_invented_person_in) {
    auto const arrived = arrival({{"persoon", "1"}});
    ASSERT_TRUE(arrived) << arrived.error().detail;
    EXPECT_EQ(arrived->identity.pseudonym,
              broker::pseudonym("anja-de-wit", "90000001", bench::sp_entity));
    EXPECT_EQ(arrived->identity.kvk.text(), "90000001");
    EXPECT_EQ(arrived->rsin, "900000016");
    EXPECT_EQ(arrived->organisation_name, "Scholengroep Lindenhof");
    EXPECT_EQ(arrived->level, portal::AssuranceLevel::loa3);
}

TEST_F(Meeting, the_portal_notices_who_cancels_and_who_has_too_low_a_means) {
    EXPECT_EQ(reason(arrival({{"annuleren", "ja"}})), portal::Rejection::cancelled);
    EXPECT_EQ(reason(arrival({{"persoon", "10"}})), portal::Rejection::level_too_low);
}

TEST_F(Meeting, P3_2_a_request_for_level_4_is_shown_to_the_visitor_and_held_to) {
    auto const high = receive(sign_in(joke_mol(), portal::AssuranceLevel::loa4));
    ASSERT_TRUE(high) << high.error().detail;
    EXPECT_EQ(high->level, portal::AssuranceLevel::loa4);
    EXPECT_NE(chooser_.find("betrouwbaarheidsniveau 4"), std::string::npos) << chooser_;
    EXPECT_EQ(reason(receive(sign_in({{"persoon", "1"}}, portal::AssuranceLevel::loa4))),
              portal::Rejection::level_too_low);
    sign_in({{"persoon", "1"}});
    EXPECT_EQ(chooser_.find("betrouwbaarheidsniveau 4"), std::string::npos);
    EXPECT_NE(chooser_.find("betrouwbaarheidsniveau 3"), std::string::npos);
}

TEST_F(Meeting, the_portal_is_refused_when_it_comes_back_with_a_used_artifact) {
    auto const back = sign_in({{"persoon", "1"}});
    EXPECT_TRUE(receive(back));
    EXPECT_FALSE(receive(back));
}

TEST_F(MeetingByPost, the_portal_lets_somebody_in_by_a_form) {
    auto const arrived = receive_posted(sign_in({{"persoon", "1"}}));
    ASSERT_TRUE(arrived) << arrived.error().detail;
    EXPECT_EQ(arrived->identity.kvk.text(), "90000001");
}

} // namespace
