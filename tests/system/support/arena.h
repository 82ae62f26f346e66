#pragma once
#include "foundation/fault.h"
#include "system/support/chronicle.h"
#include "system/support/site.h"

#include <array>
#include <thread>

namespace stage {

/// A node in a race, in this process or in one of its own.
struct Side {
    std::function<Answer(Errand const&)> does;
    std::function<void()> ready = [] {}; ///< before the start
};
/// What happens in the middle of a race.
using Strike = std::function<void()>;

/// One database on which pairs of use cases are raced, and what must hold of it after each.
class Arena {
public:
    explicit Arena(storage::driver::DatabaseAddress const& address);

    struct Race {
        std::size_t casting = 0;
        int round = 0;
        Side const& one;
        Side const& other;
        Strike strike{};
        bool may_be_lost = false; ///< otherwise both have to be answered
    };
    /// Both at the same moment in a scene of their own; what does not hold afterwards. In odd
    /// rounds who does both does it with one session.
    std::vector<std::string> run(Race const& race);
    /// Every mail that the journal owes is in the outbox, once.
    std::vector<std::string> flaws_of_mail();

    Node& node() { return node_; }

private:
    using Answers = std::array<Answer, 2>;
    using Errands = std::array<Errand, 2>;
    using Entries = std::vector<portal::journal::Link>;

    Scene set(Casting const& casting);
    Errands errands(Race const& race, Scene const& scene);
    void check(Casting const& casting, Scene const& scene, Answers const& answers);
    void check_entries(Casting const& casting, Answers const& answers, Entries const& entries);
    void check_people(portal::Records& records, Scene const& scene);
    void check_rows(Scene const& scene, Entries const& entries);
    void expect(bool holds, std::string const& what);

    Node node_;
    Safe safe_;
    portal::Vault const vault_ = safe_.vault();
    Chronicle chronicle_;
    std::map<std::string, int> kinds_; ///< entries of each kind, of all races
    int scenes_ = 0;
    std::vector<std::string> flaws_;
};

/// Tries again while the database is away; half a minute.
template<class Work>
auto persistently(Work work) {
    for (int tries = 0;; ++tries) {
        try {
            return work();
        } catch (foundation::Fault const&) {
            if (tries == 600)
                throw;
            std::this_thread::sleep_for(50ms);
        }
    }
}

} // namespace stage
