#pragma once
#include "portal/accounts/account.h"
#include "portal/accounts/listing.h"
#include "portal/correspondence/correspondence.h"
#include "portal/correspondence/limits.h"
#include "portal/facts.h"
#include "portal/forms/submission.h"
#include "portal/journal/entry.h"
#include "portal/linking/linking.h"
#include "portal/organisations/organisation.h"
#include "portal/organisations/signed_form.h"
#include "portal/overview/use.h"
#include "portal/sessions/session.h"
#include "portal/signing_in/kept_metadata.h"
#include "portal/signing_in/refused.h"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace portal {

/// A mail to a user that will never arrive; the words are those of its kind and of why.
struct UndeliveredMail {
    std::string id;
    std::optional<AccountId> account; ///< nothing when what stands there is no id
    std::string kind;
    std::string failure;
};

/// A session with whom it belongs to: what each request asks of its visitor.
struct Bearer {
    Session session;
    std::optional<Account> account{}; ///< and with it the organisation
    std::optional<Organisation> organisation{};
    std::vector<Grant> grants{}; ///< not withdrawn, oldest first
};

/// What one transaction may read and keep. "for_change" reads lock what they return until the end
/// of the transaction. Order of locks: identity, account, journal.
class Records {
public:
    virtual ~Records() = default;

    /// The moment of this transaction, one for all that it keeps: by a clock that all nodes share,
    /// read after its turn to write came (decision 0140).
    virtual foundation::Instant moment() = 0;

    // Organisations
    virtual std::optional<Organisation> organisation(OrganisationId const& id) = 0;
    virtual std::optional<Organisation>
    organisation_with(KvkNumber const& kvk) = 0; ///< oldest first
    virtual std::optional<Organisation> agency() = 0;
    virtual Listing<Organisation> organisations(std::string const& search, int page,
                                                int per_page) = 0;
    virtual void add(Organisation const& organisation) = 0;
    virtual void save(Organisation const& organisation) = 0;
    virtual std::vector<Correspondent> administrators_of(OrganisationId const& id,
                                                         foundation::Instant now) = 0;
    /// Of these values those that another organisation holds than this one, or any (P8.11).
    virtual std::vector<HeldValue> held_elsewhere(std::vector<OwnedAttribute> const& values,
                                                  std::optional<OrganisationId> const& but) = 0;

    // Appointments
    virtual std::optional<Appointment> appointment_for_change(AppointmentId const& id) = 0;
    virtual Listing<Appointment> appointments(AppointmentQuery const& query) = 0; ///< newest first
    virtual void add(Appointment const& appointment) = 0;
    virtual void save(Appointment const& appointment) = 0;
    /// Who signed the last form by which the account was made an administrator.
    virtual std::optional<std::string> signatory_for(AccountId const& account) = 0;

    // Signed forms
    virtual std::optional<SignedForm> signed_form(AppointmentId const& id) = 0;
    virtual std::optional<Scan> scan_of(AppointmentId const& id) = 0; ///< not once it is erased
    /// False when the appointment has one.
    virtual bool add(SignedForm const& form, Scan const& scan) = 0;
    /// Scans of appointments declined by the first moment, and of those whose administrator had
    /// ended, or on which nobody had decided, by the second.
    virtual std::vector<AppointmentId> outlived_signed_forms(foundation::Instant declined_by,
                                                             foundation::Instant ended_by,
                                                             int most) = 0;
    virtual void erase_signed_form(AppointmentId const& id, foundation::Instant now) = 0;

    // Accounts
    virtual std::optional<Account> account(AccountId const& id) = 0;
    virtual std::optional<Account> account_for_change(AccountId const& id) = 0;
    virtual std::optional<Account> account_named_for_change(Username const& username) = 0;
    virtual std::optional<Account>
    account_with_revocation_for_change(std::string const& digest) = 0;
    virtual Listing<Account> accounts(OrganisationId const& organisation, AccountQuery const& query,
                                      foundation::Instant now) = 0;
    /// Whether another account of the organisation that has not ended has this mail address.
    virtual bool address_taken(OrganisationId const& organisation, std::string const& address,
                               std::optional<AccountId> const& but) = 0;
    /// Who may administer the organisation and has not ended, by name.
    virtual std::vector<Account> administrators_in(OrganisationId const& organisation,
                                                   foundation::Instant now) = 0;
    /// Who has not ended there and has this name, as search folds it, or this mail address.
    virtual std::vector<Account> people_like(OrganisationId const& organisation,
                                             Person const& person) = 0;
    /// Whoever arrives as this person, for whatever number.
    virtual std::vector<Account> accounts_of_pseudonym(std::string const& pseudonym) = 0;
    /// False when the username is taken: draw another.
    virtual bool add(Account const& account) = 0;
    /// Keeps everything of the account, its link and code included, and raises its version. A mail
    /// that waits with a code which the account has no more never leaves, and nobody is told of it.
    virtual void save(Account const& account) = 0;
    /// Keeps of a linked account when it signed in last (P3.4), and raises its version. Each login
    /// writes this: it leaves alone what is sorted by name, address and identity.
    virtual void save_sign_in(Account const& account) = 0;
    virtual std::optional<Account> staff_account_for_change(StaffIdentity const& identity) = 0;
    virtual void add(StaffIdentity const& identity, AccountId const& account) = 0;
    virtual std::vector<Account> accounts_linked_to(Identity const& identity) = 0;
    virtual bool pseudonym_linked_for_another_number(Identity const& identity) = 0;
    /// Linked accounts last used (or linked) at or before the moment, in order of id after `after`.
    virtual Stretch linked_and_unused_since(foundation::Instant moment, std::string const& after,
                                            int most) = 0;
    /// Accounts registered at or before the moment that were never linked and have not ended; not
    /// those of staff with a door of their own, which are never linked.
    virtual Stretch never_linked_since(foundation::Instant moment, std::string const& after,
                                       int most) = 0;
    /// False when this notice was given before: each is given once.
    virtual bool remember_notice(AccountId const& account, std::string const& notice) = 0;

    // Grants
    virtual std::vector<Grant>
    grants_of(AccountId const& account) = 0; ///< not withdrawn, oldest first
    virtual std::optional<Grant> grant(GrantId const& id) = 0;
    virtual void add(Grant const& grant) = 0;
    virtual void save(Grant const& grant) = 0;

    // Linking
    /// Locks this identity's row: attempts of one identity queue up behind each other.
    virtual std::pair<linking::Position, AttemptCounter>
    linking_state_for_change(Identity const&) = 0;
    virtual linking::Position linking_position(Identity const& identity) = 0;
    virtual AttemptCounter person_attempts(Identity const& identity) = 0;
    virtual void save(Identity const& identity, linking::Position const& position,
                      AttemptCounter const& attempts) = 0;

    // Signing in
    /// False when it was remembered before, on whatever node: departures, artifacts and assertions
    /// count once.
    virtual bool remember_once(std::string const& kind, std::string const& digest,
                               foundation::Instant until) = 0;
    /// Throws away what need not be remembered any more.
    virtual void forget_arrivals(Policy const& policy, foundation::Instant now) = 0;
    /// Each into the ring of its kind, in which the newest `most` stay.
    virtual void keep_refused(std::vector<signing_in::RefusedSignIn> const& refused, int most) = 0;
    /// Under this incident code, newest first.
    virtual std::vector<signing_in::RefusedSignIn> refused_under(std::string const& code) = 0;

    /// The broker's metadata as this address gave it last.
    virtual std::optional<signing_in::KeptMetadata> broker_metadata(std::string const& address) = 0;
    virtual void save(std::string const& address, signing_in::KeptMetadata const& metadata) = 0;

    // Sessions
    virtual std::optional<Bearer> bearer(std::string const& digest) = 0;
    virtual std::vector<Session> sessions_of(AccountId const& account) = 0;
    virtual void add(Session const& session) = 0;
    virtual void save(Session const& session) = 0;
    virtual void touch_session(std::string const& digest, foundation::Instant seen_at) = 0;
    virtual void end_session(std::string const& digest) = 0;
    virtual void end_sessions_of(AccountId const& account, std::string const& but_digest = "") = 0;

    // Overview
    virtual std::set<std::string> announcements_read(AccountId const& account) = 0;
    virtual void mark_announcement_read(AccountId const& account, std::string const& announcement,
                                        foundation::Instant now) = 0;
    /// All at once: what was read, the starts since a moment, the shortcuts that were chosen.
    virtual overview::Use use_of(AccountId const& account, foundation::Instant since) = 0;
    virtual void add_task_use(AccountId const& account, std::string const& task,
                              foundation::Instant now) = 0;
    virtual std::vector<overview::Preference> shortcut_preferences(AccountId const& account) = 0;
    virtual void save(AccountId const& account, overview::Preference const& preference) = 0;

    // Contact details
    virtual std::optional<PendingAddress> pending_address_for_change(AccountId const& account) = 0;
    /// As with an account's code: a mail that waits with one that is no more never leaves.
    virtual void save(PendingAddress const& pending) = 0;
    virtual void forget_pending_address(AccountId const& account) = 0;

    // Forms
    virtual std::optional<forms::Draft> draft(AccountId const& account,
                                              std::string const& task) = 0;
    virtual void save(forms::Draft const& draft) = 0;
    virtual void forget_draft(AccountId const& account, std::string const& task) = 0;
    /// False when this submission is there already (a double click): its receipt is the same.
    virtual bool add(forms::Submission const& submission) = 0;
    virtual std::optional<forms::Submission> submission(std::string const& receipt) = 0;

    // Tickets
    /// What the act of this digest gave, while that holds.
    virtual std::optional<std::string> given_before(std::string const& digest,
                                                    foundation::Instant now) = 0;
    virtual void note_given(std::string const& digest, std::string const& outcome,
                            foundation::Instant until) = 0;

    // Journal and outbox
    virtual void append(journal::Entry const& entry, journal::Doer const& doer,
                        foundation::Instant now) = 0;
    virtual std::vector<journal::Link> journal_after(std::int64_t number, int most) = 0;
    virtual std::vector<journal::Link> journal_about(AccountId const& account,
                                                     int most) = 0;    ///< newest first
    virtual std::string maker_of_letter(AccountId const& account) = 0; ///< who made the last one
    /// With a waiting mail of its kind to the same person about the same organisation, where such
    /// notices are gathered (P2.17).
    virtual void queue(correspondence::Post const& post, foundation::Instant now) = 0;
    /// What became of the last mail of this kind of an account at this address (P2.16).
    virtual std::optional<MailFate> fate_of(AccountId const& account, std::string const& address,
                                            MailKind kind) = 0;
    /// Mails of accounts that will never arrive, of which nobody was told yet.
    virtual std::vector<UndeliveredMail> undelivered(int most) = 0;
    /// False when it was told already, on whatever node.
    virtual bool mark_told(std::string const& mail, foundation::Instant now) = 0;

    /// Of these people the ones whom this session was not recorded to see on this page after the
    /// moment; from now on it was (P8.15).
    virtual std::vector<std::string> newly_seen(std::string const& session, std::string const& page,
                                                std::vector<std::string> const& people,
                                                foundation::Instant after) = 0;

    // Limits on mail (P2.17)
    /// When mails were caused so by this account, person or address, after the moment.
    virtual std::vector<foundation::Instant> caused_after(Cause cause, std::string const& by_whom,
                                                          foundation::Instant moment) = 0;
    virtual void add_caused(Cause cause, std::string const& by_whom, foundation::Instant now) = 0;
    /// Counts one more of each. When a limit has been reached the first such cause comes back, and
    /// nothing is counted: who is refused has used up nothing.
    std::optional<Cause> too_often(std::vector<Causing> const& all, foundation::Instant now);

    /// Throws away what has run out: sessions, departures, remembered digests, drafts,
    /// tickets.
    virtual void sweep(Policy const& policy, foundation::Instant now) = 0;

    /// Keeps what happened at this moment: a journal entry and the post each fact owes.
    void keep(std::vector<Fact> const& facts, journal::Doer const& doer);
};

/// Opens transactions. The work may run more than once when another transaction was in the way, so
/// it must not keep anything outside the records. Rolled back when the work throws.
class Archive {
public:
    virtual ~Archive() = default;

    /// Once it is its turn to write. `asked_at` is by the clock of who asks, before the wait: what
    /// is decided and kept takes `records.moment()`.
    template<class Work>
    auto change(foundation::Instant asked_at, Work&& work) {
        return with(Access::change, asked_at, std::forward<Work>(work));
    }
    /// What has no moment: nothing happens of which the journal tells.
    template<class Work>
    auto change(Work&& work) {
        return with(Access::change, std::nullopt, std::forward<Work>(work));
    }
    /// A change that a power cut may take back, such as a departure to the broker: only for what is
    /// good for minutes and is asked for anew when it is gone. A later change() keeps it too.
    template<class Work>
    auto note(Work&& work) {
        return with(Access::note, std::nullopt, std::forward<Work>(work));
    }
    template<class Work>
    auto look(Work&& work) {
        return with(Access::look, std::nullopt, std::forward<Work>(work));
    }
    /// With a moment, for what a change would say.
    template<class Work>
    auto look(foundation::Instant asked_at, Work&& work) {
        return with(Access::look, asked_at, std::forward<Work>(work));
    }

    /// Whether the database answers.
    virtual bool reachable() = 0;

protected:
    enum class Access { look, note, change };
    using AskedAt = std::optional<foundation::Instant>;
    virtual void run(Access access, AskedAt asked_at,
                     std::function<void(Records&)> const& work) = 0;

private:
    template<class Work>
    auto with(Access access, AskedAt asked_at, Work&& work) {
        using Result = std::invoke_result_t<Work&, Records&>;
        if constexpr (std::is_void_v<Result>) {
            run(access, asked_at, [&](Records& records) { work(records); });
        } else {
            std::optional<Result> result;
            run(access, asked_at, [&](Records& records) { result.emplace(work(records)); });
            return std::move(*result);
        }
    }
};

} // namespace portal
