#pragma once
#include "portal/acting/desk.h"
#include "portal/linking/link.h"
#include "portal/vault.h"
#include "storage/samples.h"

#include <string>
#include <vector>

/// The rules over the real archive: who stands ready, what is there afterwards.
namespace stage {

using namespace std::chrono_literals;
using storage::samples::now;

inline constexpr portal::Policy policy{};

/// The secrets of this installation: the same in every process of a test.
class Safe {
public:
    Safe();
    portal::Vault vault() { return {.randomness = randomness_, .key = key_}; }

private:
    foundation::SystemRandomness randomness_;
    foundation::MasterKey key_;
};

/// A program on the database that does not give up when the machine is slow.
class Node {
public:
    explicit Node(storage::driver::DatabaseAddress const& address,
                  storage::Moments moments = storage::Moments::asked);
    portal::Archive& archive() { return *archive_; }
    portal::Outbox& outbox() { return *outbox_; }
    storage::driver::Database& database() { return database_; }

private:
    foundation::SystemRandomness randomness_;
    foundation::MasterKey key_;
    storage::driver::Database database_;
    std::unique_ptr<portal::Archive> archive_;
    std::unique_ptr<portal::Outbox> outbox_;
};

/// One task, one role that opens it, and an administrator's role that hands it out.
portal::Catalogue catalogue();

/// The nth account that waits to be linked, the code that was sent for it, and whose means it gets.
portal::AccountId account_id(int n);
portal::Username username(int n);
portal::Code code(int n);
portal::Identity person(std::string const& name);

/// The session of somebody who comes in and is not linked.
portal::Session visit(portal::Archive& archive, portal::Identity const& identity,
                      foundation::Instant at = now);

/// A session of this account as from the door, which is linked for it when it was not.
portal::Session signed_in(portal::Archive& archive, portal::AccountId const& account,
                          foundation::Instant at = now);

class OnStage : public storage::samples::OnTheArchive {
protected:
    /// Keeps accounts [from, until) with a code, waiting to be linked, in one transaction.
    void accounts_waiting(int from, int until);
    /// Has agreed to everything: the combination is the next page.
    void ready_to_link(std::vector<portal::Identity> const& identities);

    portal::Account account(portal::AccountId const& id);
    /// What a `select count(*)` counts.
    int count(storage::driver::Statement const& statement);
    std::vector<std::string> kinds_about(portal::AccountId const& id);
    /// Walks the chain on from where the last walk ended; the number of the first broken entry.
    std::optional<std::int64_t> first_broken_entry();

    /// The database's address, for another process.
    std::string address_text() const;

    portal::Vault vault() { return safe_.vault(); }
    portal::Desk desk(portal::Archive& archive, foundation::Instant asked_at = now);

private:
    Safe safe_;
    portal::Vault const vault_ = safe_.vault();
    portal::Catalogue const catalogue_ = catalogue();
    std::int64_t walked_to_ = 0;
    std::string walked_hash_;
};

} // namespace stage
