#pragma once
#include "portal/correspondence/mail.h"
#include "portal/facts.h"

#include <vector>

namespace portal::correspondence {

struct Post {
    Mail mail;
    std::optional<foundation::Instant> useless_after;
};

/// The mails that a fact owes. Visits every fact; a new one does not compile until it has been
/// decided here.
std::vector<Post> what_is_sent(Fact const& fact);

} // namespace portal::correspondence
