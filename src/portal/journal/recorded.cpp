#include "portal/journal/entry.h"

#include <fmt/format.h>

namespace portal::journal {

namespace {

Entry about(std::string kind, Subject const& subject,
            std::vector<std::pair<std::string, std::string>> details = {}) {
    return {.kind = std::move(kind),
            .organisation = subject.organisation,
            .account = subject.account,
            .details = std::move(details)};
}

Entry about(std::string kind, std::optional<Subject> const& subject,
            std::vector<std::pair<std::string, std::string>> details) {
    if (subject)
        return about(std::move(kind), *subject, std::move(details));
    return {
        .kind = std::move(kind), .organisation = {}, .account = {}, .details = std::move(details)};
}

std::string joined(std::vector<std::string> const& parts) {
    return fmt::format("{}", fmt::join(parts, ","));
}

std::string scope_of(Grant const& grant) {
    std::vector<std::string> parts;
    parts.reserve(grant.attributes.size());
    for (auto const& [type, value] : grant.attributes)
        parts.push_back(fmt::format("{}={}", type, value));
    return joined(parts);
}

std::string scope_of(std::vector<OwnedAttribute> const& values) {
    std::vector<std::string> parts;
    parts.reserve(values.size());
    for (auto const& owned : values)
        parts.push_back(fmt::format("{}={}", owned.type, owned.value));
    return joined(parts);
}

std::string_view name_of(UnlinkReason reason) {
    switch (reason) {
    case UnlinkReason::lost:
        return "lost";
    case UnlinkReason::stolen:
        return "stolen";
    case UnlinkReason::broken:
        return "broken";
    case UnlinkReason::revocation_code:
        return "revocation code";
    case UnlinkReason::helpdesk:
        return "helpdesk";
    case UnlinkReason::other:
        return "other";
    }
    return "";
}

std::string_view name_of(StaffRole role) {
    switch (role) {
    case StaffRole::registrar:
        return "registrar";
    case StaffRole::approver:
        return "approver";
    case StaffRole::helpdesk:
        return "helpdesk";
    case StaffRole::auditor:
        return "auditor";
    case StaffRole::catalogue_editor:
        return "catalogue editor";
    case StaffRole::communications:
        return "communications";
    case StaffRole::security_officer:
        return "security officer";
    }
    return "";
}

std::string joined(std::vector<StaffRole> const& roles) {
    std::vector<std::string> names;
    names.reserve(roles.size());
    for (auto const role : roles)
        names.emplace_back(name_of(role));
    return joined(names);
}

/// One overload for each fact: that there is one is what makes the visit below compile. No secret
/// (code, pseudonym, token) may stand in an entry.
struct Recorded {
    Entry operator()(UserRegistered const& f) const {
        return about("user registered", f.subject, {{"name", f.subject.user.name}});
    }
    Entry operator()(LetterMade const& f) const {
        return about("letter made", f.subject, {{"serial", f.serial}});
    }
    Entry operator()(LetterHandedOver const& f) const {
        return about("letter handed over", f.subject, {{"on", foundation::iso_date(f.on)}});
    }
    Entry operator()(CodeRequested const& f) const { return about("code requested", f.subject); }
    Entry operator()(CodeSent const& f) const {
        return about("code sent", f.subject, {{"expires", foundation::rfc3339(f.expires_at)}});
    }
    Entry operator()(AgreementGiven const& f) const {
        return about("agreement given", std::nullopt,
                     {{"identity", f.identity.digest},
                      {"to", f.to},
                      {"version", fmt::to_string(f.version)}});
    }
    Entry operator()(AttemptFailed const& f) const {
        return about("linking attempt failed", f.named, {{"identity", f.identity.digest}});
    }
    Entry operator()(PersonBlocked const& f) const {
        return about("person blocked from linking", f.named,
                     {{"identity", f.identity.digest}, {"until", foundation::rfc3339(f.until)}});
    }
    Entry operator()(AccountLinkingBlocked const& f) const {
        return about("linking of account blocked", f.subject,
                     {{"until", foundation::rfc3339(f.until)}});
    }
    Entry operator()(LinkingBlockLifted const& f) const {
        return about("linking block lifted", f.subject);
    }
    Entry operator()(AccountLinked const& f) const {
        return about("linked", f.subject,
                     {{"identity", f.identity.digest}, {"level", std::string{name_of(f.level)}}});
    }
    Entry operator()(AccountUnlinked const& f) const {
        auto entry = about("unlinked", f.subject,
                           {{"reason", std::string{name_of(f.reason)}}, {"note", f.note}});
        if (!f.letter.empty()) {
            entry.details.emplace_back("letter", f.letter);
            entry.details.emplace_back("letter made by", f.letter_made_by);
        }
        return entry;
    }
    Entry operator()(LinkLapsed const& f) const {
        return about("link lapsed", f.subject, {{"last used", foundation::rfc3339(f.last_used)}});
    }
    Entry operator()(LinkLapsesSoon const& f) const {
        return about("warned of lapse", f.subject,
                     {{"days", fmt::to_string(f.days)}, {"at", foundation::rfc3339(f.lapses_at)}});
    }
    Entry operator()(NeverLinked const& f) const { return about("never linked", f.subject); }
    Entry operator()(SignedIn const& f) const {
        return about("signed in", f.subject, {{"level", std::string{name_of(f.level)}}});
    }
    Entry operator()(SignInRefused const& f) const {
        return about("sign-in refused", std::nullopt,
                     {{"reason", f.reason}, {"incident", f.incident}});
    }
    Entry operator()(SignedOut const& f) const { return about("signed out", f.subject); }
    Entry operator()(GrantMade const& f) const {
        return about("role granted", f.subject,
                     {{"role", f.grant.role},
                      {"scope", scope_of(f.grant)},
                      {"from", foundation::iso_date(f.grant.from)},
                      {"until", f.grant.until ? foundation::iso_date(*f.grant.until) : ""},
                      {"reason", f.grant.reason}});
    }
    Entry operator()(GrantWithdrawn const& f) const {
        return about("role withdrawn", f.subject,
                     {{"role", f.grant.role}, {"scope", scope_of(f.grant)}, {"reason", f.reason}});
    }
    Entry operator()(ContactChanged const& f) const {
        return about("contact details changed", f.subject, {{"fields", joined(f.fields)}});
    }
    Entry operator()(AddressCodeSent const& f) const {
        return about("address code sent", f.subject, {{"address", f.new_address}});
    }
    Entry operator()(AddressChanged const& f) const {
        return about("address changed", f.subject,
                     {{"old", f.old_address}, {"new", f.subject.user.address}});
    }
    Entry operator()(LanguageChosen const& f) const {
        return about("language chosen", f.subject,
                     {{"language", f.language == Language::dutch ? "nl" : "en"}});
    }
    Entry operator()(AccountEnded const& f) const {
        return about("account ended", f.subject, {{"reason", f.reason}});
    }
    Entry operator()(AccountViewed const& f) const {
        return about("account viewed", f.subject, {{"on", f.on}});
    }
    Entry operator()(AppointmentEntered const& f) const {
        return about(
            "appointment entered", std::nullopt,
            {{"appointment", f.appointment.text()}, {"organisation", f.organisation_name}});
    }
    Entry operator()(AppointmentViewed const& f) const {
        return {.kind = "appointment viewed",
                .organisation = {},
                .account = f.account,
                .details = {{"appointment", f.appointment.text()}, {"name", f.name}}};
    }
    Entry operator()(PeopleListed const& f) const {
        return {.kind = "people listed",
                .organisation = f.organisation,
                .account = {},
                .details = {{"list", f.list}, {"shown", joined(f.shown)}}};
    }
    Entry operator()(AppointmentDeclined const& f) const {
        return about("appointment declined", std::nullopt,
                     {{"appointment", f.appointment.text()}, {"reason", f.reason}});
    }
    Entry operator()(SignedFormAttached const& f) const {
        return about("signed form attached", std::nullopt,
                     {{"appointment", f.appointment.text()}, {"sha256", f.digest}});
    }
    Entry operator()(SignedFormViewed const& f) const {
        return about("signed form viewed", std::nullopt, {{"appointment", f.appointment.text()}});
    }
    Entry operator()(SignedFormErased const& f) const {
        return about("signed form erased", std::nullopt, {{"appointment", f.appointment.text()}});
    }
    Entry operator()(OrganisationAdmitted const& f) const {
        return {.kind = "organisation admitted",
                .organisation = f.organisation,
                .account = {},
                .details = {{"name", f.name}, {"kvk", f.kvk}}};
    }
    Entry operator()(OrganisationExtended const& f) const {
        return {.kind = "organisation extended",
                .organisation = f.organisation,
                .account = {},
                .details = {{"sectors", joined(f.sectors)}, {"values", scope_of(f.values)}}};
    }
    Entry operator()(AdministratorAppointed const& f) const {
        return about("administrator appointed", f.subject,
                     {{"name", f.subject.user.name}, {"roles", joined(f.administrator_roles)}});
    }
    Entry operator()(StaffInvited const& f) const {
        return about("staff invited", f.subject,
                     {{"name", f.subject.user.name}, {"roles", joined(f.roles)}});
    }
    Entry operator()(StaffAdmitted const& f) const {
        return about("staff admitted", f.subject,
                     {{"name", f.subject.user.name}, {"roles", joined(f.roles)}});
    }
    Entry operator()(StaffRolesChanged const& f) const {
        return about("staff roles changed", f.subject,
                     {{"before", joined(f.before)}, {"after", joined(f.after)}});
    }
    Entry operator()(StaffSignedIn const& f) const {
        return about("staff signed in", f.subject, {{"roles", joined(f.roles)}});
    }
    Entry operator()(AccountMigrated const& f) const {
        return about("account migrated", f.subject, {{"linked", f.linked ? "yes" : "no"}});
    }
    Entry operator()(FormSubmitted const& f) const {
        return about("form submitted", f.subject, {{"task", f.task}, {"receipt", f.receipt}});
    }
    Entry operator()(AnnouncementRead const& f) const {
        return about("announcement read", f.subject, {{"announcement", f.announcement}});
    }
    Entry operator()(KeyRunsOutSoon const& f) const {
        return about("warned of expiry", std::nullopt,
                     {{"what", std::string{keys::name_of(f.expiry.holding)}},
                      {"mark", f.expiry.mark},
                      {"days", fmt::to_string(f.days)},
                      {"at", foundation::rfc3339(f.expiry.until)}});
    }
    Entry operator()(TaskStarted const& f) const {
        return about("task started", f.subject, {{"task", f.task}});
    }
    Entry operator()(MailUndelivered const& f) const {
        return about("mail undelivered", f.subject, {{"mail", f.mail}, {"why", f.failure}});
    }
};

} // namespace

Entry what_is_recorded(Fact const& fact) { return std::visit(Recorded{}, fact); }

} // namespace portal::journal
