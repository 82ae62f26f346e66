#pragma once
#include "foundation/civil_date.h"
#include "portal/accounts/username.h"
#include "portal/organisations/organisation.h"
#include "portal/policy.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace portal {

using GrantId = foundation::Id<struct GrantTag>;

/// What a member of the agency's staff may do (P8.1). The last three have no pages of their own
/// yet.
enum class StaffRole {
    registrar,
    approver,
    helpdesk,
    auditor,
    catalogue_editor,
    communications,
    security_officer
};

/// As whom the agency's identity provider knows a member of staff (P8.1).
struct StaffIdentity {
    std::string issuer; ///< the provider's entity id
    std::string subject;
    friend bool operator==(StaffIdentity const&, StaffIdentity const&) = default;
};

/// The tie between an account and an eHerkenning identity (P2.12).
struct Link {
    Identity identity;
    foundation::Instant linked_at{};
    AssuranceLevel level = AssuranceLevel::loa3;
    std::optional<foundation::Instant> last_sign_in_at{};

    /// From when 18 calendar months have gone by without signing in (P3.4, manual 1.5).
    foundation::Instant lapses_at(Policy const& policy) const;
};

/// An activation code that was sent and not yet used; voided by a newer one, by linking, unlinking,
/// and the end of the account.
struct SentCode {
    std::string digest; ///< keyed: the code itself is nowhere
    foundation::Instant sent_at{};

    foundation::Instant expires_at(Policy const& policy) const {
        return sent_at + policy.code_lasts;
    }
};

/// Wrong combinations counted, and until when they block (P2.10).
struct AttemptCounter {
    int wrong = 0;
    std::optional<foundation::Instant> blocked_until{};
    /// Of an account: by whom each of them was, as a digest, so that nobody counts too often
    /// (P2.18).
    std::vector<std::string> by{};

    bool blocked(foundation::Instant now) const { return blocked_until && now < *blocked_until; }
    friend bool operator==(AttemptCounter const&, AttemptCounter const&) = default;
};

/// One role given to one account, for one value of each attribute type that the role needs (P6.3).
struct Grant {
    GrantId id;
    AccountId account;
    std::string role;
    std::map<std::string, std::string> attributes; ///< type to value
    foundation::CivilDate from{};
    std::optional<foundation::CivilDate> until; ///< the last day on which it holds
    std::string reason;
    AccountId granted_by;
    foundation::Instant granted_at{};
    std::optional<foundation::Instant> withdrawn_at;

    bool holds(foundation::Instant now) const;
};

/// A person's membership of one organisation.
struct Account {
    AccountId id;
    OrganisationId organisation;
    Username username;
    Person person;
    std::vector<std::string> administrator_roles{};
    std::vector<StaffRole> staff_roles{};
    std::optional<AccountId> registered_by{}; ///< empty: by a command of the operator
    foundation::Instant registered_at{};
    std::string letter_serial{}; ///< of the last letter; empty: none was made
    std::optional<foundation::Instant> letter_made_at{};
    std::optional<foundation::CivilDate> letter_handed_over_on{};
    std::string revocation_digest{}; ///< keyed digest of the code on the letter (P6.5)
    std::optional<foundation::Instant> code_requested_at{};
    std::optional<SentCode> code{};
    std::optional<foundation::Instant> code_last_sent_at{}; ///< stays when the code is used or void
    AttemptCounter attempts{};
    std::optional<Link> link{};
    std::optional<foundation::Instant> ended_at{};
    int agreed_terms = 0;     ///< version agreed to at the last linking
    std::int64_t version = 0; ///< rises at every change; a stale form is told (D9)

    bool ended(foundation::Instant now) const { return ended_at && *ended_at <= now; }
    /// Has a link that has not lapsed, whether or not the nightly job has been by (P3.4).
    bool linked(Policy const& policy, foundation::Instant now) const {
        return link && now < link->lapses_at(policy);
    }
    bool is_administrator() const { return !administrator_roles.empty(); }
    bool is_staff() const { return !staff_roles.empty(); }
};

/// A new mail address that counts only once the code sent to it has been entered (P5.1).
struct PendingAddress {
    AccountId account;
    std::string address;
    std::string digest;
    foundation::Instant sent_at{};
    int wrong = 0;
};

/// Where an account stands, for lists (P6.6).
enum class AccountState {
    registered,
    letter_made,
    handed_over,
    code_sent,
    code_waits,  ///< the mail with it has not left yet (P2.16)
    mail_failed, ///< the mail that is needed to go on did not arrive (P2.16)
    linked,
    dormant_soon, ///< linked, and lapses within 90 days
    lapsed,       ///< was linked; must go through the linking process again
    blocked,
    ended,
};
AccountState state_of(Account const& account, Policy const& policy, foundation::Instant now);

/// Digits, spaces, hyphens, parentheses and a leading '+'; 8 to 15 digits.
bool is_phone_number(std::string_view text);

} // namespace portal
