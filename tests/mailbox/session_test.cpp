#include "mailbox/smtp/session.h"

#include <gtest/gtest.h>

namespace {

struct Delivered {
    std::vector<std::string> to;
    std::string source;
};

class Session : public testing::Test {
protected:
    std::string say(std::string_view bytes) { return session_.take(bytes); }

    std::vector<Delivered> delivered_;
    mailbox::SmtpSession session_{[this](std::vector<std::string> to, std::string source) {
        delivered_.push_back({std::move(to), std::move(source)});
    }};
};

} // namespace

TEST_F(Session, a_mail_is_taken_step_by_step) {
    EXPECT_TRUE(say("EHLO hier\r\n").ends_with("250 SIZE 26214400\r\n"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl> SIZE=100 BODY=8BITMIME\r\n").starts_with("250"));
    EXPECT_TRUE(say("RCPT TO:<c@d.nl>\r\n").starts_with("250"));
    EXPECT_TRUE(say("rcpt to: <e@f.nl>\r\n").starts_with("250"));
    EXPECT_TRUE(say("DATA\r\n").starts_with("354"));
    EXPECT_EQ("", say("Subject: x\r\n\r\n..stip\r\n"));
    EXPECT_TRUE(say(".\r\n").starts_with("250"));
    EXPECT_TRUE(say("QUIT\r\n").starts_with("221"));
    EXPECT_TRUE(session_.over());
    ASSERT_EQ(1u, delivered_.size());
    EXPECT_EQ((std::vector<std::string>{"c@d.nl", "e@f.nl"}), delivered_[0].to);
    EXPECT_EQ("Subject: x\r\n\r\n.stip\r\n", delivered_[0].source);
}

TEST_F(Session, commands_may_come_in_any_pieces_and_several_at_once) {
    std::string_view const all = "HELO a\r\nMAIL FROM:<>\r\nRCPT TO:<c@d.nl>\r\nDATA\r\nx\r\n.\r\n"
                                 "MAIL FROM:<a@b.nl>\r\nRCPT TO:<c@d.nl>\r\nDATA\r\ny\r\n.\r\n";
    say(all);
    for (char const c : all)
        say({&c, 1});
    ASSERT_EQ(4u, delivered_.size());
    EXPECT_EQ("x\r\n", delivered_[2].source);
    EXPECT_EQ("y\r\n", delivered_[3].source);
}

TEST_F(Session, the_order_of_commands_is_kept) {
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl>\r\n").starts_with("503"));
    say("EHLO a\r\n");
    EXPECT_TRUE(say("RCPT TO:<a@b.nl>\r\n").starts_with("503"));
    EXPECT_TRUE(say("DATA\r\n").starts_with("503"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl>\r\n").starts_with("250"));
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl>\r\n").starts_with("503"));
    EXPECT_TRUE(say("RSET\r\n").starts_with("250"));
    EXPECT_TRUE(say("RCPT TO:<a@b.nl>\r\n").starts_with("503"));
    EXPECT_TRUE(say("MAIL FROM: a@b.nl\r\n").starts_with("501"));
    EXPECT_TRUE(say("KOFFIE\r\n").starts_with("500"));
    EXPECT_TRUE(say("NOOP\r\n").starts_with("250"));
}

TEST_F(Session, only_CRLF_dot_CRLF_ends_a_mail) {
    say("EHLO a\r\nMAIL FROM:<a@b.nl>\r\nRCPT TO:<c@d.nl>\r\nDATA\r\n");
    say("een\n.\nMAIL FROM:<smokkel@b.nl>\n.\r\n");
    EXPECT_TRUE(delivered_.empty());
    say(".\r\n");
    ASSERT_EQ(1u, delivered_.size());
    EXPECT_TRUE(delivered_[0].source.contains("smokkel"));
}

TEST_F(Session, what_is_too_large_is_refused_beforehand_and_afterwards) {
    say("EHLO a\r\n");
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl> SIZE=26214401\r\n").starts_with("552"));
    say("MAIL FROM:<a@b.nl>\r\nRCPT TO:<c@d.nl>\r\nDATA\r\n");
    std::string const line = std::string(1'000'000, 'x') + "\r\n";
    for (int i = 0; i < 27; ++i)
        say(line);
    EXPECT_TRUE(say(".\r\n").starts_with("552"));
    EXPECT_TRUE(delivered_.empty());
    EXPECT_TRUE(say("MAIL FROM:<a@b.nl>\r\n").starts_with("250")) << "the next mail is welcome";
}

TEST_F(Session, a_command_without_an_end_ends_the_session) {
    EXPECT_TRUE(say(std::string(1001, 'x')).starts_with("500"));
    EXPECT_TRUE(session_.over());
}
