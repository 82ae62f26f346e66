#include "server/post_office.h"

#include "delivery/mail_transport.h"
#include "foundation/fault.h"
#include "foundation/text.h"
#include "portal/upkeep/expiries.h"
#include "portal/upkeep/nightly.h"
#include "portal/upkeep/undelivered.h"

#include <fmt/format.h>

namespace server {

namespace {

constexpr auto between_rounds = std::chrono::milliseconds{500};
constexpr auto after_a_fault = std::chrono::milliseconds{30'000};
constexpr int nightly_hour = 3; // on Amsterdam's clock

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

PostOffice::PostOffice(House& house, portal::Broker const& broker, Log log)
    : house_(house)
    , broker_(broker)
    , log_(std::move(log))
    , deliverer_(delivery::deliverer_for(mail_transport(house.configuration.mail)))
    , urgent_(*house.outbox, mail_settings(house.configuration), *deliverer_, log_,
              portal::MailClass::urgent)
    , courier_(*house.outbox, mail_settings(house.configuration), *deliverer_, log_)
    , urgent_thread_([this] { run([this] { return urgent_.run_once(clock_now()) > 0; }); })
    , thread_([this] {
        run([this] {
            bool const more = courier_.run_once(clock_now()) > 0;
            tell_of_undelivered();
            nightly_when_due();
            return more;
        });
    }) {}

PostOffice::~PostOffice() {
    {
        std::lock_guard const lock{mutex_};
        ending_ = true;
    }
    wake_.notify_all();
    urgent_thread_.join();
    thread_.join();
}

void PostOffice::nightly_when_due() {
    auto const now = clock_now();
    auto const local = foundation::in_amsterdam(now);
    if (local.hour() != nightly_hour || last_night_ == local.date)
        return;
    auto const report = portal::upkeep::nightly(*house_.archive, house_.policy, now);
    auto const condition = broker_.condition(now);
    auto const expiring =
        portal::upkeep::warn_of_expiries(*house_.archive, condition.expiries, now);
    last_night_ = local.date;
    for (auto const& id : report.unreadable)
        log_(fmt::format("nightly: account {} cannot be read and is left out", id));
    for (auto const& part : report.failed)
        log_(fmt::format("nightly: a part did not come to its end: {}", part));
    log_(fmt::format("nightly lapsed={} warned={} never_linked={} expiring={}", report.lapsed,
                     report.warned, report.never_linked, expiring));
}

void PostOffice::tell_of_undelivered() {
    for (auto const& id : portal::upkeep::tell_of_undelivered(*house_.archive, clock_now()))
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
    for (;;) {
        auto const pause = round(work);
        std::unique_lock lock{mutex_};
        if (wake_.wait_for(lock, pause, [this] { return ending_; }))
            return;
    }
}

} // namespace server
