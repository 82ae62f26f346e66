#include "system/support/castings.h"

#include <algorithm>

namespace stage {

namespace {

bool is_among(Thing thing, std::vector<Thing> const& things) {
    return std::ranges::find(things, thing) != things.end();
}

bool changes_what_matters(UseCase const& one, UseCase const& other) {
    return std::ranges::any_of(one.changes, [&](Thing thing) {
        return is_among(thing, other.changes) || is_among(thing, other.rests_on);
    });
}

bool is_of_administrators(UseCase const& use) { return use.act.who == &Scene::administrator; }

Part usual(UseCase const& use) { return {.use = &use, .who = use.act.who}; }

/// The same by the colleague, who is an administrator too.
Part by_colleague(UseCase const& use) { return {.use = &use, .who = &Scene::colleague}; }

std::string both(UseCase const& one, UseCase const& other) {
    return std::string{one.act.name} + ", " + other.act.name;
}

/// Two administrators where both acts are administrators'; one person twice otherwise.
void side_by_side(std::vector<Casting>& all, UseCase const& one, UseCase const& other) {
    if (is_of_administrators(one) && is_of_administrators(other)) {
        // Nobody does to himself what is done to the colleague.
        bool const to_colleague = is_among(Thing::colleague, other.changes) && &one != &other;
        all.push_back(to_colleague ? Casting{both(one, other), by_colleague(one), usual(other)}
                                   : Casting{both(one, other), usual(one), by_colleague(other)});
    }
    if (!is_of_administrators(one) || !is_of_administrators(other) || &one == &other)
        all.push_back({both(one, other) + " (one person)", usual(one), usual(other)});
}

/// The colleague takes the standing of who acts, and perhaps the other way about.
void face_to_face(std::vector<Casting>& all, UseCase const& one, UseCase const& taking) {
    auto against = by_colleague(taking);
    against.in_place_of_user = &Scene::administrator;
    all.push_back({both(one, taking) + " (who acts)", usual(one), against});
    if (!one.takes_standing)
        return;
    auto against_the_other = usual(one);
    against_the_other.in_place_of_user = &Scene::colleague;
    all.push_back({both(one, taking) + " (each other)", against_the_other, against});
}

std::vector<Casting> made() {
    std::vector<Casting> all;
    auto const& uses = use_cases();
    for (auto one = uses.begin(); one != uses.end(); ++one)
        for (auto other = one; other != uses.end(); ++other)
            if (one == other || meet(*one, *other))
                side_by_side(all, *one, *other);
    for (auto const& taking : uses)
        if (taking.takes_standing && is_of_administrators(taking))
            for (auto const& one : uses)
                if (is_of_administrators(one))
                    face_to_face(all, one, taking);
    return all;
}

} // namespace

bool meet(UseCase const& one, UseCase const& other) {
    return changes_what_matters(one, other) || changes_what_matters(other, one);
}

std::vector<Casting> const& castings() {
    static auto const all = made();
    return all;
}

Scene seen_by(Part const& part, Scene const& scene) {
    auto seen = scene;
    if (part.in_place_of_user)
        seen.user = scene.*part.in_place_of_user;
    return seen;
}

} // namespace stage
