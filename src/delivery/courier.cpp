#include "delivery/courier.h"

#include "delivery/mime.h"
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

/// For the log and for whoever reads it: the name of the kind, never what the mail says (L8).
std::string_view name_of(portal::MailKind kind) {
    using enum portal::MailKind;
    switch (kind) {
    case registration_confirmed:
        return "registration_confirmed";
    case activation_code:
        return "activation_code";
    case code_requested:
        return "code_requested";
    case linked:
        return "linked";
    case linked_to_administrator:
        return "linked_to_administrator";
    case linking_attempts_failed:
        return "linking_attempts_failed";
    case linking_blocked:
        return "linking_blocked";
    case unlinked:
        return "unlinked";
    case unlinked_to_administrator:
        return "unlinked_to_administrator";
    case link_lapsed:
        return "link_lapsed";
    case link_lapses_soon:
        return "link_lapses_soon";
    case never_linked:
        return "never_linked";
    case address_code:
        return "address_code";
    case address_changed:
        return "address_changed";
    case contact_changed:
        return "contact_changed";
    case grants_changed:
        return "grants_changed";
    case appointed:
        return "appointed";
    case key_runs_out:
        return "key_runs_out";
    case account_ended:
        return "account_ended";
    }
    foundation::bug("a kind of mail without a name", std::source_location::current());
}

} // namespace

std::optional<foundation::Instant> next_attempt(foundation::Instant queued_at, int attempts,
                                                foundation::Instant now,
                                                foundation::Duration patience) {
    foundation::ensure(attempts >= 1, "an attempt came before this question");
    constexpr std::array<minutes, 6> waits{minutes{1}, minutes{5}, minutes{15},
                                           hours{1},   hours{2},   hours{4}};
    auto const place = std::min(static_cast<std::size_t>(attempts), waits.size()) - 1;
    auto const next = now + waits.at(place);
    return next < queued_at + patience ? std::optional{next} : std::nullopt;
}

Courier::Courier(portal::Outbox& outbox, MailSettings settings, Deliverer& deliverer, Log log)
    : outbox_(outbox)
    , settings_(std::move(settings))
    , deliverer_(deliverer)
    , log_(std::move(log)) {
    auto const from = portal::MailAddress::parse(settings_.from);
    if (!from)
        throw foundation::Fault("the sender of mail must be one e-mail address");
    settings_.from = from->sent();
}

int Courier::run_once(foundation::Instant now) {
    int left = 0;
    foundation::Duration took{0};
    for (portal::WaitingMail const& waiting : outbox_.take_due(now, batch)) {
        if (took > last_start_within_lease)
            break; // the rest comes back when its lease ends; going on could send it twice
        if (waiting.useless_after && now >= *waiting.useless_after) {
            give_up(waiting, "useless by now");
            continue;
        }
        auto const parcel = parcel_of(waiting, now);
        if (!parcel) {
            give_up(waiting, parcel.error());
            continue;
        }
        Receipt const receipt = deliverer_.deliver(*parcel);
        took += receipt.took;
        left += receipt.reception == Reception::accepted ? 1 : 0;
        settle(waiting, receipt, now);
    }
    return left;
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
                               .name = mail.name,
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
    bool const rejected = receipt.reception == Reception::rejected;
    auto const next = next_attempt(waiting.queued_at, waiting.attempts + 1, now,
                                   rejected ? patience_when_rejected : patience_when_deferred);
    if (!next || (waiting.useless_after && *next >= *waiting.useless_after)) {
        give_up(waiting, receipt.reason);
        return;
    }
    outbox_.mark_failed(waiting.id, next, receipt.reason);
    note(waiting, rejected ? "was rejected and is tried again" : "is tried again");
}

void Courier::give_up(portal::WaitingMail const& waiting, std::string const& reason) {
    outbox_.mark_failed(waiting.id, std::nullopt, reason);
    note(waiting, "is given up");
}

void Courier::note(portal::WaitingMail const& waiting, std::string_view what) const {
    log_(fmt::format("mail {} ({}) {}", waiting.id.text(), name_of(waiting.mail.kind), what));
}

} // namespace delivery
