#include "delivery/couriers.h"

#include <set>
#include <stop_token>

/// How a courier goes through what it took: within its lease, until the program ends (P8.14).
namespace couriers {
namespace {

using delivery::Reception;
using CourierRound = CourierTest;

TEST_F(CourierRound, takes_fifty_and_stops_in_time_to_keep_within_its_lease) {
    for (int i = 0; i < 60; ++i)
        shelf.add("m" + std::to_string(100 + i), mail(MailKind::linked));
    EXPECT_EQ(courier.run_once(noon), 50);

    doorstep.takes = 30s; // a server that needs all the time it gets
    doorstep.parcels.clear();
    courier.run_once(noon + 1h);
    EXPECT_EQ(doorstep.parcels.size(), 3U); // 30, 60, 90 seconds; a fourth could end past the lease
    courier.run_once(noon + 1h + 1s);
    EXPECT_EQ(doorstep.parcels.size(), 6U) << "what was not tried was given back at once";
    std::set<std::string> ids;
    for (auto const& parcel : doorstep.parcels)
        ids.insert(parcel.id);
    EXPECT_EQ(ids.size(), 6U);
}

TEST_F(CourierRound, F5_what_was_not_tried_in_a_round_counts_as_no_attempt) {
    for (auto const* id : {"m1", "m2", "m3", "m4", "m5"})
        shelf.add(id, mail(MailKind::linked));
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    doorstep.takes = 30s;
    courier.run_once(noon);
    EXPECT_EQ(row("m3").waiting.attempts, 1);
    EXPECT_EQ(row("m4").waiting.attempts, 0);
    EXPECT_EQ(row("m4").due, noon) << "as if nobody had taken it";
}

TEST_F(CourierRound, P8_12_a_fault_at_one_mail_gives_the_others_back_at_once) {
    for (auto const* id : {"m1", "m2", "m3"})
        shelf.add(id, mail(MailKind::linked));
    shelf.faulty = "m1";
    EXPECT_THROW(courier.run_once(noon), foundation::Fault);
    EXPECT_EQ(row("m1").waiting.attempts, 1);
    EXPECT_EQ(row("m2").waiting.attempts, 0);
    EXPECT_EQ(courier.run_once(noon), 2) << "m1 waits for the end of its lease, nothing else does";
}

TEST_F(CourierRound, P8_12_what_the_way_out_lacks_at_one_mail_holds_up_no_other) {
    shelf.add("m1", mail(MailKind::linked));
    shelf.add("m2", mail(MailKind::linked));
    doorstep.meanwhile = [](delivery::Parcel const& parcel) {
        if (parcel.id == "m1")
            throw foundation::Fault("libcurl has no memory");
    };
    EXPECT_EQ(courier.run_once(noon), 1);
    EXPECT_TRUE(row("m2").sent);
    EXPECT_EQ(row("m1").due, noon + 1min);
}

TEST_F(CourierRound, P8_14_between_two_mails_it_is_seen_that_the_program_ends) {
    for (auto const* id : {"m1", "m2", "m3"})
        shelf.add(id, mail(MailKind::linked));
    std::stop_source ending;
    doorstep.meanwhile = [&](delivery::Parcel const&) { ending.request_stop(); };
    EXPECT_EQ(courier.run_once(noon, ending.get_token()), 1);
    EXPECT_TRUE(row("m1").sent);
    EXPECT_EQ(row("m2").due, noon);
    EXPECT_EQ(row("m2").waiting.attempts, 0);
    EXPECT_EQ(courier.run_once(noon, ending.get_token()), 0);
    EXPECT_EQ(courier.run_once(noon), 2);
}

TEST_F(CourierRound, P8_14_what_was_cut_short_by_the_end_is_due_at_once_for_another) {
    doorstep.answer = {.reception = Reception::cut_short, .reason = "the program ended meanwhile"};
    shelf.add("m1", mail(MailKind::activation_code), noon + 1min);
    courier.run_once(noon);
    EXPECT_FALSE(row("m1").given_up) << "although the next attempt of a failure came too late";
    EXPECT_EQ(row("m1").due, noon);
}

TEST_F(CourierRound, F5_goes_by_the_clock_that_leases_and_not_by_its_own) {
    shelf.skew = -1min;
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    shelf.add("m1", mail(MailKind::activation_code), noon + 2min);
    courier.run_once(noon + 1min);
    EXPECT_EQ(row("m1").due, noon + 1min) << "a minute after noon, where it was noon";
}

TEST_F(CourierRound, P2_17_what_was_gathered_after_a_mail_was_taken_is_sent_with_it) {
    shelf.add("m1", mail(MailKind::linked));
    shelf.add("m2", mail(MailKind::linked));
    doorstep.meanwhile = [&](delivery::Parcel const&) {
        shelf.rows.at("m2").waiting.mail.other_person = "Gathered Meanwhile";
        shelf.rows.at("m2").waiting.mail.address = "other@lindenhof.example";
    };
    courier.run_once(noon);
    EXPECT_EQ(doorstep.parcels.at(1).to, "other@lindenhof.example");
}

TEST_F(CourierRound, F5_a_mail_of_which_the_lease_has_ended_is_left_to_who_has_it_now) {
    shelf.add("m1", mail(MailKind::linked));
    shelf.add("m2", mail(MailKind::linked));
    doorstep.meanwhile = [&](delivery::Parcel const&) { shelf.rows.at("m2").due = noon + 3min; };
    EXPECT_EQ(courier.run_once(noon), 1);
    EXPECT_EQ(doorstep.parcels.size(), 1U);
    EXPECT_EQ(row("m2").due, noon + 3min);
}

} // namespace
} // namespace couriers
