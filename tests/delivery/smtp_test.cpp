#include "delivery/smtp.h"

#include "delivery/mail_transport.h"
#include "delivery/sink.h"
#include "foundation/fault.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <stop_token>
#include <sys/stat.h>
#include <unistd.h>

using delivery::Reception;
using delivery::Smtp;
using std::chrono::steady_clock;

namespace {

delivery::Parcel parcel() {
    return {.id = "0123abcd",
            .from = "noreply@mijnduo.example",
            .to = "noura@lindenhof.example",
            .message = "Subject: x\r\n\r\nHallo\r\n.punt\r\n"};
}

delivery::Receipt send_to(Sink& sink) { return Smtp{{.url = sink.url()}}.deliver(parcel(), {}); }

} // namespace

TEST(Smtp, a_message_arrives_as_it_was_handed_over) {
    Sink sink{{{}}};
    auto const receipt = send_to(sink);
    EXPECT_EQ(receipt.reception, Reception::accepted) << receipt.reason;
    ASSERT_EQ(sink.received().size(), 1U);
    EXPECT_EQ(sink.received()[0],
              "Subject: x\r\n\r\nHallo\r\n..punt\r\n"); // a dot is doubled on the way
    auto const commands = sink.commands();
    ASSERT_GE(commands.size(), 3U);
    EXPECT_EQ(commands[0], "EHLO mijnduo.example");
    EXPECT_TRUE(commands[1].starts_with("MAIL FROM:<noreply@mijnduo.example>"));
    EXPECT_EQ(commands[2], "RCPT TO:<noura@lindenhof.example>");
}

TEST(Smtp, F5_a_4xx_at_any_step_defers_the_mail) {
    for (Sink::Script const& script :
         {Sink::Script{.greeting = "421 later"}, Sink::Script{.mail_from = "451 later"},
          Sink::Script{.rcpt_to = "450 greylisted"}, Sink::Script{.end_of_data = "452 full"}}) {
        Sink sink{{script}};
        EXPECT_EQ(send_to(sink).reception, Reception::deferred);
    }
}

TEST(Smtp, F5_a_5xx_about_the_mail_rejects_it) {
    for (Sink::Script const& script : {Sink::Script{.rcpt_to = "550 nobody of that name"},
                                       Sink::Script{.end_of_data = "554 spam"}}) {
        Sink sink{{script}};
        EXPECT_EQ(send_to(sink).reception, Reception::rejected);
    }
}

TEST(Smtp, P2_16_a_5xx_about_ourselves_is_no_refusal_by_the_receiver) {
    for (Sink::Script const& script :
         {Sink::Script{.greeting = "554 no service"}, Sink::Script{.mail_from = "553 not you"},
          Sink::Script{.mail_from = "550 5.7.1 sender rejected"}}) {
        Sink sink{{script}};
        EXPECT_EQ(send_to(sink).reception, Reception::deferred);
    }
}

TEST(Smtp, P2_16_what_a_server_says_of_us_at_the_receivers_turn_wipes_no_mail) {
    for (std::string const answer :
         {"554 5.7.1 Relay access denied", "550 5.7.1 relaying denied", "554 on a list",
          "554-5.7.1 two\r\n554 5.7.1 lines", "550 5.7.23 SPF", "530 authenticate first",
          "530 5.7.0 Must issue a STARTTLS command first", "550 5.1.7 sender unknown",
          "550 5.1.8 sender's domain unknown", "503 5.5.1 need MAIL", "503 need MAIL",
          "550 5.3.2 not now", "554 5.3.5 misconfigured"}) {
        Sink sink{{{.rcpt_to = answer}}};
        EXPECT_EQ(send_to(sink).reception, Reception::deferred) << answer;
    }
    for (std::string const answer : {"530 5.7.0 authenticate first", "554 5.3.0 out of order",
                                     "550 5.1.8 sender's domain unknown", "554 5.5.1 no"}) {
        Sink sink{{{.end_of_data = answer}}};
        EXPECT_EQ(send_to(sink).reception, Reception::deferred) << answer;
    }
}

TEST(Smtp, P2_16_a_refusal_is_told_by_its_class_and_not_in_the_servers_words) {
    using enum portal::MailFailure;
    struct Case {
        Sink::Script script;
        portal::MailFailure expected;
    };
    for (auto const& [script, expected] : {
             Case{{.rcpt_to = "550 5.1.1 unknown"}, unknown_receiver},
             Case{{.rcpt_to = "550 nobody"}, unknown_receiver},
             Case{{.rcpt_to = "550-5.1.1 two\r\n550 5.1.1 lines"}, unknown_receiver},
             Case{{.rcpt_to = "553 no such mailbox"}, unknown_receiver},
             Case{{.rcpt_to = "550 5.2.1 disabled"}, unknown_receiver},
             Case{{.rcpt_to = "552 5.2.2 over quota"}, mailbox_full},
             Case{{.rcpt_to = "552 over quota"}, mailbox_full},
             Case{{.rcpt_to = "501 5.1.3 no address"}, unknown_receiver},
             Case{{.rcpt_to = "552 5.3.4 too big"}, too_large},
             Case{{.rcpt_to = "550 5.4.1 somewhere else"}, refused_otherwise},
             Case{{.rcpt_to = "556 never"}, refused_otherwise},
             Case{{.end_of_data = "550 5.7.1 spam"}, unwanted},
             Case{{.end_of_data = "550 spam"}, unwanted},
             Case{{.end_of_data = "554 spam"}, unwanted},
             Case{{.end_of_data = "552 5.3.4 too big"}, too_large},
             Case{{.end_of_data = "552 too big"}, too_large},
         }) {
        Sink sink{{script}};
        auto const receipt = send_to(sink);
        SCOPED_TRACE(script.rcpt_to + " / " + script.end_of_data);
        EXPECT_EQ(receipt.reception, Reception::rejected);
        EXPECT_EQ(name_of(receipt.failure), name_of(expected));
    }
}

TEST(Smtp, hands_nothing_to_another_machine_that_offers_no_tls) {
    Sink sink{{{}}};
    auto const receipt = Smtp{{.url = sink.url("127.0.0.2")}}.deliver(parcel(), {});
    EXPECT_EQ(receipt.reception, Reception::deferred);
    EXPECT_TRUE(sink.received().empty());
    for (auto const& command : sink.commands())
        EXPECT_FALSE(command.starts_with("MAIL FROM")) << command;
}

TEST(Smtp, a_5xx_instead_of_a_greeting_says_nothing_about_the_mail) {
    Sink sink{{{.greeting = "554 no service"}}};
    EXPECT_EQ(send_to(sink).reception, Reception::deferred);
}

TEST(Smtp, F5_a_connection_cut_after_data_defers_the_mail) {
    Sink sink{{{.end_of_data = ""}}};
    EXPECT_EQ(send_to(sink).reception, Reception::deferred);
}

TEST(Smtp, F5_a_server_that_is_not_there_defers_the_mail) {
    std::string url;
    {
        Sink gone{{}};
        url = gone.url();
    }
    EXPECT_EQ(Smtp{{.url = url}}.deliver(parcel(), {}).reception, Reception::deferred);
}

TEST(Smtp, a_server_that_keeps_silent_is_left_in_time) {
    Sink sink{{{.greeting = "220-and"}}}; // promises a further line that never comes
    Smtp smtp{{.url = sink.url(), .at_most = std::chrono::milliseconds{300}}};
    auto const began = steady_clock::now();
    EXPECT_EQ(smtp.deliver(parcel(), {}).reception, Reception::deferred);
    EXPECT_LT(steady_clock::now() - began, std::chrono::seconds{2});
}

TEST(Smtp, F5_a_server_that_does_not_answer_to_the_end_holds_no_mail_past_its_lease) {
    for (std::string const answer : {"250 ok", "550 5.1.1 unknown"}) {
        Sink sink{{{.rcpt_to = answer, .answers_quit = false}}};
        auto const began = steady_clock::now();
        auto const reception = send_to(sink).reception;
        EXPECT_LT(steady_clock::now() - began, std::chrono::seconds{4}) << answer;
        EXPECT_EQ(reception, answer == "250 ok" ? Reception::accepted : Reception::rejected);
        EXPECT_EQ(sink.commands().back(), "QUIT") << answer;
    }
}

TEST(Smtp, P8_14_a_server_that_keeps_silent_cannot_hold_the_end_of_the_program) {
    using namespace std::chrono_literals;
    Sink sink{{{.greeting = "220-and"}}};
    std::stop_source ending;
    std::jthread const later{[&] {
        std::this_thread::sleep_for(200ms);
        ending.request_stop();
    }};
    auto const began = steady_clock::now();
    auto const receipt = Smtp{{.url = sink.url()}}.deliver(parcel(), ending.get_token());
    EXPECT_EQ(receipt.reception, Reception::cut_short);
    EXPECT_LT(steady_clock::now() - began, 3500ms);
}

TEST(Smtp, P8_14_a_server_that_thinks_long_about_a_message_cannot_hold_the_end_of_the_program) {
    using namespace std::chrono_literals;
    auto sink = Sink::endless({.thinks = 8s});
    std::stop_source ending;
    std::jthread const later{[&] {
        std::this_thread::sleep_for(200ms);
        ending.request_stop();
    }};
    auto const began = steady_clock::now();
    auto const receipt = Smtp{{.url = sink.url()}}.deliver(parcel(), ending.get_token());
    EXPECT_EQ(receipt.reception, Reception::cut_short);
    EXPECT_LT(steady_clock::now() - began, 3500ms);
}

TEST(Smtp, P8_14_what_is_nearly_done_when_the_program_ends_comes_to_its_end) {
    using namespace std::chrono_literals;
    Sink sink{{{.thinks = 300ms}}};
    std::stop_source ending;
    std::jthread const later{[&] {
        std::this_thread::sleep_for(100ms);
        ending.request_stop();
    }};
    auto const receipt = Smtp{{.url = sink.url()}}.deliver(parcel(), ending.get_token());
    EXPECT_EQ(receipt.reception, Reception::accepted) << receipt.reason;
}

TEST(Smtp, no_reason_tells_the_address_or_the_words_of_the_mail) {
    Sink sink{{{.rcpt_to = "550 noura@lindenhof.example is unknown"}}};
    auto const reason = send_to(sink).reason;
    EXPECT_FALSE(reason.empty());
    EXPECT_FALSE(reason.contains("noura"));
}

TEST(Smtp, two_addresses_in_one_never_reach_the_server) {
    Sink sink{{}};
    auto hostile = parcel();
    hostile.to = "a@b.nl>\r\nRCPT TO:<c@d.nl";
    EXPECT_EQ((Smtp{{.url = sink.url()}}.deliver(hostile, {}).reception), Reception::rejected);
}

TEST(Smtp, takes_a_bare_server_address_and_nothing_else) {
    for (std::string const bad :
         {"", "mail.example", "http://mail.example", "smtp://user:pw@mail.example",
          "smtp://mail.example/path", "smtp://mail.example?x", "file:///etc/passwd"})
        EXPECT_THROW((Smtp{{.url = bad}}), foundation::Fault) << bad;
    EXPECT_NO_THROW((Smtp{{.url = "smtp://mail.example:587"}}));
    EXPECT_NO_THROW((Smtp{{.url = "smtps://mail.example"}}));
}

TEST(MailFolder, keeps_each_mail_once_and_for_the_owner_only) {
    auto const folder =
        std::filesystem::temp_directory_path() / ("mijnduo-mail-" + std::to_string(::getpid()));
    auto const deliverer = delivery::deliverer_for({.kind = "file", .smtp = {}, .folder = folder});
    EXPECT_EQ(deliverer->deliver(parcel(), {}).reception, Reception::accepted);
    EXPECT_EQ(deliverer->deliver(parcel(), {}).reception, Reception::accepted);

    auto const file = folder / "0123abcd.eml";
    std::ifstream in{file, std::ios::binary};
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>{in}, {}), parcel().message);
    struct stat facts{};
    ASSERT_EQ(::stat(file.c_str(), &facts), 0);
    EXPECT_EQ(facts.st_mode & 0777U, 0600U);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator{folder}, {}), 1);
    std::filesystem::remove_all(folder);
}

TEST(MailTransport, is_smtp_or_file_and_complete) {
    EXPECT_THROW(delivery::deliverer_for({.kind = "pigeon", .smtp = {}, .folder = "x"}),
                 foundation::Fault);
    EXPECT_THROW(delivery::deliverer_for({.kind = "file", .smtp = {}, .folder = {}}),
                 foundation::Fault);
    EXPECT_THROW(delivery::deliverer_for({.kind = "smtp", .smtp = {}, .folder = {}}),
                 foundation::Fault);
}
