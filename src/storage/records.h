#pragma once
#include "foundation/digest.h"
#include "portal/archive.h"
#include "storage/driver/database.h"
#include "storage/moment.h"

#include <map>
#include <string>
#include <vector>

namespace storage {

/// What one transaction of a database may read and keep. The rooms stand in a file each.
///
/// A save or an add that breaks a key the rules did not foresee (two visitors at the same moment)
/// throws driver::UniqueViolation, and the archive does the work again: then it sees the other's
/// row.
class StoredRecords final : public portal::Records {
public:
    StoredRecords(driver::Transaction& transaction, foundation::MasterKey const& key,
                  foundation::Randomness& randomness, Moment const& moment)
        : transaction_(transaction)
        , key_(key)
        , randomness_(randomness)
        , moment_(moment) {}

    /// Writes what waits for the end of the work: the journal, whose lock must be the last.
    void finish() { write_journal(); }

    foundation::Instant moment() override { return moment_.value(); }

    // organisations.cpp
    std::optional<portal::Organisation> organisation(portal::OrganisationId const& id) override;
    std::optional<portal::Organisation> organisation_with(portal::KvkNumber const& kvk) override;
    std::optional<portal::Organisation> agency() override;
    portal::Listing<portal::Organisation> organisations(std::string const& search, int page,
                                                        int per_page) override;
    void add(portal::Organisation const& organisation) override;
    void save(portal::Organisation const& organisation) override;
    std::vector<portal::Correspondent> administrators_of(portal::OrganisationId const& id,
                                                         foundation::Instant now) override;

    // values.cpp
    std::vector<portal::HeldValue>
    held_elsewhere(std::vector<portal::OwnedAttribute> const& values,
                   std::optional<portal::OrganisationId> const& but) override;

    // appointments.cpp
    std::optional<portal::Appointment>
    appointment_for_change(portal::AppointmentId const& id) override;
    portal::Listing<portal::Appointment>
    appointments(portal::AppointmentQuery const& query) override;
    void add(portal::Appointment const& appointment) override;
    void save(portal::Appointment const& appointment) override;
    std::optional<std::string> signatory_for(portal::AccountId const& account) override;

    // signed_forms.cpp
    std::optional<portal::SignedForm> signed_form(portal::AppointmentId const& id) override;
    std::optional<portal::Scan> scan_of(portal::AppointmentId const& id) override;
    bool add(portal::SignedForm const& form, portal::Scan const& scan) override;
    std::vector<portal::AppointmentId> outlived_signed_forms(foundation::Instant declined_by,
                                                             foundation::Instant ended_by,
                                                             int most) override;
    void erase_signed_form(portal::AppointmentId const& id, foundation::Instant now) override;

    // accounts.cpp
    std::optional<portal::Account> account(portal::AccountId const& id) override;
    std::optional<portal::Account> account_for_change(portal::AccountId const& id) override;
    std::optional<portal::Account>
    account_named_for_change(portal::Username const& username) override;
    std::optional<portal::Account>
    account_with_revocation_for_change(std::string const& digest) override;
    bool add(portal::Account const& account) override;
    void save(portal::Account const& account) override;
    void save_sign_in(portal::Account const& account) override;

    // staff.cpp
    std::optional<portal::Account>
    staff_account_for_change(portal::StaffIdentity const& identity) override;
    void add(portal::StaffIdentity const& identity, portal::AccountId const& account) override;

    // account_lists.cpp
    portal::Listing<portal::Account> accounts(portal::OrganisationId const& organisation,
                                              portal::AccountQuery const& query,
                                              foundation::Instant now) override;
    bool address_taken(portal::OrganisationId const& organisation, std::string const& address,
                       std::optional<portal::AccountId> const& but) override;
    std::vector<portal::Account> accounts_linked_to(portal::Identity const& identity) override;
    bool pseudonym_linked_for_another_number(portal::Identity const& identity) override;
    portal::Stretch linked_and_unused_since(foundation::Instant moment, std::string const& after,
                                            int most) override;
    portal::Stretch never_linked_since(foundation::Instant moment, std::string const& after,
                                       int most) override;
    bool remember_notice(portal::AccountId const& account, std::string const& notice) override;

    // people.cpp
    std::vector<portal::Account> administrators_in(portal::OrganisationId const& organisation,
                                                   foundation::Instant now) override;
    std::vector<portal::Account> people_like(portal::OrganisationId const& organisation,
                                             portal::Person const& person) override;
    std::vector<portal::Account> accounts_of_pseudonym(std::string const& pseudonym) override;

    // grants.cpp
    std::vector<portal::Grant> grants_of(portal::AccountId const& account) override;
    std::optional<portal::Grant> grant(portal::GrantId const& id) override;
    void add(portal::Grant const& grant) override;
    void save(portal::Grant const& grant) override;

    // linking.cpp
    std::pair<portal::linking::Position, portal::AttemptCounter>
    linking_state_for_change(portal::Identity const& identity) override;
    portal::linking::Position linking_position(portal::Identity const& identity) override;
    portal::AttemptCounter person_attempts(portal::Identity const& identity) override;
    void save(portal::Identity const& identity, portal::linking::Position const& position,
              portal::AttemptCounter const& attempts) override;

    // signing_in.cpp
    bool remember_once(std::string const& kind, std::string const& digest,
                       foundation::Instant until) override;
    void forget_arrivals(portal::Policy const& policy, foundation::Instant now) override;

    // refused_sign_ins.cpp
    void keep_refused(std::vector<portal::signing_in::RefusedSignIn> const& refused,
                      int most) override;
    std::vector<portal::signing_in::RefusedSignIn> refused_under(std::string const& code) override;

    // broker_metadata.cpp
    std::optional<portal::signing_in::KeptMetadata>
    broker_metadata(std::string const& address) override;
    void save(std::string const& address,
              portal::signing_in::KeptMetadata const& metadata) override;

    // sessions.cpp
    std::optional<portal::Bearer> bearer(std::string const& digest) override;
    std::vector<portal::Session> sessions_of(portal::AccountId const& account) override;
    void add(portal::Session const& session) override;
    void save(portal::Session const& session) override;
    void touch_session(std::string const& digest, foundation::Instant seen_at) override;
    void end_session(std::string const& digest) override;
    void end_sessions_of(portal::AccountId const& account, std::string const& but_digest) override;

    // overview.cpp
    std::set<std::string> announcements_read(portal::AccountId const& account) override;
    void mark_announcement_read(portal::AccountId const& account, std::string const& announcement,
                                foundation::Instant now) override;
    portal::overview::Use use_of(portal::AccountId const& account,
                                 foundation::Instant since) override;
    void add_task_use(portal::AccountId const& account, std::string const& task,
                      foundation::Instant now) override;
    std::vector<portal::overview::Preference>
    shortcut_preferences(portal::AccountId const& account) override;
    void save(portal::AccountId const& account,
              portal::overview::Preference const& preference) override;

    // contact_details.cpp
    std::optional<portal::PendingAddress>
    pending_address_for_change(portal::AccountId const& account) override;
    void save(portal::PendingAddress const& pending) override;
    void forget_pending_address(portal::AccountId const& account) override;

    // forms.cpp
    std::optional<portal::forms::Draft> draft(portal::AccountId const& account,
                                              std::string const& task) override;
    void save(portal::forms::Draft const& draft) override;
    void forget_draft(portal::AccountId const& account, std::string const& task) override;
    bool add(portal::forms::Submission const& submission) override;
    std::optional<portal::forms::Submission> submission(std::string const& receipt) override;

    // tickets.cpp
    std::optional<std::string> given_before(std::string const& digest,
                                            foundation::Instant now) override;
    void note_given(std::string const& digest, std::string const& outcome,
                    foundation::Instant until) override;

    // journal.cpp
    void append(portal::journal::Entry const& entry, portal::journal::Doer const& doer,
                foundation::Instant now) override;
    std::vector<portal::journal::Link> journal_after(std::int64_t number, int most) override;
    std::vector<portal::journal::Link> journal_about(portal::AccountId const& account,
                                                     int most) override;
    std::string maker_of_letter(portal::AccountId const& account) override;

    // looks.cpp
    std::vector<std::string> newly_seen(std::string const& session, std::string const& page,
                                        std::vector<std::string> const& people,
                                        foundation::Instant after) override;

    // queue.cpp
    void queue(portal::correspondence::Post const& post, foundation::Instant now) override;
    std::optional<portal::MailFate> fate_of(portal::AccountId const& account,
                                            std::string const& address,
                                            portal::MailKind kind) override;
    std::vector<portal::UndeliveredMail> undelivered(int most) override;
    bool mark_told(std::string const& mail, foundation::Instant now) override;
    std::vector<foundation::Instant> caused_after(portal::Cause cause, std::string const& by_whom,
                                                  foundation::Instant moment) override;
    void add_caused(portal::Cause cause, std::string const& by_whom,
                    foundation::Instant now) override;

    // sweep.cpp
    void sweep(portal::Policy const& policy, foundation::Instant now) override;

private:
    struct Unwritten {
        portal::journal::Entry entry;
        portal::journal::Doer doer;
        foundation::Instant at;
    };

    portal::Organisation whole(driver::Row const& row);
    void add_numbers_and_attributes(portal::Organisation const& organisation);
    void write_journal();

    driver::Transaction& transaction_;
    foundation::MasterKey const& key_;
    foundation::Randomness& randomness_;
    Moment moment_;
    std::vector<Unwritten> unwritten_;
};

} // namespace storage
