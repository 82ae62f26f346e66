#pragma once
#include "portal/archive.h"

#include <expected>

namespace portal {

struct Vault;

/// P5.1: what a user may change of the own contact data. Name and organisation are the
/// administrator's.
struct ContactDetails {
    std::string phone;
    std::string function;
    Language language = Language::dutch;
};
void change_contact(Archive& archive, AccountId const& account, ContactDetails const& details,
                    foundation::Instant now);

enum class AddressRefusal {
    taken,
    same_as_before,
    nothing_asked,
    wrong_code,
    expired,
    too_many,
    too_many_codes,   ///< asked by this account within an hour (P2.17)
    address_had_many, ///< this address within a day; not told whether others asked (P2.17)
};

/// A code to the new address. The address itself does not change yet. What one account asks and
/// what one address gets has a limit (P2.17).
std::expected<void, AddressRefusal> ask_for_address(Archive& archive, Vault const& vault,
                                                    Policy const& policy, AccountId const& account,
                                                    std::string const& address,
                                                    foundation::Instant now);

/// With the code from the mail the new address counts, and the old one is told (P5.1).
std::expected<void, AddressRefusal> confirm_address(Archive& archive, Vault const& vault,
                                                    Policy const& policy, AccountId const& account,
                                                    Code const& code, foundation::Instant now);

std::optional<PendingAddress> pending_address(Archive& archive, AccountId const& account);
/// What became of the last mail with a code to that address (P2.16).
std::optional<MailFate> fate_of_code(Archive& archive, PendingAddress const& pending);
/// Whether another code would void one that the user may have.
bool code_is_out(PendingAddress const& pending, std::optional<MailFate> const& fate,
                 Policy const& policy, foundation::Instant now);
void forget_pending_address(Archive& archive, AccountId const& account);

} // namespace portal
