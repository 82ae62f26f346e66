#pragma once
#include "portal/acting/desk.h"

#include <expected>

namespace portal {

/// P5.1: what a user may change of the own contact data. Name and organisation are the
/// administrator's.
struct ContactDetails {
    std::string phone;
    std::string function;
    Language language = Language::dutch;
};
/// False, and nothing is kept, when who asks may not act any more.
bool change_contact(Desk const& desk, Claim const& claim, ContactDetails const& details);

/// P3.8: of the session, and of its account where it has one.
void choose_language(Desk const& desk, Claim const& claim, Language language);

enum class AddressRefusal {
    taken,
    same_as_before,
    nothing_asked,
    wrong_code,
    expired,
    too_many,
    too_many_codes,   ///< asked by this account within an hour (P2.17)
    address_had_many, ///< this address within a day; not told whether others asked (P2.17)
    not_allowed,      ///< who asks may not act any more
};

/// A code to the new address. The address itself does not change yet. What one account asks and
/// what one address gets has a limit (P2.17).
std::expected<void, AddressRefusal> ask_for_address(Desk const& desk, Claim const& claim,
                                                    std::string const& address);
/// Whether the same press of a button asked for it a moment ago (decision 0169).
bool address_asked_before(Desk const& desk, Claim const& claim, std::string const& address);

/// With the code from the mail the new address counts, and the old one is told (P5.1).
std::expected<void, AddressRefusal> confirm_address(Desk const& desk, Claim const& claim,
                                                    Code const& code);

std::optional<PendingAddress> pending_address(Archive& archive, AccountId const& account);
/// What became of the last mail with a code to that address (P2.16).
std::optional<MailFate> fate_of_code(Archive& archive, PendingAddress const& pending);
/// Whether another code would void one that the user may have.
bool code_is_out(PendingAddress const& pending, std::optional<MailFate> const& fate,
                 Policy const& policy, foundation::Instant now);
bool forget_pending_address(Desk const& desk, Claim const& claim);

} // namespace portal
