#include "system/support/stage.h"

#include "foundation/fault.h"

#include <atomic>

namespace stage {

using namespace portal;
namespace samples = storage::samples;

namespace {

foundation::MasterKey key() { return foundation::MasterKey::parse(std::string(64, '5')).value(); }

constexpr storage::driver::Patience patience{.connect = 60s,
                                             .free_connection = 60s,
                                             .write_turn = 60s,
                                             .statement = 60s,
                                             .transaction = 120s,
                                             .idle_in_transaction = 120s};

} // namespace

Safe::Safe()
    : key_(key()) {}

Node::Node(storage::driver::DatabaseAddress const& address, storage::Moments moments)
    : key_(key())
    , database_(address, 2, patience)
    , archive_(storage::make_archive(database_, key_, randomness_, moments))
    , outbox_(storage::make_outbox(database_, key_, 600, moments)) {}

AccountId account_id(int n) { return AccountId::parse("waiting-" + std::to_string(n)).value(); }

Username username(int n) { return samples::username(static_cast<unsigned>(n) + 1'000'000U); }

Code code(int n) {
    auto chance = foundation::SeededRandomness{static_cast<std::uint64_t>(n) + 5'000'000U};
    return Code::mint(chance);
}

Identity person(std::string const& name) { return samples::identity(name); }

Session visit(Archive& archive, Identity const& identity, foundation::Instant at) {
    auto session = samples::session("cookie of " + identity.pseudonym);
    session.identity = identity;
    session.started_at = session.seen_at = at;
    archive.change([&](Records& records) {
        records.end_session(session.digest);
        records.add(session);
    });
    return session;
}

Session signed_in(Archive& archive, AccountId const& id, foundation::Instant at) {
    static std::atomic<int> number = 0;
    auto session = samples::session("session " + std::to_string(++number), id.text());
    session.started_at = session.seen_at = at;
    archive.change([&](Records& records) {
        auto account = records.account_for_change(id).value();
        if (!account.link) {
            account.link = Link{.identity = person(id.text()), .linked_at = at};
            records.save(account);
        }
        session.identity = account.link->identity;
        records.add(session);
    });
    return session;
}

Catalogue catalogue() {
    Catalogue made;
    made.tasks.resize(1);
    made.tasks.front().code = "contact";
    made.tasks.front().kind = TaskKind::form;
    made.tasks.front().steps.resize(1);
    made.roles = {{.code = "reader",
                   .name = {},
                   .explanation = {},
                   .attribute_types = {},
                   .tasks = {"contact"},
                   .sectors = {}}};
    made.administrator_roles = {{.code = "administrator",
                                 .name = {},
                                 .explanation = {},
                                 .hands_out = {"reader"},
                                 .sectors = {}}};
    return made;
}

Desk OnStage::desk(Archive& archive, foundation::Instant asked_at) {
    return {.archive = archive,
            .vault = vault_,
            .policy = policy,
            .catalogue = catalogue_,
            .asked_at = asked_at};
}

void OnStage::accounts_waiting(int from, int until) {
    change([&](Records& records) {
        for (int n = from; n < until; ++n) {
            auto waiting = samples::account(account_id(n).text());
            waiting.username = username(n);
            waiting.code = SentCode{.digest = vault().activation_digest(username(n), code(n)),
                                    .sent_at = now - 1h};
            foundation::ensure(records.add(waiting));
        }
    });
}

void OnStage::ready_to_link(std::vector<Identity> const& identities) {
    using namespace linking;
    auto const position =
        agreed_to_terms(agreed_to_disclaimer(confirmed_having_both({}), policy, now), policy, now);
    change([&](Records& records) {
        for (auto const& identity : identities)
            records.save(identity, position, {});
    });
}

std::string OnStage::address_text() const {
    auto const& location = address().location().reveal();
    return address().dialect() == storage::driver::Dialect::sqlite ? "sqlite:" + location
                                                                   : location;
}

Account OnStage::account(AccountId const& id) {
    return look([&](Records& records) { return records.account(id).value(); });
}

int OnStage::count(storage::driver::Statement const& statement) {
    auto reading = storage::driver::Transaction{database(), storage::driver::Access::reading};
    return static_cast<int>(reading.one(statement)->integer(0));
}

std::vector<std::string> OnStage::kinds_about(AccountId const& id) {
    return look([&](Records& records) {
        std::vector<std::string> kinds;
        for (auto const& link : records.journal_about(id, 100))
            kinds.push_back(link.kind);
        return kinds;
    });
}

std::optional<std::int64_t> OnStage::first_broken_entry() {
    return look([&](Records& records) -> std::optional<std::int64_t> {
        for (;;) {
            auto const links = records.journal_after(walked_to_, 500);
            for (auto const& link : links) {
                if (!journal::follows(link, walked_to_, walked_hash_))
                    return walked_to_ + 1;
                walked_to_ = link.number;
                walked_hash_ = link.hash;
            }
            if (links.empty())
                return std::nullopt;
        }
    });
}

} // namespace stage
