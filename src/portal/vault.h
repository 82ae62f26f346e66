#pragma once
#include "foundation/digest.h"
#include "foundation/randomness.h"
#include "portal/accounts/username.h"
#include "portal/identity.h"
#include "portal/identity/mail_address.h"

namespace portal {

/// What mints and digests secrets: chance, and the installation's key. Handed only to use cases
/// that need it.
struct Vault {
    foundation::Randomness& randomness;
    foundation::MasterKey const& key;

    /// P2.8: the code is stored only like this, tied to the username it was made for.
    std::string activation_digest(Username const& username, Code const& code) const {
        return key.keyed_digest("activation-code", username.text() + ':' + code.reveal());
    }
    std::string revocation_digest(Code const& code) const {
        return key.keyed_digest("revocation-code", code.reveal());
    }
    std::string address_digest(std::string_view account, Code const& code) const {
        return key.keyed_digest("address-code", std::string{account} + ':' + code.reveal());
    }
    /// P2.17: by which a mailbox is known again whose address is kept for nothing else.
    std::string mailbox_digest(std::string_view address) const {
        return key.keyed_digest("mail-address", mailbox_of(address));
    }
    /// Of a cookie's value or a RelayState: what the database may know of it.
    std::string token_digest(std::string_view token) const {
        return key.keyed_digest("token", token);
    }
};

} // namespace portal
