#include "delivery/couriers.h"
#include "delivery/sink.h"
#include "delivery/smtp.h"

namespace couriers {
namespace {

using delivery::next_attempt;
using delivery::Reception;

TEST(NextAttempt, F5_waits_1_5_15_minutes_then_1_2_and_every_4_hours) {
    std::array<std::chrono::minutes, 8> const waits{1min, 5min, 15min, 1h, 2h, 4h, 4h, 4h};
    int attempts = 0;
    for (auto const wait : waits)
        EXPECT_EQ(next_attempt(noon, ++attempts, noon), noon + wait) << attempts;
}

TEST(NextAttempt, F5_gives_up_when_the_next_would_come_48_hours_after_the_first_or_later) {
    auto const last = noon + 44h;
    EXPECT_EQ(next_attempt(noon, 20, last - 1us), noon + 48h - 1us);
    EXPECT_EQ(next_attempt(noon, 20, last), std::nullopt);
    EXPECT_EQ(next_attempt(noon, 20, last + 1us), std::nullopt);
}

TEST_F(CourierTest, delivers_what_is_due_and_marks_it_sent) {
    shelf.add("m1", mail(MailKind::linked));
    EXPECT_EQ(courier.run_once(noon), 1);
    EXPECT_TRUE(row("m1").sent);
    ASSERT_EQ(doorstep.parcels.size(), 1U);
    EXPECT_EQ(doorstep.parcels[0].to, "noura@lindenhof.example");
    EXPECT_EQ(courier.run_once(noon + 1h), 0);
    EXPECT_EQ(doorstep.parcels.size(), 1U);
}

TEST_F(CourierTest, P2_15_a_domain_of_other_letters_is_sent_as_a_label) {
    auto other = mail(MailKind::linked);
    other.address = "noura@Müller.example";
    shelf.add("m1", other);
    EXPECT_EQ(courier.run_once(noon), 1);
    ASSERT_EQ(doorstep.parcels.size(), 1U);
    EXPECT_EQ(doorstep.parcels[0].to, "noura@xn--mller-kva.example");
    EXPECT_TRUE(doorstep.parcels[0].message.contains("<noura@xn--mller-kva.example>\r\n"));
}

TEST_F(CourierTest, F5_a_code_that_has_expired_is_not_sent) {
    auto const expiry = noon + 24h;
    shelf.add("before", mail(MailKind::activation_code), expiry + 1us);
    shelf.add("on", mail(MailKind::activation_code), expiry);
    shelf.add("after", mail(MailKind::activation_code), expiry - 1us);
    EXPECT_EQ(courier.run_once(expiry), 1);
    EXPECT_TRUE(row("before").sent);
    EXPECT_TRUE(row("on").given_up);
    EXPECT_TRUE(row("after").given_up);
    EXPECT_EQ(row("on").reason, "useless by now");
}

TEST_F(CourierTest, gives_up_when_the_next_attempt_would_come_too_late_to_be_of_use) {
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    shelf.add("late", mail(MailKind::activation_code), noon + 1min);
    shelf.add("just", mail(MailKind::activation_code), noon + 1min + 1us);
    courier.run_once(noon);
    EXPECT_TRUE(row("late").given_up);
    EXPECT_FALSE(row("just").given_up);
}

TEST_F(CourierTest, F5_nothing_is_lost_while_the_server_is_away_for_two_hours) {
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    shelf.add("m1", mail(MailKind::linked));
    for (auto now = noon; now < noon + 2h; now += 1min)
        EXPECT_EQ(courier.run_once(now), 0);
    EXPECT_EQ(doorstep.parcels.size(), 5U); // at 0, 1, 6, 21 and 81 minutes
    doorstep.answer = {.reception = Reception::accepted};
    int left = 0;
    for (auto now = noon + 2h; now < noon + 8h; now += 1min)
        left += courier.run_once(now);
    EXPECT_EQ(left, 1);
    EXPECT_TRUE(row("m1").sent);
}

TEST_F(CourierTest, every_attempt_has_the_same_message_id) {
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    shelf.add("m1", mail(MailKind::linked));
    courier.run_once(noon);
    courier.run_once(noon + 1min);
    ASSERT_EQ(doorstep.parcels.size(), 2U);
    for (auto const& parcel : doorstep.parcels)
        EXPECT_TRUE(parcel.message.contains("Message-ID: <m1@mijnduo.example>\r\n"));
}

TEST_F(CourierTest, a_mail_that_cannot_be_written_is_given_up_and_the_others_leave) {
    auto no_address = mail(MailKind::linked);
    no_address.address = "a@b.nl\r\nBcc: c@d.nl";
    auto no_code = mail(MailKind::activation_code);
    no_code.code.clear();
    shelf.add("m1", no_address);
    shelf.add("m2", no_code);
    shelf.add("m3", mail(MailKind::linked));
    EXPECT_EQ(courier.run_once(noon), 1);
    EXPECT_TRUE(row("m1").given_up);
    EXPECT_TRUE(row("m2").given_up);
    EXPECT_TRUE(row("m3").sent);
}

TEST_F(CourierTest, P2_16_what_the_receivers_server_refuses_for_good_is_not_tried_again) {
    Sink sink{{{.rcpt_to = "550 5.1.1 <noura@lindenhof.example>: nobody of that name"}}};
    delivery::Smtp smtp{{.url = sink.url()}};
    delivery::Courier over_smtp{shelf, settings(), smtp,
                                [this](std::string const& line) { log.push_back(line); },
                                stopwatch()};
    shelf.add("m1", mail(MailKind::activation_code), noon + 24h);
    EXPECT_EQ(over_smtp.run_once(noon), 0);
    EXPECT_TRUE(row("m1").given_up);
    EXPECT_EQ(row("m1").why, portal::MailFailure::unknown_receiver);
    EXPECT_FALSE(row("m1").reason.contains("noura") || row("m1").reason.contains("nobody"));
    EXPECT_EQ(log,
              std::vector<std::string>{"mail m1 (activation_code) was refused and is given up"});
}

TEST_F(CourierTest, P2_16_what_no_server_took_in_time_is_given_up_and_not_called_refused) {
    doorstep.answer = {.reception = Reception::deferred, .reason = "no connection"};
    shelf.add("m1", mail(MailKind::activation_code), noon + 1min);
    courier.run_once(noon);
    EXPECT_TRUE(row("m1").given_up);
    EXPECT_EQ(row("m1").why, portal::MailFailure::no_answer);
}

TEST_F(CourierTest, P8_12_one_that_cannot_be_read_is_named_in_the_log_and_the_others_leave) {
    shelf.unreadable_ids = {"m0"};
    shelf.add("m1", mail(MailKind::linked));
    EXPECT_EQ(courier.run_once(noon), 1);
    ASSERT_EQ(log.size(), 2U);
    EXPECT_TRUE(log[0].starts_with("mail m0 cannot be read"));
}

TEST_F(CourierTest, P8_12_a_courier_of_urgent_mail_leaves_the_rest_to_another) {
    delivery::Courier urgent{shelf,       settings(),
                             doorstep,    [](std::string const&) {},
                             stopwatch(), portal::MailClass::urgent};
    shelf.add("m1", mail(MailKind::linked));
    shelf.add("m2", mail(MailKind::activation_code));
    shelf.add("m3", mail(MailKind::link_lapses_soon));
    EXPECT_EQ(urgent.run_once(noon), 1);
    EXPECT_TRUE(row("m2").sent);
    EXPECT_EQ(courier.run_once(noon), 2);
}

TEST_F(CourierTest, P2_17_a_name_that_is_an_address_stands_in_no_header) {
    auto named = mail(MailKind::linked);
    named.name = "www.voorbeeld.nl";
    shelf.add("m1", named);
    courier.run_once(noon);
    EXPECT_FALSE(doorstep.parcels.at(0).message.contains("voorbeeld"));
}

TEST_F(CourierTest, L8_the_log_tells_id_and_kind_and_nothing_of_the_mail) {
    shelf.add("m1", mail(MailKind::activation_code));
    courier.run_once(noon);
    ASSERT_EQ(log.size(), 1U);
    EXPECT_EQ(log[0], "mail m1 (activation_code) has left");
}

TEST_F(CourierTest, F5_a_connection_cut_after_data_costs_at_most_one_duplicate) {
    Sink sink{{{.end_of_data = ""}, {}}};
    delivery::Smtp smtp{{.url = sink.url()}};
    delivery::Courier over_smtp{shelf, settings(), smtp, [](std::string const&) {}, stopwatch()};
    shelf.add("m1", mail(MailKind::activation_code));
    EXPECT_EQ(over_smtp.run_once(noon), 0);
    EXPECT_EQ(over_smtp.run_once(noon + 1min - 1us), 0);
    EXPECT_EQ(over_smtp.run_once(noon + 1min), 1);
    EXPECT_EQ(over_smtp.run_once(noon + 24h), 0);
    auto const received = sink.received();
    ASSERT_EQ(received.size(), 2U);
    for (auto const& message : received)
        EXPECT_TRUE(message.contains("Message-ID: <m1@mijnduo.example>\r\n"));
}

TEST(Courier, does_not_start_with_a_sender_that_is_not_one_address) {
    Shelf shelf;
    Doorstep doorstep;
    auto with = settings();
    with.from = "Mijn DUO <noreply@mijnduo.example>";
    EXPECT_THROW((delivery::Courier{shelf, with, doorstep, [](std::string const&) {},
                                    [] { return foundation::Duration{0}; }}),
                 foundation::Fault);
}

} // namespace
} // namespace couriers
