#pragma once
#include "portal/correspondence/mail.h"
#include "portal/facts.h"
#include "portal/policy.h"

#include <vector>

namespace portal::correspondence {

struct Post {
    Mail mail;
    std::optional<foundation::Instant> useless_after;
    std::optional<AccountId> account{}; ///< whose own mail it is: its page tells what became of it
};

/// How notices of one kind to one person become one mail (P2.17): each waits `first` for more, and
/// comes no sooner than `apart` after the mail before it.
struct Gathering {
    foundation::Duration first{0};
    foundation::Duration apart{0};
};
/// Nothing for a kind of which each mail leaves by itself.
std::optional<Gathering> gathering_of(MailKind kind);

/// The waiting mail when it has to tell of this one too.
Mail gathered(Mail waiting, Mail const& later);

/// The mails that a fact owes. Visits every fact; a new one does not compile until it has been
/// decided here.
std::vector<Post> what_is_sent(Fact const& fact);

} // namespace portal::correspondence
