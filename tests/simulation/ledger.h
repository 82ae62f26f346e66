#pragma once
#include "portal/archive.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace simulation {

/// What the journal alone says about one account.
struct AccountByJournal {
    std::string letter_serial;
    std::optional<std::string> handed_over_on;
    std::optional<foundation::Instant> code_requested_at;
    std::optional<foundation::Instant> code_sent_at;
    std::optional<foundation::Instant> blocked_until;
    std::set<std::string> tried_by;       ///< identities' digests, since its counter began
    std::optional<std::string> linked_to; ///< the identity's digest
    std::optional<foundation::Instant> last_used;
    int grants = 0;
    bool revocable = false;
    bool ended = false;
};

/// The journal read entry by entry, with the rules of the manual written down a second time and
/// without looking at the first. What the archive holds must be what the entries add up to: a
/// change without an entry, or an entry without its change, is seen at the next step.
class Ledger {
public:
    /// Reads on from where it was. What broke a rule is in flaws().
    void read_on(portal::Records& records);

    std::map<std::string, AccountByJournal> const& accounts() const { return accounts_; }
    std::map<std::string, int> const& kinds() const { return kinds_; } ///< entries of each kind
    std::vector<std::string> const& flaws() const { return flaws_; }

private:
    struct Person {
        int wrong = 0;
        bool block_due = false; ///< five wrong ones: the next entry must be the block
        std::optional<foundation::Instant> blocked_until;
    };

    void enter(portal::journal::Link const& link);
    void enter_linking(portal::journal::Link const& link);
    void enter_administration(portal::journal::Link const& link);
    void linked(portal::journal::Link const& link);
    void expect(bool holds, portal::journal::Link const& link, std::string const& rule);

    std::int64_t number_ = 0;
    std::string hash_;
    std::map<std::string, AccountByJournal> accounts_;
    std::map<std::string, Person> persons_;
    std::map<std::string, int> kinds_;
    std::vector<std::string> flaws_;
};

} // namespace simulation
