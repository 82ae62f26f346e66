#include "portal/upkeep/undelivered.h"

#include "foundation/fault.h"

namespace portal::upkeep {

namespace {

constexpr int at_once = 50;

/// What is found in a look of its own; nothing when a row of it cannot be read.
template<class Found, class Look>
std::optional<Found> readable(Archive& archive, foundation::Instant asked_at, Look look) {
    try {
        return archive.look(asked_at, look);
    } catch (foundation::Fault const&) {
        if (!archive.reachable())
            throw;
        return std::nullopt;
    }
}

std::optional<Subject> subject_in(Archive& archive, UndeliveredMail const& mail,
                                  foundation::Instant asked_at) {
    if (!mail.account)
        return std::nullopt;
    auto const found = readable<std::optional<Subject>>(
        archive, asked_at, [&](Records& records) -> std::optional<Subject> {
            auto const account = records.account(*mail.account);
            auto const home = account ? records.organisation(account->organisation) : std::nullopt;
            return home ? std::optional{subject_of(*account, *home)} : std::nullopt;
        });
    return found.value_or(std::nullopt);
}

/// Whether somebody was told. An account that cannot be read, or is not there, has no journal in
/// which it could stand; an administrator who cannot be read keeps it out of no journal.
bool tell(Archive& archive, UndeliveredMail const& mail, foundation::Instant asked_at) {
    auto const subject = subject_in(archive, mail, asked_at);
    auto const administrators =
        !subject ? std::nullopt
                 : readable<std::vector<Correspondent>>(archive, asked_at, [&](Records& records) {
                       return records.administrators_of(subject->organisation, records.moment());
                   });
    archive.change(asked_at, [&](Records& records) {
        if (!records.mark_told(mail.id, records.moment()) || !subject)
            return;
        records.keep({MailUndelivered{.subject = *subject,
                                      .mail = mail.kind,
                                      .failure = mail.failure,
                                      .administrators =
                                          administrators.value_or(std::vector<Correspondent>{})}},
                     {.account = {}, .otherwise = "courier"});
    });
    return administrators.has_value();
}

} // namespace

std::vector<std::string> tell_of_undelivered(Archive& archive, foundation::Instant asked_at,
                                             std::stop_token const& ending) {
    std::vector<std::string> untold;
    auto const mails = archive.look([](Records& records) { return records.undelivered(at_once); });
    for (auto const& mail : mails) {
        if (ending.stop_requested())
            break;
        if (!tell(archive, mail, asked_at))
            untold.push_back(mail.id);
    }
    return untold;
}

} // namespace portal::upkeep
