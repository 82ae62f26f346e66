#include "foundation/text.h"
#include "portal/upkeep/nightly.h"
#include "simulation/world.h"

#include <algorithm>
#include <array>

namespace simulation {

using namespace portal;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t most_users = 4; // of one organisation: so that they live through something
constexpr std::uint32_t patience = 8; // in looking for an account to link

} // namespace

void World::step() {
    struct Way {
        char const* name;
        void (World::*act)();
        std::uint32_t weight;
    };
    static constexpr std::array ways{
        Way{"an administrator acts", &World::administer, 34},
        Way{"the post goes round", &World::deliver_mail, 20},
        Way{"somebody signs in", &World::sign_in, 12},
        Way{"a visitor goes on", &World::go_on, 12},
        Way{"somebody links", &World::link, 28},
        Way{"two guess at one account", &World::guess_together, 2},
        Way{"a strip is used", &World::revoke, 2},
        Way{"night falls", &World::nightly, 4},
        Way{"time goes by", &World::time_goes_by, 14},
    };
    swept_ = false;
    auto drawn = below(128);
    auto const* way = ways.begin();
    while (drawn >= way->weight)
        drawn -= (way++)->weight;
    last_act_ = way->name;
    try {
        (this->*way->act)();
    } catch (foundation::Fault const& fault) {
        last_act_ += std::string{", but "} + fault.what();
    }
}

void World::administer() {
    using namespace administration;
    auto const home = below(3);
    auto const session = administrator_of(home);
    if (!session)
        return;
    Claim const actor{*session};
    auto const users = accounts_of(home);
    auto const target = once_in(chance_, 8)
                            ? any_account() // perhaps of another organisation
                            : users[below(static_cast<std::uint32_t>(users.size()))];
    switch (below(13)) {
    case 0:
    case 1:
        if (users.size() > most_users && !once_in(chance_, 10))
            break;
        register_user(desk(), actor,
                      {.person = {.name = "User " + std::to_string(++registered_),
                                  .email = "u" + std::to_string(registered_) + "@school.example",
                                  .phone = {},
                                  .function = {}},
                       .has_means = true});
        break;
    case 2:
    case 3:
        if (auto const letter = make_letter(desk(), actor, target.id, press_, {}))
            strips_.push_back(Code::parse(letter->revocation_code).value());
        break;
    case 4:
        record_hand_over(desk(), actor, target.id, foundation::in_amsterdam(now_).date);
        break;
    case 5:
    case 6:
    case 7:
    case 8:
        if (target.letter_serial.empty() && !once_in(chance_, 5))
            if (auto const letter = make_letter(desk(), actor, target.id, press_, {}))
                strips_.push_back(Code::parse(letter->revocation_code).value());
        send_code(desk(), actor, target.id, administration::Resend::sure);
        break;
    case 9:
        if (once_in(chance_, 2))
            unlink(desk(), actor, target.id, UnlinkReason::lost, "lost");
        for (auto const& user : users)
            if (user.attempts.blocked(now_))
                lift_block(desk(), actor, user.id);
        break;
    case 10:
        if (once_in(chance_, 3))
            end_account(desk(), actor, target.id, "left");
        break;
    default:
        change_grants(actor, target);
        break;
    }
}

void World::change_grants(Claim const& administrator, Account const& target) {
    if (once_in(chance_, 2)) {
        administration::grant_role(desk(), administrator,
                                   {.account = target.id,
                                    .role = "reader",
                                    .attributes = {},
                                    .from = foundation::in_amsterdam(now_).date,
                                    .until = {},
                                    .reason = "work"});
        return;
    }
    for (auto const& grant :
         failing_.look([&](Records& records) { return records.grants_of(target.id); }))
        administration::withdraw_grant(desk(), administrator, grant.id, "no longer");
}

/// At least once: a mail that left may come again when marking it failed.
void World::deliver_mail() {
    for (auto const& waiting : failing_outbox_.take_due(now_, 50, MailClass::bulk).mails) {
        auto const mail = failing_outbox_.begin(waiting);
        if (!mail)
            continue;
        if (waiting.useless_after && now_ >= *waiting.useless_after) {
            failing_outbox_.give_up(waiting.id, MailFailure::no_answer, "useless by now", now_);
        } else if (once_in(chance_, 10)) {
            failing_outbox_.put_off(waiting.id, now_ + 5min, "no connection");
        } else {
            delivered_.insert(waiting.id.text());
            if (mail->kind == MailKind::activation_code)
                inbox_.insert_or_assign(mail->address, Code::parse(mail->code).value());
            failing_outbox_.mark_sent(waiting.id, now_);
        }
    }
}

/// Half of the time somebody who has a link.
void World::sign_in() {
    auto const account = any_account();
    arrive(account.link && once_in(chance_, 2) ? account.link->identity : any_identity());
}

void World::arrive(Identity const& identity) {
    auto const assertion = "_assertion-" + std::to_string(++arrivals_);
    bool const low = once_in(chance_, 15);
    auto const outcome =
        signing_in::arrive(failing_, vault_, policy_,
                           {.request_id = "_request",
                            .response_id = "_response",
                            .assertion_id = assertion,
                            .assertion_expires_at = now_ + 3min,
                            .authenticated_at = now_,
                            .identity = identity,
                            .raw_pseudonym = identity.pseudonym,
                            .pseudonym_qualifier = {},
                            .rsin = {},
                            .branch_number = {},
                            .organisation_name = {},
                            .level = low ? AssuranceLevel::loa2 : AssuranceLevel::loa3,
                            .authenticating_authority = {}},
                           {.relay_digest = assertion,
                            .browser_digest = {},
                            .pending = {.request_id = "_request", .departed_at = now_},
                            .return_path = {}},
                           "INC1", now_);
    auto const* visitor = std::get_if<signing_in::SignedInVisitor>(&outcome);
    if (!visitor)
        return;
    visits_.push_back({.identity = identity, .token = visitor->token});
    if (auto const* choice = std::get_if<signing_in::MustChoose>(&visitor->verdict))
        visits_.back().choices = choice->accounts;
}

/// Chooses an account (his own or not), signs out, or asks for a code.
void World::go_on() {
    if (visits_.empty())
        return;
    auto const recent = std::min<std::size_t>(visits_.size(), 4);
    auto const visit = visits_[visits_.size() - 1 - below(static_cast<std::uint32_t>(recent))];
    auto const session = session_of(visit);
    if (!session)
        return;
    switch (below(3)) {
    case 0:
        if (auto const chosen = signing_in::choose_account(failing_, vault_, policy_, *session,
                                                           any_account().id, now_))
            visits_.push_back({.identity = visit.identity, .token = chosen->token});
        break;
    case 1:
        signing_in::sign_out(failing_, *session, now_);
        break;
    default:
        linking::request_code(failing_, visit.identity, any_account().username, policy_, now_);
        break;
    }
}

/// Up to the last step, over which one is passed now and then.
bool World::comes_to_link(Identity const& identity) {
    arrive(identity);
    if (visits_.empty() || visits_.back().identity != identity)
        return false;
    if (!once_in(chance_, 12))
        linking::confirm_having_both(failing_, policy_, identity);
    linking::agree_to_disclaimer(failing_, policy_, identity, now_);
    linking::agree_to_terms(failing_, policy_, identity, now_);
    return true;
}

KvkNumber World::number_of(Account const& account) const {
    return std::ranges::find(organisations_, account.organisation, &Organisation::id)
        ->kvk_numbers.front();
}

/// Colleagues, or the same one twice: alone neither of them blocks the account (P2.18).
void World::guess_together() {
    auto const account = any_account();
    for (int who = 0; who < 2; ++who) {
        auto identity = any_identity();
        identity.kvk = number_of(account);
        if (!comes_to_link(identity))
            return;
        for (int tries = 0; tries < 5; ++tries)
            if (auto const session = session_of(visits_.back()))
                linking::link_means(failing_, vault_, policy_, *session, account.username,
                                    Code::mint(chance_), now_);
    }
}

/// The whole of manual 1.2 with the code that came by post, or with a wrong combination; now and
/// then a step is passed over, the button is pressed twice, or the code is typed a day later.
void World::link() {
    auto account = any_account();
    for (std::uint32_t n = 0;
         n < patience && !(account.code && inbox_.contains(account.person.email)); ++n)
        account = any_account();
    auto identity = any_identity();
    if (!once_in(chance_, 6)) // mostly for the organisation of the account
        identity.kvk = number_of(account);
    if (!comes_to_link(identity))
        return;
    auto const came = inbox_.find(account.person.email);
    if (came == inbox_.end() && !once_in(chance_, 4))
        return;
    bool const right = came != inbox_.end() && !once_in(chance_, 4);
    auto const code = right ? came->second : Code::mint(chance_);
    auto const times = right ? 1 + below(2) : 1 + below(6);
    for (std::uint32_t n = 0; n < times; ++n) {
        auto const session = session_of(visits_.back());
        if (!session)
            return;
        auto const result =
            linking::link_means(failing_, vault_, policy_, *session, account.username, code, now_);
        if (result.visitor)
            visits_.push_back({.identity = identity, .token = result.visitor->token});
    }
}

void World::revoke() {
    auto const code = strips_.empty() || once_in(chance_, 4)
                          ? Code::mint(chance_)
                          : strips_[below(static_cast<std::uint32_t>(strips_.size()))];
    administration::unlink_with_revocation_code(failing_, vault_, code, now_);
}

void World::nightly() { swept_ = upkeep::nightly(failing_, policy_, now_).failed.empty(); }

void World::time_goes_by() {
    static constexpr std::array<foundation::Duration, 6> short_leaps{7s,    40s,   5min,
                                                                     14min, 16min, 3h};
    static constexpr std::array<foundation::Duration, 4> long_leaps{23h, 5 * 24h, 70 * 24h,
                                                                    440 * 24h};
    if (!once_in(chance_, 6)) {
        now_ += short_leaps[below(short_leaps.size())];
        return;
    }
    now_ += long_leaps[below(long_leaps.size())];
    if (once_in(chance_, 2)) // or the nightly work stood still all that time
        nightly();
}

} // namespace simulation
