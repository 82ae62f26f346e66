#pragma once
#include "portal/acting/desk.h"
#include "portal/archive.h"
#include "portal/catalogue/catalogue.h"

#include <set>

namespace portal::overview {

/// Whether a mandate for this branch reaches as far as the grant: the grant must be for this very
/// branch. One for another branch, or for more than a branch, is outside (decision 0083). Without a
/// branch the mandate holds for all of the organisation. Pure.
bool within_branch(Grant const& grant, std::optional<std::string> const& branch_number,
                   Catalogue const& catalogue);

enum class Startable {
    yes,
    not_granted,
    outside_branch, ///< granted, but not within the branch of the mandate
    level_too_low,
    account_ended,
    organisation_ended,
    unlinked
};

/// P9.5: whether the task may be started at this moment. The one place that decides it, for pages
/// and use cases alike. Pure.
Startable may_start(Task const& task, Standing const& standing, Catalogue const& catalogue,
                    Policy const& policy, foundation::Instant now);

/// The values for which the account may do this task: of each attribute type of the granting roles.
std::vector<std::map<std::string, std::string>> scopes(Task const& task, Standing const& standing,
                                                       Catalogue const& catalogue,
                                                       foundation::Instant now);

struct TopicOfTasks {
    Topic const* topic = nullptr;
    std::vector<Task const*> tasks;
};
struct ShownAnnouncement {
    Announcement const* announcement = nullptr;
    bool read = false;
};
struct Shortcut {
    Task const* task = nullptr;
    std::optional<foundation::Instant> last_used;
    bool pinned = false;
};

struct Overview {
    std::vector<TopicOfTasks> topics;             ///< only topics with a task (P4.1)
    std::vector<ShownAnnouncement> announcements; ///< unread and weighty first, then newest (P4.3)
    std::vector<Shortcut> shortcuts;              ///< at most six: pinned, then by use (P4.2)
    bool has_other_accounts = false;              ///< of the same identity, to switch to (P2.12)
};

/// What the user chose for each task, and what there is to choose for (P4.2).
struct ShortcutChoice {
    Task const* task = nullptr;
    Choice choice = Choice::by_use;
};

/// Pure: what of the catalogue this account gets to see.
Overview drawn_up(Standing const& standing, Catalogue const& catalogue, Policy const& policy,
                  std::set<std::string> const& read, std::vector<TaskUse> const& uses,
                  std::vector<Preference> const& preferences, foundation::Instant now);

/// Whether the announcement is meant for this account at this moment (P4.3). Pure.
bool applies(Announcement const& announcement, Standing const& standing, foundation::Instant now);

/// The tasks that are shown: those that may be started now, and those that only want a higher
/// level, for signing in again at that level opens them. Pure.
std::vector<Task const*> shown_tasks(Standing const& standing, Catalogue const& catalogue,
                                     Policy const& policy, foundation::Instant now);

/// The one that must be read before the first task (P4.3), if any. Pure.
Announcement const* to_be_read_first(Standing const& standing, Catalogue const& catalogue,
                                     std::set<std::string> const& read, foundation::Instant now);

/// Each use weighs half of what it weighed 30 days before; over the last 90 days (P4.2). Pure.
double weight_of_use(foundation::Instant used_at, foundation::Instant now);

Overview overview_of(Archive& archive, Standing const& standing, Catalogue const& catalogue,
                     Policy const& policy, foundation::Instant now);

/// Starting a task keeps the use, for the shortcuts and for the journal. False, and nothing is
/// kept, when who starts it may not (any more).
bool note_start(Desk const& desk, Claim const& claim, Task const& task);
Announcement const* to_be_read_first(Archive& archive, Standing const& standing,
                                     Catalogue const& catalogue, foundation::Instant now);
/// Both: false when who asks may not act any more.
bool mark_read(Desk const& desk, Claim const& claim, std::string const& announcement);
bool prefer(Desk const& desk, Claim const& claim, Preference const& preference);
std::vector<ShortcutChoice> shortcut_choices(Archive& archive, Standing const& standing,
                                             Catalogue const& catalogue, Policy const& policy,
                                             foundation::Instant now);

/// Whether this identity opens more than one account at this moment (P2.12).
bool has_other_accounts(Records& records, Standing const& standing, Policy const& policy,
                        foundation::Instant now);

/// Whom to ask for a role: the administrators of the own organisation.
std::vector<Correspondent> whom_to_ask(Archive& archive, Standing const& standing,
                                       foundation::Instant now);

} // namespace portal::overview
