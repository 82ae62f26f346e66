#pragma once
#include "system/support/acts.h"

#include <string>
#include <vector>

namespace stage {

/// What use cases may have in common. Two of which one changes what the other changes or rests on
/// can meet, and are raced (decision 0170).
enum class Thing {
    administrator,
    colleague,
    candidate,
    user,
    sessions, ///< the user's
    address,  ///< that the user asked for
    draft,
    overview, ///< what the user read and chose
    newcomer,
    arriving,
    steps,  ///< how far who arrives has come
    school, ///< who belongs to it, under which addresses
    agency,
    registrar,
    approver,
    with_form,
    without_form,
    departure, ///< to the broker, and the message that came back
    mail,      ///< of which somebody has to be told
    expiry,
};

/// How many entries of a kind the journal has of a race.
enum class Times {
    each, ///< one for each time that it was confirmed
    once, ///< one, of however many that were told that it was done
    some, ///< one when it was confirmed, at most one for each time: a look once more is none
    once_at_most, ///< by all together, whatever they were told
    each_at_most, ///< one by each, whatever they were told
    any,
};
struct Left {
    std::string kind;
    Times times = Times::each;
};

/// As who the actor comes: nobody's session is of more than he is.
enum class Comes {
    linked,    ///< with a session of his account
    to_link,   ///< with a session of his means, which opens nothing yet
    unclaimed, ///< without one: by a message, a code, a command or the clock
};

/// A way to change something, with all that a race needs to know of it.
struct UseCase {
    Act act;
    std::string function; ///< where it stands: "administration/users.h end_account"
    std::vector<Thing> changes{};
    std::vector<Thing> rests_on{};
    std::vector<Left> leaves{};
    Comes comes = Comes::linked;
    bool takes_standing = false; ///< to whom it is done acts no more
    /// What the scene must have besides, kept in it or done at the outbox.
    std::function<void(portal::Records&, Scene const&)> sets{};
    std::function<void(Node&, Scene const&)> sets_post{};
};

/// All of them. `tools/tidy` finds each function of the portal that changes something and is
/// missing.
std::vector<UseCase> const& use_cases();

/// Those without a claim (unclaimed.cpp, arrivals.cpp).
std::vector<UseCase> of_arrivals();
std::vector<UseCase> of_visitors();
std::vector<UseCase> of_the_operator();

} // namespace stage
