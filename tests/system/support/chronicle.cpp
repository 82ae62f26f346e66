#include "system/support/chronicle.h"

#include <set>
#include <utility>

namespace stage {

using namespace portal;
using journal::Link;

namespace {

/// What comes of arriving and leaving, for which nobody needs a role.
bool is_coming_or_going(std::string const& kind) {
    static std::set<std::string> const kinds{"linked",          "signed in",
                                             "signed out",      "staff signed in",
                                             "language chosen", "contact details changed",
                                             "staff admitted",  "staff roles changed"};
    return kinds.contains(kind);
}

bool wants_a_grant(std::string const& kind) {
    return kind == "task started" || kind == "form submitted";
}

} // namespace

std::string detail_of(Link const& entry, std::string const& name) {
    auto const key = '"' + name + "\":\"";
    auto const at = entry.details.find(key);
    if (at == std::string::npos)
        return {};
    auto const from = at + key.size();
    return entry.details.substr(from, entry.details.find('"', from) - from);
}

void Chronicle::learn(Scene const& scene) {
    using Kind = Person::Kind;
    for (auto const& id : {scene.administrator, scene.colleague})
        people_[id.text()] = {.kind = Kind::administrator, .linked = true};
    people_[scene.candidate.text()] = {.kind = Kind::administrator};
    people_[scene.user.text()] = {.linked = true, .grants = 1};
    people_[scene.newcomer.text()] = {};
    people_[scene.arriving.text()] = {};
    for (auto const& id : {scene.registrar, scene.approver})
        people_[id.text()] = {.kind = Kind::staff, .linked = true, .has_staff_role = true};
}

void Chronicle::read_on(Records& records) {
    for (;;) {
        auto const entries = records.journal_after(number_, 500);
        for (auto const& entry : entries) {
            expect(journal::follows(entry, number_, hash_), entry, "the chain is unbroken (P8.5)");
            expect(entry.at >= newest_, entry, "moments never run backwards");
            number_ = entry.number;
            hash_ = entry.hash;
            newest_ = std::max(newest_, entry.at);
            enter(entry);
            entries_.push_back(entry);
        }
        if (entries.empty())
            return;
    }
}

std::vector<Link> Chronicle::entries() { return std::exchange(entries_, {}); }

std::vector<std::string> Chronicle::flaws() { return std::exchange(flaws_, {}); }

void Chronicle::expect(bool holds, Link const& entry, std::string const& rule) {
    if (!holds)
        flaws_.push_back("entry " + std::to_string(entry.number) + " (" + entry.kind + " by " +
                         entry.doer + "): " + rule);
}

void Chronicle::enter(Link const& entry) {
    if (!entry.account.empty())
        note_standing(entry);
    judge_doer(entry);
    if (!entry.account.empty())
        note_roles(entry, people_[entry.account]);
}

/// Nobody acts without what it takes at that moment (D7).
void Chronicle::judge_doer(Link const& entry) {
    auto const found = people_.find(entry.doer);
    if (found == people_.end())
        return;
    auto const& doer = found->second;
    expect(!doer.ended, entry, "who was ended does nothing");
    expect(doer.linked, entry, "who was unlinked does nothing");
    if (is_coming_or_going(entry.kind))
        return;
    using enum Person::Kind;
    expect(doer.kind != staff || doer.has_staff_role, entry, "who lost the role does nothing");
    expect(doer.kind != user || entry.account == entry.doer, entry, "a user acts for himself");
    expect(!wants_a_grant(entry.kind) || doer.grants > 0, entry, "a task wants its role");
}

/// Before the doer is judged: who links or arrives does it by that.
void Chronicle::note_standing(Link const& entry) {
    auto const& kind = entry.kind;
    // Somebody of whom nothing is known may be of a scene of which nobody heard that it was kept.
    auto& person =
        people_.try_emplace(entry.account, Person{.linked = kind == "link lapsed"}).first->second;
    if (kind == "linked") {
        expect(!person.linked && !person.ended, entry, "an account is linked once (P2.11)");
        person.linked = true;
    } else if (kind == "account migrated") {
        person.linked = true;
    } else if (kind == "unlinked") {
        expect(!person.ended, entry, "who was ended is not unlinked");
        person.linked = false;
    } else if (kind == "link lapsed") {
        expect(person.linked, entry, "a link lapses once (P3.4)");
        person.linked = false;
    } else if (kind == "account ended") {
        expect(!person.ended, entry, "an account ends once (P6.8)");
        person.linked = false;
        person.ended = true;
        person.grants = 0;
    }
}

void Chronicle::note_roles(Link const& entry, Person& person) {
    auto const& kind = entry.kind;
    if (kind == "role granted") {
        expect(!person.ended, entry, "who was ended gets no role");
        ++person.grants;
    } else if (kind == "role withdrawn") {
        expect(person.grants > 0, entry, "a grant is withdrawn once");
        --person.grants;
    } else if (kind == "form submitted") {
        ++person.forms_sent;
    } else if (kind == "administrator appointed") {
        person.kind = Person::Kind::administrator;
    } else if (kind == "staff invited" || kind == "staff admitted") {
        person.kind = Person::Kind::staff;
        person.has_staff_role = true;
    } else if (kind == "staff roles changed") {
        person.has_staff_role = !detail_of(entry, "after").empty();
    }
}

} // namespace stage
