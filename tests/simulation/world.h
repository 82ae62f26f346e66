#pragma once
#include "portal/administration/grants.h"
#include "portal/linking/link.h"
#include "simulation/joints.h"
#include "simulation/ledger.h"
#include "storage/archive.h"

#include <memory>
#include <set>

namespace simulation {

/// Three organisations, a few people, a database, a post and a clock; all chance from one seed.
class World {
public:
    explicit World(std::uint64_t seed);

    /// Somebody does something, or time goes by.
    void step();
    /// What does not hold at this moment; empty when all is well.
    std::vector<std::string> flaws();
    std::string const& last_act() const { return last_act_; }
    Ledger const& ledger() const { return ledger_; }
    int failures() const { return failing_.failures(); }

private:
    struct Visit {
        portal::Identity identity;
        std::string token;
        std::vector<portal::AccountId> choices{};
    };

    // What people do (acts.cpp). Each may end in a Fault.
    void administer();
    std::optional<portal::Session> administrator_of(std::size_t organisation);
    void linked_again(portal::Account administrator, portal::Identity const& identity);
    void change_grants(portal::Claim const& administrator, portal::Account const& target);
    void deliver_mail();
    void sign_in();
    void arrive(portal::Identity const& identity);
    void go_on();
    void link();
    bool comes_to_link(portal::Identity const& identity);
    void guess_together();
    portal::KvkNumber number_of(portal::Account const& account) const;
    void revoke();
    void nightly();
    void time_goes_by();

    // What must hold (flaws.cpp).
    void check(portal::Account const& account, portal::Records& records);
    void check_mail();
    void expect(bool holds, std::string const& about, std::string const& rule);

    std::uint32_t below(std::uint32_t bound) { return foundation::below(chance_, bound); }
    std::vector<portal::Account> accounts_of(std::size_t organisation);
    portal::Account any_account();
    portal::Identity any_identity();
    std::optional<portal::Session> session_of(Visit const& visit);
    portal::Desk desk();

    foundation::SeededRandomness chance_;
    foundation::MasterKey key_;
    portal::Policy policy_{};
    portal::Vault vault_{.randomness = chance_, .key = key_};
    portal::Catalogue catalogue_;
    storage::driver::Database database_;
    std::unique_ptr<portal::Archive> archive_;
    std::unique_ptr<portal::Outbox> outbox_;
    FailingArchive failing_;
    FailingOutbox failing_outbox_;
    AnyPress press_;
    foundation::Instant now_;

    std::vector<portal::Organisation> organisations_;
    std::vector<portal::Account> administrators_; ///< one of each organisation, as registered
    std::map<std::string, portal::Code> inbox_;   ///< the last code that came, by mail address
    std::vector<portal::Code> strips_;            ///< revocation codes, torn off
    std::set<std::string> delivered_;
    std::map<std::string, std::string> mails_seen_; ///< kinds by id, also of what is thrown away
    std::vector<Visit> visits_;
    int arrivals_ = 0;
    int registered_ = 0;
    bool swept_ = false; ///< the nightly work has just ended well

    Ledger ledger_;
    std::string last_act_;
    std::vector<std::string> flaws_;
};

} // namespace simulation
