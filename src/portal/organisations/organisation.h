#pragma once
#include "foundation/id.h"
#include "foundation/instant.h"
#include "portal/identity.h"
#include "portal/language.h"
#include "portal/policy.h"

#include <optional>
#include <string>
#include <vector>

namespace portal {

using OrganisationId = foundation::Id<struct OrganisationTag>;
using AccountId = foundation::Id<struct AccountTag>;
using AppointmentId = foundation::Id<struct AppointmentTag>;

/// A value of an attribute type that the organisation owns (P6.1): only these can be granted.
struct OwnedAttribute {
    std::string type;
    std::string value;
    std::string label;
    friend bool operator==(OwnedAttribute const&, OwnedAttribute const&) = default;
};

/// A value with the organisation that it belongs to: one at most (P8.11).
struct HeldValue {
    OwnedAttribute value;
    OrganisationId holder;
    std::string holder_name;
};

struct Organisation {
    OrganisationId id;
    std::string name;
    std::vector<KvkNumber> kvk_numbers; ///< at least one
    std::optional<std::string> rsin;
    std::vector<std::string> sectors;
    std::vector<OwnedAttribute> attributes;
    bool is_agency = false; ///< the agency's own organisation: its accounts are staff
    foundation::Instant admitted_at{};
    std::optional<foundation::Instant> ended_at;

    bool has(KvkNumber const& kvk) const;
    bool owns(std::string_view type, std::string_view value) const;
    bool ended(foundation::Instant now) const { return ended_at && *ended_at <= now; }
    /// P8.1: where staff have a door of their own, eHerkenning opens no account of the agency.
    bool opens_by_eherkenning(Policy const& policy) const {
        return !(is_agency && policy.staff_have_own_door);
    }
};

/// How a person can be reached, and in which language.
struct Person {
    std::string name;
    std::string email;
    std::string phone;
    std::string function;
    Language language = Language::dutch;
    friend bool operator==(Person const&, Person const&) = default;
};

enum class AppointmentState { waiting, approved, declined };

/// The form "Aanmelding en wijziging beheerder" as one member of staff entered it, until a second
/// one has decided (P2.1, four eyes).
struct Appointment {
    AppointmentId id;
    std::optional<OrganisationId> organisation; ///< empty: the organisation is admitted with it
    std::string organisation_name;
    KvkNumber kvk;
    std::optional<std::string> rsin;
    std::vector<std::string> sectors;
    std::vector<OwnedAttribute> attributes;
    std::string signatory; ///< who signed for the competent authority
    Person person;
    std::vector<std::string> administrator_roles;
    AccountId entered_by;
    foundation::Instant entered_at{};
    AppointmentState state = AppointmentState::waiting;
    std::optional<AccountId> decided_by;
    std::optional<foundation::Instant> decided_at;
    std::string reason;               ///< of a declined one
    std::optional<AccountId> account; ///< made by the approval
};

} // namespace portal
