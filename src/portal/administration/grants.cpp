#include "portal/administration/grants.h"

#include "portal/administration/opened.h"

#include <algorithm>

namespace portal::administration {

namespace {

struct Weighed {
    Account account;
    Organisation organisation;
    std::vector<Grant> grants;
};

std::expected<Weighed, GrantRefusal> weighed(Change& change, Desk const& desk,
                                             GrantRole const& command) {
    auto& records = change.records;
    auto account = records.account_for_change(command.account);
    auto organisation = account ? records.organisation(account->organisation) : std::nullopt;
    if (!organisation)
        return std::unexpected(GrantRefusal{.refusal = Refusal::not_found});
    auto const permission = may(change.actor, Action::grant,
                                {.organisation = account->organisation,
                                 .account = &*account,
                                 .home = &*organisation,
                                 .role = command.role,
                                 .attributes = command.attributes},
                                desk.catalogue, change.now);
    if (permission == Permission::other_organisation)
        return std::unexpected(GrantRefusal{.refusal = Refusal::not_found});
    if (permission != Permission::allowed)
        return std::unexpected(
            GrantRefusal{.refusal = Refusal::not_allowed, .permission = permission});
    if (command.until && *command.until < command.from)
        return std::unexpected(GrantRefusal{.refusal = Refusal::ends_before_start});
    auto grants = records.grants_of(command.account);
    auto const today = foundation::in_amsterdam(change.now).date;
    bool const there = std::ranges::any_of(grants, [&](Grant const& grant) {
        return grant.role == command.role && grant.attributes == command.attributes &&
               (!grant.until || *grant.until >= today);
    });
    if (there)
        return std::unexpected(GrantRefusal{.refusal = Refusal::already_granted});
    return Weighed{.account = std::move(*account),
                   .organisation = std::move(*organisation),
                   .grants = std::move(grants)};
}

bool opens(Grant const& grant, Task const& task, Catalogue const& catalogue,
           foundation::Instant now) {
    auto const* role = catalogue.role(grant.role);
    return role && grant.holds(now) &&
           std::ranges::find(role->tasks, task.code) != role->tasks.end();
}

Effect effect_of(Weighed const& weighed, GrantRole const& command, Catalogue const& catalogue,
                 foundation::Instant now) {
    Effect effect;
    auto const* role = catalogue.role(command.role);
    for (auto const& task : catalogue.tasks) {
        if (std::ranges::find(role->tasks, task.code) == role->tasks.end())
            continue;
        bool const kept = std::ranges::any_of(
            weighed.grants, [&](Grant const& grant) { return opens(grant, task, catalogue, now); });
        (kept ? effect.tasks_kept : effect.tasks_gained).push_back(task.code);
    }
    return effect;
}

} // namespace

std::expected<Effect, GrantRefusal> preview(Desk const& desk, Claim const& claim,
                                            GrantRole const& command) {
    return acted(desk, claim, [&](Change& change) -> std::expected<Effect, GrantRefusal> {
        auto const found = weighed(change, desk, command);
        if (!found)
            return std::unexpected(found.error());
        return effect_of(*found, command, desk.catalogue, change.now);
    });
}

namespace {

/// All that was filled in: another period on the same page is another grant.
std::string act_of(GrantRole const& command) {
    auto act = "grant\n" + command.account.text() + '\n' + command.role + '\n' +
               foundation::iso_date(command.from) + '\n' +
               (command.until ? foundation::iso_date(*command.until) : "") + '\n' + command.reason;
    for (auto const& [type, value] : command.attributes)
        act.append("\n").append(type).append("=").append(value);
    return act;
}

} // namespace

std::expected<GrantId, GrantRefusal> grant_role(Desk const& desk, Claim const& claim,
                                                GrantRole const& command) {
    auto const act = act_of(command);
    return acted(desk, claim, [&](Change& change) -> std::expected<GrantId, GrantRefusal> {
        if (auto const before = change.given_before(act))
            if (auto const made = change.records.grant(GrantId::parse(*before).value());
                made && !made->withdrawn_at)
                return made->id;
        auto const found = weighed(change, desk, command);
        if (!found)
            return std::unexpected(found.error());
        Grant const grant{.id = GrantId::mint(desk.vault.randomness),
                          .account = command.account,
                          .role = command.role,
                          .attributes = command.attributes,
                          .from = command.from,
                          .until = command.until,
                          .reason = command.reason,
                          .granted_by = change.actor.account.id,
                          .granted_at = change.now,
                          .withdrawn_at = std::nullopt};
        change.records.add(grant);
        change.keep({GrantMade{.subject = subject_of(found->account, found->organisation),
                               .grant = grant}});
        change.note_given(act, grant.id.text());
        return grant.id;
    });
}

bool withdrawn_before(Desk const& desk, Claim const& claim, GrantId const& id) {
    return given_before(desk, claim, withdrawal_of(id)).has_value();
}

std::vector<std::string> tasks_lost(std::vector<Grant> const& grants, Grant const& withdrawn,
                                    Catalogue const& catalogue, foundation::Instant now) {
    std::vector<std::string> lost;
    for (auto const& task : catalogue.tasks) {
        bool const by_another = std::ranges::any_of(grants, [&](Grant const& grant) {
            return grant.id != withdrawn.id && opens(grant, task, catalogue, now);
        });
        if (opens(withdrawn, task, catalogue, now) && !by_another)
            lost.push_back(task.code);
    }
    return lost;
}

std::expected<void, Refusal> withdraw_grant(Desk const& desk, Claim const& claim, GrantId const& id,
                                            std::string const& reason) {
    return acted(desk, claim, [&](Change& change) -> std::expected<void, Refusal> {
        auto& records = change.records;
        auto grant = records.grant(id);
        auto const account =
            grant ? records.account_for_change(grant->account) : std::optional<Account>{};
        auto const organisation =
            account ? records.organisation(account->organisation) : std::optional<Organisation>{};
        if (!organisation)
            return std::unexpected(Refusal::not_found);
        auto const permission =
            may(change.actor, Action::withdraw_grant,
                {.organisation = account->organisation, .account = &*account, .role = grant->role},
                desk.catalogue, change.now);
        if (permission != Permission::allowed)
            return std::unexpected(refusal_for(permission));
        if (grant->withdrawn_at)
            return {};
        grant->withdrawn_at = change.now;
        records.save(*grant);
        change.note_given(withdrawal_of(id), {});
        change.keep({GrantWithdrawn{
            .subject = subject_of(*account, *organisation), .grant = *grant, .reason = reason}});
        return {};
    });
}

} // namespace portal::administration
