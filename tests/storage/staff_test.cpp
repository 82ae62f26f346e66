#include "storage/samples.h"

namespace storage {
namespace {

using namespace portal;
using namespace samples;

class Staff : public OnTheArchive {};
ON_BOTH_DATABASES(Staff);

StaffIdentity const femke{.issuer = "https://idp", .subject = "femke"};

TEST_P(Staff, P8_1_an_account_is_found_by_issuer_and_subject_to_the_letter) {
    change([](Records& records) { records.add(femke, account_id()); });
    change([](Records& records) {
        EXPECT_EQ(records.staff_account_for_change(femke).value().id, account_id());
        EXPECT_FALSE(records.staff_account_for_change({"https://idp", "Femke"}));
        EXPECT_FALSE(records.staff_account_for_change({"https://idp2", "femke"}));
    });
}

TEST_P(Staff, P8_1_a_person_is_one_account_and_an_account_one_person) {
    change([](Records& records) {
        records.add(account("gijs", 9));
        records.add(femke, account_id());
    });
    EXPECT_ANY_THROW(change([](Records& records) { records.add(femke, account_id("gijs")); }));
    EXPECT_ANY_THROW(
        change([](Records& records) { records.add({"https://idp", "gijs"}, account_id()); }));
}

TEST_P(Staff, P8_1_a_session_remembers_its_door) {
    change([](Records& records) {
        auto by_agency = session("one", "anna");
        by_agency.door = Door::agency;
        records.add(by_agency);
        records.add(session("two", "anna"));
    });
    look([](Records& records) {
        EXPECT_EQ(session_in(records, "one").value().door, Door::agency);
        EXPECT_EQ(session_in(records, "two").value().door, Door::eherkenning);
    });
}

TEST_P(Staff, P8_1_sessions_are_swept_by_the_limits_of_their_door) {
    Policy policy;
    policy.staff_session_idle = 5min;
    policy.ended_session_keeps = 1min;
    change([&](Records& records) {
        for (auto const& [digest, door, age] : {std::tuple{"staff-live", Door::agency, 6min - 1s},
                                                {"staff-over", Door::agency, 6min},
                                                {"user-live", Door::eherkenning, 16min - 1s},
                                                {"user-over", Door::eherkenning, 16min}}) {
            auto one = session(digest, "anna");
            one.door = door;
            one.started_at = one.seen_at = now - age;
            records.add(one);
        }
        records.sweep(policy, now);
    });
    look([](Records& records) {
        EXPECT_TRUE(session_in(records, "staff-live"));
        EXPECT_FALSE(session_in(records, "staff-over"));
        EXPECT_TRUE(session_in(records, "user-live"));
        EXPECT_FALSE(session_in(records, "user-over"));
    });
}

TEST_P(Staff, P8_1_who_comes_by_the_staff_door_is_never_reported_as_never_linked) {
    auto const found = [&] {
        return look([](Records& records) {
            return records.never_linked_since(now + std::chrono::days{365}, "", 10).accounts.size();
        });
    };
    EXPECT_EQ(found(), 1U);
    change([](Records& records) { records.add(femke, account_id()); });
    EXPECT_EQ(found(), 0U);
}

} // namespace
} // namespace storage
