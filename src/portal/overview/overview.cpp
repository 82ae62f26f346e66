#include "portal/overview/overview.h"

#include <algorithm>
#include <cmath>

namespace portal::overview {

using foundation::Instant;

namespace {

constexpr double half_life_days = 30;
constexpr std::size_t most_shortcuts = 6;

bool has(std::vector<std::string> const& list, std::string_view wanted) {
    return std::ranges::find(list, wanted) != list.end();
}

/// The grants that hold now. Kept apart from the question which task they open: asking the calendar
/// once for each grant, not once for each grant and task.
std::vector<Grant const*> live(Standing const& standing, Instant now) {
    std::vector<Grant const*> grants;
    for (auto const& grant : standing.grants)
        if (grant.holds(now))
            grants.push_back(&grant);
    return grants;
}

bool opens(Grant const& grant, Task const& task, Catalogue const& catalogue) {
    auto const* role = catalogue.role(grant.role);
    return role && has(role->tasks, task.code);
}

/// Those that this sign-in reaches, whatever they open.
std::vector<Grant const*> within_reach(Standing const& standing, Catalogue const& catalogue,
                                       Instant now) {
    auto grants = live(standing, now);
    std::erase_if(grants, [&](Grant const* grant) {
        return !within_branch(*grant, standing.branch_number, catalogue);
    });
    return grants;
}

/// Whether this account may start anything at all.
Startable anything(Standing const& standing, Policy const& policy, Instant now) {
    if (standing.organisation.ended(now))
        return Startable::organisation_ended;
    if (standing.account.ended(now))
        return Startable::account_ended;
    return standing.account.linked(policy, now) ? Startable::yes : Startable::unlinked;
}

/// The grants of an account as one asks for each task of the catalogue.
struct Reach {
    std::vector<Grant const*> granted;
    std::vector<Grant const*> within;
    AssuranceLevel level;
    Catalogue const& catalogue;
};

Reach reach_of(Standing const& standing, Catalogue const& catalogue, Instant now) {
    return {.granted = live(standing, now),
            .within = within_reach(standing, catalogue, now),
            .level = standing.level,
            .catalogue = catalogue};
}

Startable this_task(Task const& task, Reach const& reach) {
    auto const opened = [&](Grant const* grant) { return opens(*grant, task, reach.catalogue); };
    if (std::ranges::none_of(reach.granted, opened))
        return Startable::not_granted;
    if (std::ranges::none_of(reach.within, opened))
        return Startable::outside_branch;
    return reach.level < task.least_level ? Startable::level_too_low : Startable::yes;
}

} // namespace

bool within_branch(Grant const& grant, std::optional<std::string> const& branch_number,
                   Catalogue const& catalogue) {
    if (!branch_number)
        return true;
    return std::ranges::any_of(grant.attributes, [&](auto const& attribute) {
        auto const* type = catalogue.attribute_type(attribute.first);
        return type && type->names_branch && attribute.second == *branch_number;
    });
}

Startable may_start(Task const& task, Standing const& standing, Catalogue const& catalogue,
                    Policy const& policy, Instant now) {
    auto const first = anything(standing, policy, now);
    if (first != Startable::yes)
        return first;
    return this_task(task, reach_of(standing, catalogue, now));
}

std::vector<Task const*> shown_tasks(Standing const& standing, Catalogue const& catalogue,
                                     Policy const& policy, Instant now) {
    if (anything(standing, policy, now) != Startable::yes)
        return {};
    std::vector<Task const*> tasks;
    auto const reach = reach_of(standing, catalogue, now);
    for (auto const& task : catalogue.tasks) {
        auto const startable = this_task(task, reach);
        if (startable == Startable::yes || startable == Startable::level_too_low)
            tasks.push_back(&task);
    }
    return tasks;
}

std::vector<std::map<std::string, std::string>> scopes(Task const& task, Standing const& standing,
                                                       Catalogue const& catalogue, Instant now) {
    std::vector<std::map<std::string, std::string>> found;
    for (auto const* grant : within_reach(standing, catalogue, now))
        if (opens(*grant, task, catalogue) &&
            std::ranges::find(found, grant->attributes) == found.end())
            found.push_back(grant->attributes);
    return found;
}

bool applies(Announcement const& announcement, Standing const& standing, Instant now) {
    if (now < announcement.from || now >= announcement.until)
        return false;
    bool const sector = announcement.sectors.empty() ||
                        std::ranges::any_of(standing.organisation.sectors, [&](auto const& code) {
                            return has(announcement.sectors, code);
                        });
    bool const role =
        announcement.roles.empty() || std::ranges::any_of(standing.grants, [&](Grant const& grant) {
            return grant.holds(now) && has(announcement.roles, grant.role);
        });
    return sector && role;
}

double weight_of_use(Instant used_at, Instant now) {
    if (used_at > now || now - used_at >= window_of_use)
        return 0;
    auto const days = std::chrono::duration<double, std::ratio<86400>>{now - used_at}.count();
    return std::exp2(-days / half_life_days);
}

namespace {

std::vector<TopicOfTasks> topics_of(std::vector<Task const*> const& tasks,
                                    Catalogue const& catalogue) {
    std::vector<TopicOfTasks> topics;
    for (auto const& topic : catalogue.topics) {
        TopicOfTasks under{.topic = &topic, .tasks = {}};
        for (auto const* task : tasks)
            if (task->topic == topic.code)
                under.tasks.push_back(task);
        if (!under.tasks.empty())
            topics.push_back(std::move(under));
    }
    return topics;
}

std::vector<ShownAnnouncement> announcements_of(Standing const& standing,
                                                Catalogue const& catalogue,
                                                std::set<std::string> const& read, Instant now) {
    std::vector<ShownAnnouncement> shown;
    for (auto const& announcement : catalogue.announcements)
        if (applies(announcement, standing, now))
            shown.push_back({&announcement, read.contains(announcement.code)});
    std::ranges::stable_sort(shown, [](auto const& a, auto const& b) {
        if (a.read != b.read)
            return b.read;
        if (a.announcement->weight != b.announcement->weight)
            return a.announcement->weight > b.announcement->weight;
        return a.announcement->from > b.announcement->from;
    });
    return shown;
}

struct Weighed {
    Shortcut shortcut;
    double weight = 0;
};

/// Pinned ones first, then by use; what was never used or was removed is none.
std::vector<Shortcut> shortcuts_of(std::vector<Task const*> const& tasks,
                                   std::vector<TaskUse> const& uses,
                                   std::vector<Preference> const& preferences, Instant now) {
    std::vector<Weighed> weighed;
    for (auto const* task : tasks) {
        auto const chosen = std::ranges::find(preferences, task->code, &Preference::task);
        auto const choice = chosen == preferences.end() ? Choice::by_use : chosen->choice;
        Weighed one{
            .shortcut = {.task = task, .last_used = {}, .pinned = choice == Choice::pinned}};
        for (auto const& use : uses) {
            if (use.task != task->code)
                continue;
            one.weight += weight_of_use(use.at, now);
            one.shortcut.last_used = std::max(one.shortcut.last_used, std::optional{use.at});
        }
        if (choice != Choice::removed && (one.shortcut.pinned || one.weight > 0))
            weighed.push_back(one);
    }
    std::ranges::stable_sort(weighed, [](Weighed const& a, Weighed const& b) {
        return a.shortcut.pinned != b.shortcut.pinned ? a.shortcut.pinned : a.weight > b.weight;
    });
    std::vector<Shortcut> shortcuts;
    for (auto const& one : weighed)
        if (shortcuts.size() < most_shortcuts)
            shortcuts.push_back(one.shortcut);
    return shortcuts;
}

} // namespace

Overview drawn_up(Standing const& standing, Catalogue const& catalogue, Policy const& policy,
                  std::set<std::string> const& read, std::vector<TaskUse> const& uses,
                  std::vector<Preference> const& preferences, Instant now) {
    auto const tasks = shown_tasks(standing, catalogue, policy, now);
    return {.topics = topics_of(tasks, catalogue),
            .announcements = announcements_of(standing, catalogue, read, now),
            .shortcuts = shortcuts_of(tasks, uses, preferences, now)};
}

Announcement const* to_be_read_first(Standing const& standing, Catalogue const& catalogue,
                                     std::set<std::string> const& read, Instant now) {
    auto const found =
        std::ranges::find_if(catalogue.announcements, [&](Announcement const& announcement) {
            return announcement.weight == AnnouncementWeight::must_read &&
                   !read.contains(announcement.code) && applies(announcement, standing, now);
        });
    return found == catalogue.announcements.end() ? nullptr : &*found;
}

} // namespace portal::overview
