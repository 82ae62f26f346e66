#include "mailbox/letters/tray.h"
#include "mailbox/pages/pages.h"
#include "mailbox/smtp/sink.h"

#include "foundation/fault.h"
#include "transport/server.h"

#include <charconv>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <optional>
#include <span>
#include <string>

namespace {

constexpr char const* usage =
    "mijnduo-mailbox [--smtp-port PORT] [--web-port PORT]\n"
    "Catches mail on this machine and shows it; for developers. Port 0 takes any free one.\n";

struct Ports {
    std::uint16_t smtp = 2525;
    std::uint16_t web = 8025;
};

std::optional<Ports> ports_from(std::span<char*> arguments) {
    Ports ports;
    for (std::size_t i = 1; i < arguments.size(); i += 2) {
        std::string_view const name = arguments[i];
        auto* const port = name == "--smtp-port"  ? &ports.smtp
                           : name == "--web-port" ? &ports.web
                                                  : nullptr;
        if (port == nullptr || i + 1 == arguments.size())
            return std::nullopt;
        std::string_view const value = arguments[i + 1];
        auto const read = std::from_chars(value.data(), value.data() + value.size(), *port);
        if (read.ec != std::errc{} || read.ptr != value.data() + value.size())
            return std::nullopt;
    }
    return ports;
}

transport::Server* running = nullptr; // a signal handler can be handed nothing

int serve(Ports ports) {
    mailbox::Tray tray;
    mailbox::Sink const sink{tray, ports.smtp};
    transport::Server server{
        {.address = "127.0.0.1",
         .port = ports.web,
         .handler_threads = 2,
         .limits = {.drain_time = std::chrono::seconds{2}}},
        [&](http::Request const& request) { return mailbox::answer(tray, request); }};
    running = &server;
    for (int const signal : {SIGINT, SIGTERM})
        std::signal(signal, [](int) { running->stop(); });
    std::printf("mail to 127.0.0.1:%u, pages at http://127.0.0.1:%u/\n", unsigned{sink.port()},
                unsigned{server.port()});
    std::fflush(stdout);
    server.run();
    return 0;
}

} // namespace

int main(int count, char** values) {
    auto const ports = ports_from({values, static_cast<std::size_t>(count)});
    if (!ports) {
        std::fputs(usage, stderr);
        return 2;
    }
    try {
        return serve(*ports);
    } catch (foundation::Fault const& fault) {
        std::fprintf(stderr, "mijnduo-mailbox: %s\n", fault.what());
        return 1;
    }
}
