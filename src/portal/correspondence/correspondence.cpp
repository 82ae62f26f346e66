#include "portal/correspondence/correspondence.h"

#include "portal/identity/mail_address.h"

namespace portal::correspondence {

namespace {

Mail to(Correspondent const& receiver, MailKind kind, Subject const& about) {
    return {.kind = kind,
            .language = receiver.language,
            .address = receiver.address,
            .name = receiver.name,
            .organisation = about.organisation_name,
            .other_person = {},
            .code = {},
            .moment = {}};
}

Post post(Mail mail) { return {.mail = std::move(mail), .useless_after = std::nullopt}; }

/// To each administrator, about the user. Who is an administrator and the user is written to once.
void to_administrators(std::vector<Post>& posts, std::vector<Correspondent> const& administrators,
                       MailKind kind, Subject const& about,
                       std::optional<foundation::Instant> moment = {}) {
    for (auto const& administrator : administrators) {
        if (administrator.address == about.user.address)
            continue;
        auto mail = to(administrator, kind, about);
        mail.other_person = about.user.name;
        mail.moment = moment;
        posts.push_back(post(std::move(mail)));
    }
}

/// One overload for each fact: that there is one is what makes the visit below compile.
struct Owed {
    std::vector<Post> posts;

    void to_user(Subject const& about, MailKind kind) {
        posts.push_back({.mail = to(about.user, kind, about),
                         .useless_after = std::nullopt,
                         .account = about.account});
    }

    void operator()(UserRegistered const& fact) {
        auto mail = to(fact.subject.user, MailKind::registration_confirmed, fact.subject);
        mail.other_person = fact.administrator;
        posts.push_back({.mail = std::move(mail),
                         .useless_after = std::nullopt,
                         .account = fact.subject.account});
    }
    void operator()(LetterMade const& fact) {
        auto mail = to(fact.subject.user, MailKind::letter_made, fact.subject);
        mail.other_person = fact.made_by;
        posts.push_back({.mail = std::move(mail),
                         .useless_after = std::nullopt,
                         .account = fact.subject.account});
        to_administrators(posts, fact.administrators, MailKind::letter_made_to_administrator,
                          fact.subject);
    }
    void operator()(CodeRequested const& fact) {
        to_administrators(posts, fact.administrators, MailKind::code_requested, fact.subject);
    }
    void operator()(CodeSent const& fact) {
        auto mail = to(fact.subject.user, MailKind::activation_code, fact.subject);
        mail.code = fact.code.reveal();
        mail.moment = fact.expires_at;
        posts.push_back({.mail = std::move(mail),
                         .useless_after = fact.expires_at,
                         .account = fact.subject.account});
        to_administrators(posts, fact.administrators, MailKind::code_sent_to_administrator,
                          fact.subject);
    }
    void operator()(PersonBlocked const& fact) {
        if (!fact.named)
            return;
        auto mail = to(fact.named->user, MailKind::linking_attempts_failed, *fact.named);
        mail.moment = fact.until;
        posts.push_back(post(std::move(mail)));
    }
    void operator()(AccountLinkingBlocked const& fact) {
        to_administrators(posts, fact.administrators, MailKind::linking_blocked, fact.subject,
                          fact.until);
    }
    void operator()(AccountLinked const& fact) {
        to_user(fact.subject, MailKind::linked);
        to_administrators(posts, fact.administrators, MailKind::linked_to_administrator,
                          fact.subject);
    }
    void operator()(AccountUnlinked const& fact) {
        to_user(fact.subject, MailKind::unlinked);
        to_administrators(posts, fact.administrators, MailKind::unlinked_to_administrator,
                          fact.subject);
    }
    void operator()(LinkLapsed const& fact) { to_user(fact.subject, MailKind::link_lapsed); }
    void operator()(LinkLapsesSoon const& fact) {
        auto mail = to(fact.subject.user, MailKind::link_lapses_soon, fact.subject);
        mail.number = fact.days;
        mail.moment = fact.lapses_at;
        posts.push_back({.mail = std::move(mail),
                         .useless_after = fact.lapses_at,
                         .account = fact.subject.account});
    }
    void operator()(NeverLinked const& fact) {
        to_administrators(posts, fact.administrators, MailKind::never_linked, fact.subject);
    }
    void operator()(GrantMade const& fact) { to_user(fact.subject, MailKind::grants_changed); }
    void operator()(GrantWithdrawn const& fact) { to_user(fact.subject, MailKind::grants_changed); }
    void operator()(ContactChanged const& fact) {
        to_administrators(posts, fact.administrators, MailKind::contact_changed, fact.subject);
    }
    void operator()(AddressCodeSent const& fact) {
        auto mail = to(fact.subject.user, MailKind::address_code, fact.subject);
        mail.address = fact.new_address;
        mail.code = fact.code.reveal();
        mail.moment = fact.expires_at;
        posts.push_back({.mail = std::move(mail),
                         .useless_after = fact.expires_at,
                         .account = fact.subject.account});
    }
    void operator()(AddressChanged const& fact) {
        auto mail = to(fact.subject.user, MailKind::address_changed, fact.subject);
        mail.address = fact.old_address;
        posts.push_back(post(std::move(mail)));
        to_administrators(posts, fact.administrators, MailKind::contact_changed, fact.subject);
    }
    void operator()(AccountEnded const& fact) {
        to_user(fact.subject, MailKind::account_ended);
        to_administrators(posts, fact.administrators, MailKind::account_ended_to_administrator,
                          fact.subject);
    }
    void operator()(AdministratorAppointed const& fact) {
        to_user(fact.subject, MailKind::appointed);
    }
    void operator()(StaffInvited const& fact) {
        to_user(fact.subject, MailKind::registration_confirmed);
    }

    void operator()(KeyRunsOutSoon const& fact) {
        for (auto const& member : fact.staff) {
            posts.push_back({.mail = {.kind = MailKind::key_runs_out,
                                      .language = member.language,
                                      .address = member.address,
                                      .name = member.name,
                                      .organisation = {},
                                      .other_person = {},
                                      .code = {},
                                      .moment = fact.expiry.until,
                                      .number = fact.days,
                                      .holding = fact.expiry.holding},
                             .useless_after = fact.expiry.until});
        }
    }
    void operator()(MailUndelivered const& fact) {
        auto const kind = mail_kind_named(fact.mail);
        if (kind == MailKind::address_code) // to an address that is not the account's yet
            return;
        for (auto const& administrator : fact.administrators) {
            if (compared(administrator.address) == compared(fact.subject.user.address))
                continue; // it is this address that does not take mail
            auto mail = to(administrator, MailKind::mail_undelivered, fact.subject);
            mail.other_person = fact.subject.user.name;
            mail.undelivered = kind;
            mail.failure = mail_failure_named(fact.failure);
            posts.push_back(post(std::move(mail)));
        }
    }

    // Owe nobody a mail.
    void operator()(LetterHandedOver const&) {}
    void operator()(AgreementGiven const&) {}
    void operator()(AttemptFailed const&) {}
    void operator()(LinkingBlockLifted const&) {}
    void operator()(SignedIn const&) {}
    void operator()(SignInRefused const&) {}
    void operator()(SignedOut const&) {}
    void operator()(LanguageChosen const&) {}
    void operator()(AccountViewed const&) {}
    void operator()(AppointmentEntered const&) {}
    void operator()(AppointmentDeclined const&) {}
    void operator()(AppointmentViewed const&) {}
    void operator()(PeopleListed const&) {}
    void operator()(OrganisationExtended const&) {}
    void operator()(OrganisationAdmitted const&) {}
    void operator()(StaffAdmitted const&) {}
    void operator()(StaffRolesChanged const&) {}
    void operator()(StaffSignedIn const&) {}
    void operator()(AccountMigrated const&) {}
    void operator()(FormSubmitted const&) {}
    void operator()(AnnouncementRead const&) {}
    void operator()(TaskStarted const&) {}
    void operator()(SignedFormAttached const&) {}
    void operator()(SignedFormViewed const&) {}
    void operator()(SignedFormErased const&) {}
};

} // namespace

std::vector<Post> what_is_sent(Fact const& fact) {
    Owed owed;
    std::visit(owed, fact);
    return std::move(owed.posts);
}

} // namespace portal::correspondence
