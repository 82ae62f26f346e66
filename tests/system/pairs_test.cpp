#include "system/support/arena.h"
#include "system/support/rounds.h"

#include <algorithm>
#include <cstdio>
#include <set>

namespace stage {
namespace {

Side near(Site& site) {
    return {.does = [&site](Errand const& errand) { return site.does(errand); }};
}

/// Every two use cases that meet, on two nodes at the same moment (decision 0170).
class Pairs : public OnStage {
protected:
    void race(std::size_t casting, int round) {
        for (auto const& flaw : arena_.run({.casting = casting,
                                            .round = round,
                                            .one = round % 4 < 2 ? here_ : there_,
                                            .other = round % 4 < 2 ? there_ : here_}))
            ADD_FAILURE() << flaw;
    }
    Arena& arena() { return arena_; }
    /// What is found when one side says what is not so.
    std::vector<std::string> found_of(std::string const& name, Side const& liar) {
        auto const casting = std::ranges::find(castings(), name, &Casting::name);
        EXPECT_NE(casting, castings().end()) << name;
        return arena_.run({.casting = static_cast<std::size_t>(casting - castings().begin()),
                           .one = liar,
                           .other = there_});
    }
    Side const& here() const { return here_; }

private:
    Arena arena_{address()};
    Site first_{address()};
    Site second_{address()};
    Side const here_ = near(first_);
    Side const there_ = near(second_);
};
ON_BOTH_DATABASES(Pairs);

TEST_P(Pairs, D7_of_every_two_that_meet_what_is_confirmed_is_there_once_and_by_who_may) {
    int const all = rounds(2);
    for (std::size_t casting = 0; casting < castings().size(); ++casting)
        for (int round = 0; round < all; ++round)
            race(casting, round);
    for (auto const& flaw : arena().flaws_of_mail())
        ADD_FAILURE() << flaw;
    std::printf("%zu pairs of %zu use cases, %d rounds each\n", castings().size(),
                use_cases().size(), all);
}

TEST_P(Pairs, D7_a_confirmed_act_that_is_not_there_or_a_refused_one_that_is_would_be_noticed) {
    Side const idle{.does = [](Errand const&) { return Answer::confirmed; }};
    Side const secret{.does = [&](Errand const& errand) {
        here().does(errand);
        return Answer::refused;
    }};
    Side const twice{.does = [&](Errand const& errand) {
        here().does(errand);
        return here().does(errand);
    }};
    for (auto const* name : {"enters an appointment, enters an appointment (one person)",
                             "ends an account, looks at a user"}) {
        EXPECT_FALSE(found_of(name, idle).empty()) << name;
        EXPECT_FALSE(found_of(name, secret).empty()) << name;
        EXPECT_FALSE(found_of(name, twice).empty()) << name;
    }
}

TEST(Castings, every_act_of_the_list_has_its_use_case_and_no_two_have_one_name) {
    std::set<std::string> names;
    for (auto const& use : use_cases())
        EXPECT_TRUE(names.insert(use.act.name).second) << use.act.name;
    for (auto const& act : acts())
        EXPECT_TRUE(names.contains(act.name)) << act.name;
}

TEST(Castings, each_use_case_is_raced_with_itself_and_with_what_takes_its_actors_standing) {
    std::set<std::string> with_itself;
    std::set<std::string> under_threat;
    for (auto const& casting : castings()) {
        if (casting.one.use == casting.other.use)
            with_itself.insert(casting.one.use->act.name);
        for (auto const& [use, taking] : {std::pair{casting.one.use, casting.other.use},
                                          std::pair{casting.other.use, casting.one.use}})
            if (taking->takes_standing)
                under_threat.insert(use->act.name);
    }
    for (auto const& use : use_cases()) {
        EXPECT_TRUE(with_itself.contains(use.act.name)) << use.act.name;
        EXPECT_TRUE(use.comes == Comes::unclaimed || use.comes == Comes::to_link ||
                    under_threat.contains(use.act.name))
            << use.act.name;
    }
}

} // namespace
} // namespace stage
