#pragma once
#include "portal/acting/desk.h"

#include <string>
#include <vector>

namespace portal::administration {

// P8.15: each look at a person is in the journal once for a person, a page and a session within
// `Policy::look_counts_for`, so that loading a page once more does not flood it.

/// Of these people the ones whose look is to be kept now; the others were looked at just before.
std::vector<std::string> newly_seen(Change& change, std::string const& page,
                                    std::vector<std::string> const& people);

/// An account on a page, with what a journal entry about it says.
struct OnPage {
    Account const& account;
    Organisation const& organisation;
};
/// Keeps the looks at these accounts; nobody's at himself. The first word of `page` is its kind.
void keep_looks(Change& change, std::string const& page, std::vector<OnPage> const& people);

} // namespace portal::administration
