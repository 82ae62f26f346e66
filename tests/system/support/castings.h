#pragma once
#include "system/support/use_cases.h"

namespace stage {

/// One side of a race: what is done, by whom of the scene; to whom, where that is not the user.
struct Part {
    UseCase const* use = nullptr;
    portal::AccountId Scene::* who = nullptr;
    portal::AccountId Scene::* in_place_of_user = nullptr;
};

/// Two uses at the same moment in one scene.
struct Casting {
    std::string name;
    Part one;
    Part other;

    bool is_of_one_use() const { return one.use == other.use; }
    /// Whether it is one person with one browser who does both.
    bool is_double_click() const { return is_of_one_use() && one.who == other.who; }
};

/// Every pair of use cases that touch a common thing, each also with itself; and whoever may be
/// ended or unlinked meanwhile by a colleague, which each of two may do to the other.
std::vector<Casting> const& castings();

/// Whether one of them changes what the other changes or rests on.
bool meet(UseCase const& one, UseCase const& other);

/// The scene as the one who plays this part sees it.
Scene seen_by(Part const& part, Scene const& scene);

} // namespace stage
