#include "delivery/courier.h"

#include "delivery/mime.h"
#include "delivery/names.h"
#include "foundation/fault.h"
#include "portal/identity/mail_address.h"

#include <array>
#include <fmt/format.h>

namespace delivery {

using namespace std::chrono;

namespace {

constexpr int batch = 50;
// The lease is two minutes and one delivery takes at most half a minute (security.md F5).
constexpr foundation::Duration last_start_within_lease = seconds{85};

} // namespace

std::optional<foundation::Instant> next_attempt(foundation::Instant queued_at, int attempts,
                                                foundation::Instant now) {
    foundation::ensure(attempts >= 1, "an attempt came before this question");
    constexpr std::array<minutes, 6> waits{minutes{1}, minutes{5}, minutes{15},
                                           hours{1},   hours{2},   hours{4}};
    auto const place = std::min(static_cast<std::size_t>(attempts), waits.size()) - 1;
    auto const next = now + waits.at(place);
    return next < queued_at + patience ? std::optional{next} : std::nullopt;
}

Courier::Courier(portal::Outbox& outbox, MailSettings settings, Deliverer& deliverer, Log log,
                 Stopwatch stopwatch, portal::MailClass down_to)
    : outbox_(outbox)
    , settings_(std::move(settings))
    , deliverer_(deliverer)
    , log_(std::move(log))
    , stopwatch_(std::move(stopwatch))
    , down_to_(down_to) {
    auto const from = portal::MailAddress::parse(settings_.from);
    if (!from)
        throw foundation::Fault("the sender of mail must be one e-mail address");
    settings_.from = from->sent();
}

int Courier::run_once(foundation::Instant now, std::stop_token const& ending) {
    int left = 0;
    auto const began = stopwatch_();
    auto const due = outbox_.take_due(now, batch, down_to_);
    for (auto const& id : due.unreadable)
        log_(fmt::format("mail {} cannot be read by this version or with this key; it is put off",
                         id));
    auto const moment = [&] { return due.at + (stopwatch_() - began); };
    std::span<portal::WaitingMail const> untried{due.mails};
    try {
        while (!untried.empty() && !ending.stop_requested() &&
               stopwatch_() - began <= last_start_within_lease) {
            auto const waiting = begun(untried.front(), moment());
            untried = untried.subspan(1);
            if (waiting && carry(*waiting, moment, ending))
                ++left;
        }
    } catch (foundation::Fault const&) {
        give_back(untried);
        throw;
    }
    give_back(untried);
    return left;
}

/// Nothing when it is not to be sent any more, or not by this courier.
std::optional<portal::WaitingMail> Courier::begun(portal::WaitingMail const& taken,
                                                  foundation::Instant now) {
    if (taken.useless_after && now >= *taken.useless_after) {
        give_up(taken, portal::MailFailure::no_answer, "useless by now", now);
        return std::nullopt;
    }
    auto mail = outbox_.begin(taken);
    if (!mail)
        return std::nullopt;
    auto waiting = taken;
    waiting.mail = *std::move(mail);
    return waiting;
}

/// Whether it has left.
bool Courier::carry(portal::WaitingMail const& waiting, Now const& now,
                    std::stop_token const& ending) {
    auto const parcel = parcel_of(waiting, now());
    if (!parcel) {
        give_up(waiting, portal::MailFailure::impossible, parcel.error(), now());
        return false;
    }
    auto const receipt = tried(*parcel, ending);
    settle(waiting, receipt, now());
    return receipt.reception == Reception::accepted;
}

/// What the way out lacks at this mail (memory, say) must not hold up the others.
Receipt Courier::tried(Parcel const& parcel, std::stop_token const& ending) {
    try {
        return deliverer_.deliver(parcel, ending);
    } catch (foundation::Fault const& fault) {
        return {.reception = Reception::deferred, .reason = fault.what()};
    }
}

/// What cannot be given back comes back when its lease ends.
void Courier::give_back(std::span<portal::WaitingMail const> untried) {
    try {
        outbox_.give_back(untried);
    } catch (foundation::Fault const& fault) {
        log_(fmt::format("{} mails that were not tried wait for the end of their lease: {}",
                         untried.size(), fault.what()));
    }
}

std::expected<Parcel, std::string> Courier::parcel_of(portal::WaitingMail const& waiting,
                                                      foundation::Instant now) const {
    portal::Mail const& mail = waiting.mail;
    auto const to = portal::MailAddress::parse(mail.address);
    if (!to)
        return std::unexpected("its receiver is not one e-mail address");
    try {
        MessageHead const head{.id = waiting.id.text(),
                               .from = settings_.from,
                               .to = to->sent(),
                               .name = greeted_name(mail.name),
                               .date = now,
                               .language = mail.language};
        return Parcel{.id = head.id,
                      .from = head.from,
                      .to = head.to,
                      .message = mime_message(head, mail_text(mail, settings_))};
    } catch (foundation::Fault const& incomplete) {
        // Trying again would find the same row; the others must not wait for it.
        return std::unexpected(incomplete.what());
    }
}

void Courier::settle(portal::WaitingMail const& waiting, Receipt const& receipt,
                     foundation::Instant now) {
    if (receipt.reception == Reception::accepted) {
        outbox_.mark_sent(waiting.id, now);
        note(waiting, "has left");
        return;
    }
    if (receipt.reception == Reception::rejected) {
        give_up(waiting, receipt.failure, receipt.reason, now);
        return;
    }
    if (receipt.reception == Reception::cut_short) {
        outbox_.put_off(waiting.id, now, receipt.reason); // for another node, or the next start
        note(waiting, "is tried again");
        return;
    }
    auto const next = next_attempt(waiting.queued_at, waiting.attempts + 1, now);
    if (!next || (waiting.useless_after && *next >= *waiting.useless_after)) {
        give_up(waiting, portal::MailFailure::no_answer, receipt.reason, now);
        return;
    }
    outbox_.put_off(waiting.id, *next, receipt.reason);
    note(waiting, "is tried again");
}

void Courier::give_up(portal::WaitingMail const& waiting, portal::MailFailure why,
                      std::string const& reason, foundation::Instant now) {
    outbox_.give_up(waiting.id, why, reason, now);
    note(waiting, portal::is_refusal(why) ? "was refused and is given up" : "is given up");
}

void Courier::note(portal::WaitingMail const& waiting, std::string_view what) const {
    log_(fmt::format("mail {} ({}) {}", waiting.id.text(), portal::name_of(waiting.mail.kind),
                     what));
}

} // namespace delivery
