#include "portal/overview/overview.h"

#include <algorithm>

namespace portal::overview {

using foundation::Instant;

bool has_other_accounts(Records& records, Standing const& standing, Policy const& policy,
                        Instant now) {
    if (!standing.account.link)
        return false;
    auto const& identity = standing.account.link->identity;
    auto const open = [&](Account const& one) {
        if (!one.linked(policy, now) || one.ended(now))
            return false;
        auto const organisation = records.organisation(one.organisation);
        return organisation && !organisation->ended(now) && organisation->has(identity.kvk);
    };
    auto const linked = records.accounts_linked_to(identity);
    return linked.size() > 1 && std::ranges::count_if(linked, open) > 1;
}

Overview overview_of(Archive& archive, Standing const& standing, Catalogue const& catalogue,
                     Policy const& policy, Instant now) {
    auto const& account = standing.account;
    return archive.look([&](Records& records) {
        auto const use = records.use_of(account.id, now - window_of_use);
        auto overview = drawn_up(standing, catalogue, policy, use.announcements_read, use.starts,
                                 use.preferences, now);
        overview.has_other_accounts = has_other_accounts(records, standing, policy, now);
        return overview;
    });
}

bool note_start(Desk const& desk, Claim const& claim, Task const& task) {
    auto const started = desk.change(claim, [&](Change& change) {
        auto const& actor = change.actor;
        if (may_start(task, actor, desk.catalogue, desk.policy, change.now) != Startable::yes)
            return false;
        change.records.add_task_use(actor.account.id, task.code, change.now);
        change.keep({TaskStarted{.subject = subject_of(actor.account, actor.organisation),
                                 .task = task.code}});
        return true;
    });
    return started.value_or(false);
}

Announcement const* to_be_read_first(Archive& archive, Standing const& standing,
                                     Catalogue const& catalogue, Instant now) {
    auto const read = archive.look(
        [&](Records& records) { return records.announcements_read(standing.account.id); });
    return to_be_read_first(standing, catalogue, read, now);
}

bool mark_read(Desk const& desk, Claim const& claim, std::string const& announcement) {
    return desk.change(claim, [&](Change& change) {
        auto const& account = change.actor.account;
        if (change.records.announcements_read(account.id).contains(announcement))
            return;
        change.records.mark_announcement_read(account.id, announcement, change.now);
        change.keep({AnnouncementRead{.subject = subject_of(account, change.actor.organisation),
                                      .announcement = announcement}});
    });
}

bool prefer(Desk const& desk, Claim const& claim, Preference const& preference) {
    return desk.change(
        claim, [&](Change& change) { change.records.save(change.actor.account.id, preference); });
}

std::vector<ShortcutChoice> shortcut_choices(Archive& archive, Standing const& standing,
                                             Catalogue const& catalogue, Policy const& policy,
                                             Instant now) {
    auto const preferences = archive.look(
        [&](Records& records) { return records.shortcut_preferences(standing.account.id); });
    std::vector<ShortcutChoice> choices;
    for (auto const* task : shown_tasks(standing, catalogue, policy, now)) {
        auto const chosen = std::ranges::find(preferences, task->code, &Preference::task);
        choices.push_back(
            {.task = task,
             .choice = chosen == preferences.end() ? Choice::by_use : chosen->choice});
    }
    return choices;
}

std::vector<Correspondent> whom_to_ask(Archive& archive, Standing const& standing, Instant now) {
    return archive.look(
        [&](Records& records) { return records.administrators_of(standing.organisation.id, now); });
}

} // namespace portal::overview
