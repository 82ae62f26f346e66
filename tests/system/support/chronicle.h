#pragma once
#include "portal/archive.h"
#include "system/support/scene.h"

#include <map>

namespace stage {

/// The journal read entry by entry, with the standing of everybody as it was before each: who was
/// ended, unlinked or lost a role does nothing from then on.
class Chronicle {
public:
    /// How everybody of the scene stands at its start.
    void learn(Scene const& scene);
    /// Reads on from where it was; however often it is begun anew, each entry is read once.
    void read_on(portal::Records& records);
    // What was read, and what is wrong with it, since it was asked last.
    std::vector<portal::journal::Link> entries();
    std::vector<std::string> flaws();

    struct Person {
        enum class Kind { user, administrator, staff };
        Kind kind = Kind::user;
        bool linked = false;
        bool ended = false;
        bool has_staff_role = false;
        int grants = 0;
        int forms_sent = 0;
    };
    std::map<std::string, Person> const& people() const { return people_; }

private:
    using Link = portal::journal::Link;

    void enter(Link const& entry);
    void judge_doer(Link const& entry);
    void note_roles(Link const& entry, Person& person);
    void note_standing(Link const& entry);
    void expect(bool holds, Link const& entry, std::string const& rule);

    std::int64_t number_ = 0;
    std::string hash_;
    foundation::Instant newest_{};
    std::map<std::string, Person> people_;
    std::vector<Link> entries_;
    std::vector<std::string> flaws_;
};

/// One detail of an entry, when there is no quote in it.
std::string detail_of(portal::journal::Link const& entry, std::string const& name);

} // namespace stage
