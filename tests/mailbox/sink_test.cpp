#include "mailbox/smtp/sink.h"

#include "foundation/fault.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

/// Says it all, and returns what it hears until the other end hangs up or five seconds pass.
std::string conversation(std::uint16_t port, std::string_view says) {
    int const connection = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string heard;
    if (connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 &&
        send(connection, says.data(), says.size(), MSG_NOSIGNAL) > 0) {
        std::array<char, 1024> piece{};
        pollfd wait{.fd = connection, .events = POLLIN, .revents = 0};
        while (poll(&wait, 1, 5000) > 0) {
            auto const size = recv(connection, piece.data(), piece.size(), 0);
            if (size <= 0)
                break;
            heard.append(piece.data(), static_cast<std::size_t>(size));
        }
    }
    close(connection);
    return heard;
}

} // namespace

TEST(Sink, a_mail_sent_over_a_socket_lies_in_the_tray) {
    mailbox::Tray tray;
    mailbox::Sink const sink{tray, 0};
    auto const heard = conversation(sink.port(), "EHLO a\r\nMAIL FROM:<a@b.nl>\r\n"
                                                 "RCPT TO:<c@d.nl>\r\nDATA\r\nSubject: x\r\n\r\n"
                                                 ".\r\nQUIT\r\n");
    EXPECT_TRUE(heard.starts_with("220 "));
    EXPECT_TRUE(heard.ends_with("221 goodbye\r\n"));
    ASSERT_TRUE(tray.find(1));
    EXPECT_EQ("Subject: x\r\n\r\n", tray.find(1)->source);
    EXPECT_EQ("c@d.nl", tray.find(1)->to.at(0));
}

TEST(Sink, ends_also_while_someone_is_connected) {
    mailbox::Tray tray;
    std::string heard;
    std::jthread visitor;
    {
        mailbox::Sink const sink{tray, 0};
        visitor =
            std::jthread{[&, port = sink.port()] { heard = conversation(port, "EHLO a\r\n"); }};
        while (tray.newest_first().empty()) // another one in the meantime
            conversation(sink.port(),
                         "HELO a\r\nMAIL FROM:<>\r\nRCPT TO:<c@d.nl>\r\nDATA\r\n.\r\nQUIT\r\n");
    }
    visitor.join();
}

TEST(Sink, a_port_that_is_taken_is_a_fault) {
    mailbox::Tray tray;
    mailbox::Sink const first{tray, 0};
    EXPECT_THROW((mailbox::Sink{tray, first.port()}), foundation::Fault);
}
