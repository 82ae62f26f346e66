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

void note_start(Archive& archive, Standing const& standing, std::string const& task, Instant now) {
    archive.change([&](Records& records) {
        records.add_task_use(standing.account.id, task, now);
        records.keep({TaskStarted{.subject = subject_of(standing.account, standing.organisation),
                                  .task = task}},
                     {.account = standing.account.id}, now);
    });
}

Announcement const* to_be_read_first(Archive& archive, Standing const& standing,
                                     Catalogue const& catalogue, Instant now) {
    auto const read = archive.look(
        [&](Records& records) { return records.announcements_read(standing.account.id); });
    return to_be_read_first(standing, catalogue, read, now);
}

void mark_read(Archive& archive, Standing const& standing, std::string const& announcement,
               Instant now) {
    archive.change([&](Records& records) {
        if (records.announcements_read(standing.account.id).contains(announcement))
            return;
        records.mark_announcement_read(standing.account.id, announcement, now);
        records.keep(
            {AnnouncementRead{.subject = subject_of(standing.account, standing.organisation),
                              .announcement = announcement}},
            {.account = standing.account.id}, now);
    });
}

void prefer(Archive& archive, AccountId const& account, Preference const& preference) {
    archive.change([&](Records& records) { records.save(account, preference); });
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
