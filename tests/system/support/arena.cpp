#include "system/support/arena.h"

#include <algorithm>
#include <barrier>
#include <set>
#include <utility>

namespace stage {

using namespace portal;
using storage::driver::Access;
using storage::driver::Statement;
using storage::driver::Transaction;

Arena::Arena(storage::driver::DatabaseAddress const& address)
    : node_(address, storage::Moments::database) {}

void Arena::expect(bool holds, std::string const& what) {
    if (!holds)
        flaws_.push_back(what);
}

Scene Arena::set(Casting const& casting) {
    std::set const uses{casting.one.use, casting.other.use}; // once, also of the same twice
    auto const scene =
        scene_named("p" + std::to_string(++scenes_), next_number(), clock_now() - 1s);
    node_.archive().change([&](Records& records) {
        keep(records, vault_, scene);
        for (auto const* use : uses)
            if (use->sets)
                use->sets(records, scene);
    });
    for (auto const* use : uses)
        if (use->sets_post)
            use->sets_post(node_, scene);
    return scene;
}

namespace {

/// The session that somebody comes with; nothing of who claims nothing.
std::optional<Session> session_for(Records& records, Part const& part, Scene const& scene,
                                   int browser) {
    auto const& who = scene.*part.who;
    auto session =
        storage::samples::session("session-" + std::to_string(browser) + "-of-" + who.text());
    session.started_at = session.seen_at = scene.at;
    switch (part.use->comes) {
    case Comes::unclaimed:
        return std::nullopt;
    case Comes::to_link:
        session.identity = means_of(scene, who);
        break;
    case Comes::linked:
        session.account = who;
        session.identity = records.account(who).value().link.value().identity;
        break;
    }
    return session;
}

/// How many entries of a kind there may be.
struct Bounds {
    int least = 0;
    int most = 0;
    bool once_was_confirmed = false;
    bool once_is_possible = false;
    bool any = false;

    void add(Times times, Answer answer) {
        bool const was = answer == Answer::confirmed;
        bool const may_be = answer != Answer::refused;
        switch (times) {
        case Times::each:
            least += was ? 1 : 0;
            most += may_be ? 1 : 0;
            break;
        case Times::once:
            once_was_confirmed = once_was_confirmed || was;
            once_is_possible = once_is_possible || may_be;
            break;
        case Times::some:
            once_was_confirmed = once_was_confirmed || was;
            most += may_be ? 1 : 0;
            break;
        case Times::once_at_most:
            once_is_possible = true;
            break;
        case Times::each_at_most:
            ++most;
            break;
        case Times::any:
            any = true;
            break;
        }
    }
    bool hold(int count) const {
        return count >= least + (once_was_confirmed ? 1 : 0) &&
               (any || count <= most + (once_is_possible ? 1 : 0));
    }
};

std::map<std::string, int> counted(std::vector<journal::Link> const& entries) {
    std::map<std::string, int> kinds;
    for (auto const& entry : entries)
        ++kinds[entry.kind];
    return kinds;
}

} // namespace

Arena::Errands Arena::errands(Race const& race, Scene const& scene) {
    auto const& casting = castings().at(race.casting);
    Errands made;
    node_.archive().change([&](Records& records) {
        bool const one_browser = race.round % 2 == 1 || casting.is_double_click();
        std::array const parts{&casting.one, &casting.other};
        for (std::size_t which = 0; which < parts.size(); ++which) {
            int const browser = which == 0 || one_browser ? 1 : 2;
            auto const session = session_for(records, *parts[which], scene, browser);
            made[which] = {.casting = race.casting,
                           .is_other = which == 1,
                           .scene = scene.name,
                           .number = scene.number,
                           .at = scene.at,
                           .session = session ? session->digest : "of-nobody"};
            if (!session)
                continue;
            records.end_session(session->digest);
            records.add(*session);
        }
    });
    return made;
}

std::vector<std::string> Arena::run(Race const& race) {
    auto const& casting = castings().at(race.casting);
    auto const scene = persistently([&] { return set(casting); });
    chronicle_.learn(scene);
    auto const both = persistently([&] { return errands(race, scene); });
    Answers answers{Answer::unknown, Answer::unknown};
    std::array const sides{&race.one, &race.other};
    for (auto const* side : sides)
        side->ready();
    {
        auto start = std::barrier{race.strike ? 3 : 2};
        std::vector<std::jthread> racing;
        for (std::size_t which = 0; which < sides.size(); ++which)
            racing.emplace_back([&, which] {
                start.arrive_and_wait();
                answers[which] = sides[which]->does(both[which]);
            });
        if (race.strike) {
            start.arrive_and_wait();
            race.strike();
        }
    }
    for (auto const answer : answers)
        expect(race.may_be_lost || answer != Answer::unknown, "each is answered");
    check(casting, scene, answers);
    auto const where = casting.name + " in " + scene.name + " (" +
                       std::string{name_of(answers[0])} + ", " + std::string{name_of(answers[1])} +
                       "): ";
    auto found = std::exchange(flaws_, {});
    for (auto& flaw : found)
        flaw.insert(0, where);
    return found;
}

/// All that must hold of a database on which there was a race.
void Arena::check(Casting const& casting, Scene const& scene, Answers const& answers) {
    // In line behind what is dying.
    persistently([&] { node_.archive().change([](Records& records) { records.agency(); }); });
    persistently(
        [&] { node_.archive().look([&](Records& records) { chronicle_.read_on(records); }); });
    auto entries = chronicle_.entries();
    for (auto const& [kind, times] : counted(entries))
        kinds_[kind] += times;
    std::erase_if(entries, [&](journal::Link const& entry) { // what an earlier race left undone
        return !entry.organisation.empty() && entry.organisation != scene.school.id.text() &&
               entry.organisation != "agency";
    });
    check_entries(casting, answers, entries);
    node_.archive().look([&](Records& records) { check_people(records, scene); });
    check_rows(scene, entries);
    for (auto& flaw : chronicle_.flaws())
        flaws_.push_back(std::move(flaw));
}

/// What was confirmed is there exactly once, and nothing else is.
void Arena::check_entries(Casting const& casting, Answers const& answers, Entries const& entries) {
    std::map<std::string, Bounds> bounds;
    std::array const uses{casting.one.use, casting.other.use};
    for (std::size_t which = 0; which < uses.size(); ++which)
        for (auto const& left : uses[which]->leaves)
            bounds[left.kind].add(left.times, answers[which]);
    auto kinds = counted(entries);
    for (auto const& [kind, _] : kinds)
        expect(bounds.contains(kind), "nobody asked for '" + kind + "'");
    for (auto const& [kind, each] : bounds)
        expect(each.hold(kinds[kind]),
               std::to_string(kinds[kind]) + " entries '" + kind + "' in the journal");
}

/// Each account is kept as the journal says, and somebody administers the school.
void Arena::check_people(Records& records, Scene const& scene) {
    for (auto const& id : {scene.administrator, scene.colleague, scene.user, scene.candidate,
                           scene.newcomer, scene.arriving, scene.registrar, scene.approver}) {
        auto const account = records.account(id).value();
        auto const& person = chronicle_.people().at(id.text());
        expect(account.ended_at.has_value() == person.ended, id.text() + ": ended, or not");
        expect(account.link.has_value() == person.linked, id.text() + ": linked, or not");
        expect(std::ssize(records.grants_of(id)) == person.grants, id.text() + ": its grants");
        expect(account.is_staff() == person.has_staff_role, id.text() + ": its staff role");
        expect(!person.ended || records.sessions_of(id).empty(), id.text() + ": its sessions");
    }
    // The candidate, who never was linked, counts for nobody.
    expect(!chronicle_.people().at(scene.administrator.text()).ended ||
               !chronicle_.people().at(scene.colleague.text()).ended,
           "no organisation is without administrator (P6.9)");
}

void Arena::check_rows(Scene const& scene, Entries const& entries) {
    static constexpr Statement people{"select count(*) from accounts where organisation = $1"};
    static constexpr Statement same_address{
        "select count(*) from (select lower(email) from accounts where organisation = $1 "
        "and ended_at is null group by lower(email) having count(*) > 1) as twice"};
    static constexpr Statement sent{"select count(*) from submissions where account = $1"};
    static constexpr Statement decided{
        "select count(*) from appointments where decided_by is not null and id in ($1, $2)"};
    auto kinds = counted(entries);
    Transaction reading{node_.database(), Access::reading};
    auto const& school = scene.school.id;
    expect(reading.one(people, school)->integer(0) == 6 + kinds["user registered"] +
                                                          kinds["administrator appointed"] +
                                                          kinds["account migrated"],
           "every account stands in the journal");
    expect(reading.one(same_address, school)->integer(0) == 0, "one address is one person's");
    expect(reading.one(sent, scene.user)->integer(0) ==
               chronicle_.people().at(scene.user.text()).forms_sent,
           "every form that was sent stands in the journal");
    expect(reading.one(decided, scene.with_form, scene.without_form)->integer(0) ==
               kinds["administrator appointed"] + kinds["appointment declined"],
           "every decision stands in the journal, once");
}

std::vector<std::string> Arena::flaws_of_mail() {
    static constexpr Statement by_kind{"select kind, count(*) from outbox group by kind"};
    std::map<std::string, int> queued;
    {
        Transaction reading{node_.database(), Access::reading};
        for (auto const& row : reading.query(by_kind))
            queued[row.text(0)] = static_cast<int>(row.integer(1));
    }
    auto& made = kinds_;
    for (auto const& [kind, owed] : std::map<std::string, int>{
             {"registration_confirmed", made["user registered"] + made["staff invited"]},
             {"activation_code", made["code sent"]},
             {"linked", made["linked"]},
             {"unlinked", made["unlinked"]},
             {"link_lapsed", made["link lapsed"]},
             {"address_code", made["address code sent"]},
             {"address_changed", made["address changed"]},
             {"appointed", made["administrator appointed"]},
             {"account_ended", made["account ended"]}})
        expect(queued[kind] == owed, std::to_string(queued[kind]) + " mails '" + kind + "' where " +
                                         std::to_string(owed) + " are owed");
    return std::exchange(flaws_, {});
}

} // namespace stage
