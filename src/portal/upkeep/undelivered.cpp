#include "portal/upkeep/undelivered.h"

#include "foundation/fault.h"

namespace portal::upkeep {

namespace {

constexpr int at_once = 50;

void tell(Archive& archive, UndeliveredMail const& mail, foundation::Instant now) {
    archive.change([&](Records& records) {
        if (!records.mark_told(mail.id, now))
            return;
        auto const account = records.account(mail.account);
        auto const home = account ? records.organisation(account->organisation) : std::nullopt;
        if (home)
            records.keep({MailUndelivered{.subject = subject_of(*account, *home),
                                          .mail = mail.kind,
                                          .failure = mail.failure,
                                          .administrators = records.administrators_of(
                                              account->organisation, now)}},
                         {.account = {}, .otherwise = "courier"}, now);
    });
}

} // namespace

std::vector<std::string> tell_of_undelivered(Archive& archive, foundation::Instant now) {
    std::vector<std::string> untold;
    auto const mails = archive.look([](Records& records) { return records.undelivered(at_once); });
    for (auto const& mail : mails) {
        try {
            tell(archive, mail, now);
        } catch (foundation::Fault const&) {
            if (!archive.reachable())
                throw;
            // Its account cannot be read: that is in the way of no other mail.
            archive.change([&](Records& records) { records.mark_told(mail.id, now); });
            untold.push_back(mail.id.text());
        }
    }
    return untold;
}

} // namespace portal::upkeep
