#include "simulation/world.h"

namespace simulation {

using namespace portal;

/// Comes in by the door like everybody. Whose link has lapsed is linked again first, as by the
/// registrars that this world does not have.
std::optional<Session> World::administrator_of(std::size_t organisation) {
    Identity const identity{.pseudonym = std::string(64, 'z'),
                            .kvk = organisations_[organisation].kvk_numbers.front()};
    auto const account = archive_->look([&](Records& records) {
        return records.account(administrators_[organisation].id).value();
    });
    if (account.attempts.blocked(now_))
        return std::nullopt;
    if (!account.linked(policy_, now_))
        linked_again(account, identity);
    arrive(identity);
    if (visits_.empty() || visits_.back().identity != identity)
        return std::nullopt;
    return session_of(visits_.back());
}

void World::linked_again(Account administrator, Identity const& identity) {
    archive_->change(now_, [&](Records& records) {
        auto const home = records.organisation(administrator.organisation).value();
        auto const subject = subject_of(administrator, home);
        if (administrator.link)
            records.keep({LinkLapsed{.subject = subject, .last_used = now_}}, {});
        administrator.code.reset();
        administrator.code_requested_at.reset();
        administrator.attempts = {};
        administrator.link = Link{.identity = identity, .linked_at = now_};
        records.save(administrator);
        records.end_sessions_of(administrator.id);
        records.keep(
            {CodeSent{.subject = subject,
                      .code = foundation::Secret<std::string>{Code::mint(chance_).grouped()},
                      .expires_at = now_ + policy_.code_lasts},
             AccountLinked{.subject = subject,
                           .identity = mark_of(identity),
                           .level = AssuranceLevel::loa3,
                           .administrators = {}}},
            {});
    });
}

} // namespace simulation
