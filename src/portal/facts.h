#pragma once
#include "foundation/civil_date.h"
#include "foundation/secret.h"
#include "portal/accounts/account.h"
#include "portal/keys/expiry.h"
#include "portal/organisations/organisation.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace portal {

/// Somebody to write to.
struct Correspondent {
    std::string name;
    std::string address;
    Language language = Language::dutch;
};

/// The account a fact is about, with what a mail needs to say.
struct Subject {
    AccountId account;
    OrganisationId organisation;
    std::string organisation_name;
    Correspondent user;
};

/// An arriving identity as the journal may hold it: a digest, never the pseudonym.
struct IdentityMark {
    std::string digest;
};

enum class UnlinkReason { lost, stolen, broken, revocation_code, helpdesk, other };

// What can happen. Each is visited by journal::what_is_recorded and correspondence::what_is_sent
// without a catch-all: a new fact does not compile until both have been decided.
struct UserRegistered {
    Subject subject;
    std::string administrator;
};
struct LetterMade {
    Subject subject;
    std::string serial;
    std::string made_by{};                       ///< as its person is told
    std::vector<Correspondent> administrators{}; ///< who are told, of an administrator's (P6.17)
};
struct LetterHandedOver {
    Subject subject;
    foundation::CivilDate on{};
};
struct CodeRequested {
    Subject subject;
    std::vector<Correspondent> administrators;
};
struct CodeSent {
    Subject subject;
    foundation::Secret<std::string> code;
    foundation::Instant expires_at{};
    std::vector<Correspondent> administrators{}; ///< of an administrator's (P6.17)
};
struct AgreementGiven {
    IdentityMark identity;
    std::string to;
    int version = 0;
};
struct AttemptFailed {
    IdentityMark identity;
    std::optional<Subject> named;
};
struct PersonBlocked {
    IdentityMark identity;
    foundation::Instant until{};
    std::optional<Subject> named;
};
struct AccountLinkingBlocked {
    Subject subject;
    foundation::Instant until{};
    std::vector<Correspondent> administrators;
};
struct LinkingBlockLifted {
    Subject subject;
};
struct AccountLinked {
    Subject subject;
    IdentityMark identity;
    AssuranceLevel level = AssuranceLevel::loa3;
    std::vector<Correspondent> administrators;
};
struct AccountUnlinked {
    Subject subject;
    UnlinkReason reason = UnlinkReason::other;
    std::string note;
    std::vector<Correspondent> administrators;
    std::string letter{}; ///< serial of the one whose strip it was
    std::string letter_made_by{};
};
struct LinkLapsed {
    Subject subject;
    foundation::Instant last_used{};
};
struct LinkLapsesSoon {
    Subject subject;
    int days = 0;
    foundation::Instant lapses_at{};
};
struct NeverLinked {
    Subject subject;
    std::vector<Correspondent> administrators;
};
struct SignedIn {
    Subject subject;
    AssuranceLevel level = AssuranceLevel::loa3;
};
struct SignInRefused {
    std::string reason;
    std::string incident;
};
struct SignedOut {
    Subject subject;
};
struct GrantMade {
    Subject subject;
    Grant grant;
};
struct GrantWithdrawn {
    Subject subject;
    Grant grant;
    std::string reason;
};
struct ContactChanged {
    Subject subject;
    std::vector<std::string> fields;
    std::vector<Correspondent> administrators;
};
struct AddressCodeSent {
    Subject subject;
    std::string new_address;
    foundation::Secret<std::string> code;
    foundation::Instant expires_at{};
};
struct AddressChanged {
    Subject subject;
    std::string old_address;
    std::vector<Correspondent> administrators;
};
struct LanguageChosen {
    Subject subject;
    Language language = Language::dutch;
};
struct AccountEnded {
    Subject subject;
    std::string reason;
    std::vector<Correspondent> administrators{}; ///< of an administrator's (P6.17)
};
struct AccountViewed {
    Subject subject;
    std::string on; ///< which kind of page
};
struct AppointmentEntered {
    AppointmentId appointment;
    std::string organisation_name;
};
/// P8.15: whom it is about is the appointee, and the account when it has been made.
struct AppointmentViewed {
    AppointmentId appointment;
    std::string name;
    std::optional<AccountId> account;
};
/// A list names people: one look at all who were not seen on it just before.
struct PeopleListed {
    std::string list;
    std::optional<OrganisationId> organisation;
    std::vector<std::string> shown; ///< ids of appointments or accounts
};
struct AppointmentDeclined {
    AppointmentId appointment;
    std::string reason;
};
struct SignedFormAttached {
    AppointmentId appointment;
    std::string digest; ///< of the scan: which paper the decision rests on
};
struct SignedFormViewed {
    AppointmentId appointment;
};
struct SignedFormErased {
    AppointmentId appointment;
};
struct OrganisationAdmitted {
    OrganisationId organisation;
    std::string name;
    std::string kvk;
};
/// P8.11: what an organisation has from now on, by whatever way it came.
struct OrganisationExtended {
    OrganisationId organisation;
    std::vector<std::string> sectors;
    std::vector<OwnedAttribute> values;
};
struct AdministratorAppointed {
    Subject subject;
    std::vector<std::string> administrator_roles;
};
struct StaffInvited {
    Subject subject;
    std::vector<StaffRole> roles;
};
struct StaffAdmitted {
    Subject subject;
    std::vector<StaffRole> roles;
};
struct StaffRolesChanged {
    Subject subject;
    std::vector<StaffRole> before;
    std::vector<StaffRole> after;
};
struct StaffSignedIn {
    Subject subject;
    std::vector<StaffRole> roles;
};
struct AccountMigrated {
    Subject subject;
    bool linked = false;
};
struct FormSubmitted {
    Subject subject;
    std::string task;
    std::string receipt;
};
struct AnnouncementRead {
    Subject subject;
    std::string announcement;
};
struct KeyRunsOutSoon {
    keys::Expiry expiry;
    int days = 0;
    std::vector<Correspondent> staff;
};
struct TaskStarted {
    Subject subject;
    std::string task;
};
/// P2.16: a mail to the user will never arrive. The words of what was to be sent and why are those
/// of MailKind and MailFailure, also of ones that this program does not know.
struct MailUndelivered {
    Subject subject;
    std::string mail;
    std::string failure;
    std::vector<Correspondent> administrators;
};

using Fact =
    std::variant<UserRegistered, LetterMade, LetterHandedOver, CodeRequested, CodeSent,
                 AgreementGiven, AttemptFailed, PersonBlocked, AccountLinkingBlocked,
                 LinkingBlockLifted, AccountLinked, AccountUnlinked, LinkLapsed, LinkLapsesSoon,
                 NeverLinked, SignedIn, SignInRefused, SignedOut, GrantMade, GrantWithdrawn,
                 ContactChanged, AddressCodeSent, AddressChanged, LanguageChosen, AccountEnded,
                 AccountViewed, AppointmentEntered, AppointmentDeclined, OrganisationAdmitted,
                 AdministratorAppointed, StaffInvited, StaffAdmitted, StaffRolesChanged,
                 StaffSignedIn, AccountMigrated, FormSubmitted, AnnouncementRead, KeyRunsOutSoon,
                 TaskStarted, SignedFormAttached, SignedFormViewed, SignedFormErased,
                 MailUndelivered, AppointmentViewed, PeopleListed, OrganisationExtended>;

Subject subject_of(Account const& account, Organisation const& organisation);
IdentityMark mark_of(Identity const& identity);
Correspondent correspondent(Person const& person);

} // namespace portal
