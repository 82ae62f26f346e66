#pragma once
#include "portal/accounts/account.h"
#include "portal/language.h"
#include "portal/signing_in/broker.h"
#include "portal/vault.h"

#include <optional>
#include <string>
#include <string_view>

namespace portal::signing_in {

/// What is remembered of a visitor who left for the broker. His browser keeps it, sealed (decision
/// 0106): whoever never comes back leaves no trace.
struct DepartureNote {
    std::string relay_digest;   ///< of the RelayState handle
    std::string browser_digest; ///< of the pre-login cookie: another browser does not get it (P2 in
                                ///< security.md)
    PendingSignIn pending;
    std::string return_path; ///< own path; empty for the overview
    Language language = Language::dutch;
    /// Whoever left from a session comes back as the same account or not at all (P3.5): another
    /// person does not inherit what was half filled in. Both empty when nobody was signed in.
    std::optional<AccountId> account{};
    std::string session_digest{}; ///< ends when its successor begins
};

/// Unreadable and unalterable without the installation's key. Each value is sealed anew.
std::string sealed(Vault const& vault, DepartureNote const& note);
/// Nothing when this installation did not seal it, or a version with other fields did.
std::optional<DepartureNote> unsealed(Vault const& vault, std::string_view text);

} // namespace portal::signing_in
