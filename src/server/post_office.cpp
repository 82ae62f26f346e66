#include "server/post_office.h"

#include "delivery/mail_transport.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/upkeep/undelivered.h"

#include <fmt/format.h>

namespace server {

namespace {

constexpr auto between_rounds = std::chrono::milliseconds{500};
constexpr auto after_a_fault = std::chrono::milliseconds{30'000};

foundation::Duration running_for() {
    auto const now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::floor<foundation::Duration>(now);
}

delivery::MailSettings mail_settings(Configuration const& configuration) {
    return {.from = configuration.mail.from,
            .sign_in_address = configuration.server.public_url + "/",
            .test_environment = configuration.server.testing};
}

} // namespace

delivery::TransportSettings mail_transport(Configuration::Mail const& mail) {
    delivery::TransportSettings settings{.kind = mail.transport, .smtp = {}, .folder = mail.folder};
    settings.smtp.url = mail.smtp_url;
    settings.smtp.user = mail.user;
    if (!mail.password.empty())
        settings.smtp.password = foundation::Secret<std::string>{
            std::string{foundation::trimmed(content_of(mail.password))}};
    return settings;
}

PostOffice::PostOffice(House& house, Log log, std::stop_token ending)
    : house_(house)
    , log_(std::move(log))
    , deliverer_(delivery::deliverer_for(mail_transport(house.configuration.mail)))
    , urgent_(*house.outbox, mail_settings(house.configuration), *deliverer_, log_, running_for,
              portal::MailClass::urgent)
    , courier_(*house.outbox, mail_settings(house.configuration), *deliverer_, log_, running_for)
    , asked_(std::move(ending), [this] { ending_.request_stop(); })
    , urgent_thread_([this] {
        run([this] { return urgent_.run_once(clock_now(), ending_.get_token()) > 0; });
    })
    , thread_([this] {
        run([this] {
            bool const more = courier_.run_once(clock_now(), ending_.get_token()) > 0;
            tell_of_undelivered();
            return more;
        });
    }) {}

PostOffice::~PostOffice() {
    ending_.request_stop();
    urgent_thread_.join();
    thread_.join();
}

void PostOffice::tell_of_undelivered() {
    for (auto const& id :
         portal::upkeep::tell_of_undelivered(*house_.archive, clock_now(), ending_.get_token()))
        log_(fmt::format("mail {} did not arrive, and its account cannot be read", id));
}

/// How long until the next round: none while there is more to do.
std::chrono::milliseconds PostOffice::round(std::function<bool()> const& work) {
    try {
        return work() ? std::chrono::milliseconds{0} : between_rounds;
    } catch (foundation::Fault const& fault) {
        log_(fmt::format("fault in the post office: {}", fault.what()));
        return after_a_fault;
    }
}

void PostOffice::run(std::function<bool()> const& work) {
    auto const ending = ending_.get_token();
    while (!ending.stop_requested()) {
        auto const pause = round(work);
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, ending, pause, [] { return false; });
    }
}

} // namespace server
