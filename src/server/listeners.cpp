#include "server/listeners.h"

#include "foundation/fault.h"
#include "web/headers.h"
#include "web/operations/operations.h"
#include "web/router.h"

#include <fmt/format.h>
#include <thread>

namespace server {

namespace {

transport::Settings for_visitors(Configuration const& configuration, web::Site const& site) {
    auto const& server = configuration.server;
    transport::Settings settings{.address = server.listen.address,
                                 .port = server.listen.port,
                                 .handler_threads = server.threads,
                                 .every_answer = web::headers_of_every_answer(site.settings)};
    settings.limits.connections_per_address =
        static_cast<std::size_t>(server.connections_per_address);
    settings.limits.body_bytes_for = [usual = settings.limits.body_bytes](std::string_view path) {
        return web::body_limit(path, usual);
    };
    settings.limits.before_large_body = [&site](http::Request const& head, std::uint64_t length) {
        return web::before_large_body(site, head, length);
    };
    settings.at_once = web::handle_at_once;
    return settings;
}

transport::Settings for_operators(Configuration::Server::Listener const& listener,
                                  web::Site const& site) {
    constexpr int machines_at_once = 2;
    return {.address = listener.address,
            .port = listener.port,
            .handler_threads = machines_at_once,
            .every_answer = web::headers_of_every_answer(site.settings),
            .at_once = web::handle_at_once};
}

std::unique_ptr<transport::Server> listening(std::string_view key, std::string_view advice,
                                             transport::Settings settings, http::Handler handler) {
    try {
        return std::make_unique<transport::Server>(std::move(settings), std::move(handler));
    } catch (foundation::Fault const& fault) {
        throw foundation::Fault(fmt::format("[server] {}: {}{}", key, fault.what(), advice));
    }
}

} // namespace

Listeners::Listeners(Configuration const& configuration, web::Site const& site)
    : settings_(configuration.server)
    , visitors_(
          listening("listen", "", for_visitors(configuration, site),
                    [&site](http::Request const& request) { return web::handle(site, request); })) {
    if (!settings_.private_listen)
        return;
    operators_ =
        listening("private_listen",
                  ". Each portal on one machine needs a port of its own for /metrics, or "
                  "private_listen = \"\" to do without",
                  for_operators(*settings_.private_listen, site), [&site](auto const& request) {
                      return web::operations::answer_privately(site, request);
                  });
}

void Listeners::run() {
    std::jthread beside;
    if (operators_)
        beside = std::jthread{[this] { operators_->run(); }};
    visitors_->run();
}

void Listeners::stop() {
    visitors_->stop();
    if (operators_)
        operators_->stop();
}

std::string Listeners::places() const {
    auto const beside = operators_
                            ? fmt::format(", figures on {}:{}", settings_.private_listen->address,
                                          operators_->port())
                            : std::string{};
    return fmt::format("{}:{} for {}{}", settings_.listen.address, visitors_->port(),
                       settings_.public_url, beside);
}

} // namespace server
