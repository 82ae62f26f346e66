#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// A client that sends exactly the bytes it is told to. Reading gives up after five seconds.
class Client {
public:
    explicit Client(std::uint16_t port, int receive_buffer = 0);
    ~Client();
    Client(Client&& other) noexcept
        : socket_(other.socket_) {
        other.socket_ = -1;
    }
    Client(Client const&) = delete;
    Client& operator=(Client const&) = delete;

    /// False when the other end no longer takes it.
    bool send(std::string_view bytes) const;

    /// One answer: head, and as many bytes of body as Content-Length says. Nothing when the
    /// connection ended before it was whole.
    struct Answer {
        int status;
        std::string head;
        std::string body;
        bool has(std::string_view header) const { return head.contains(header); }
    };
    std::optional<Answer> answer(bool with_body = true);

    /// Everything until the other end closes in good order; nothing when it does not.
    std::optional<std::string> rest();
    /// Whether the other end closes within this time, sending `pace` all the while.
    bool is_left_within(std::chrono::milliseconds time, std::string_view pace = {});

private:
    bool receive(); ///< false at the end, or when nothing comes
    bool readable(std::chrono::milliseconds within) const;

    int socket_;
    bool ended_ = false;
    bool reset_ = false;
    std::string received_;
};
