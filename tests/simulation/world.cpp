#include "simulation/world.h"

#include "storage/migrate.h"

namespace simulation {

using namespace portal;

namespace {

constexpr std::uint32_t people = 6;

Catalogue one_role() {
    Catalogue catalogue;
    catalogue.roles = {{.code = "reader",
                        .name = {},
                        .explanation = {},
                        .attribute_types = {},
                        .tasks = {},
                        .sectors = {}}};
    catalogue.administrator_roles = {{.code = "administrator",
                                      .name = {},
                                      .explanation = {},
                                      .hands_out = {"reader"},
                                      .sectors = {}}};
    return catalogue;
}

std::string numbered(std::string_view name, std::size_t n) {
    return std::string{name} + std::to_string(n);
}

} // namespace

World::World(std::uint64_t seed)
    : chance_(seed)
    , key_(foundation::MasterKey::parse(std::string(64, '7')).value())
    , catalogue_(one_role())
    , database_(storage::driver::DatabaseAddress::parse("sqlite::memory:").value(), 2)
    , archive_((storage::migrate(database_, {}),
                storage::make_archive(database_, key_, chance_, storage::Moments::asked)))
    , outbox_(storage::make_outbox(database_, key_, policy_.bulk_mails_a_minute))
    , failing_(*archive_, chance_)
    , failing_outbox_(*outbox_, chance_)
    , now_(foundation::parse_rfc3339("2026-11-23T09:00:00Z").value()) {
    archive_->change([&](Records& records) {
        for (std::size_t n = 0; n < 3; ++n) {
            organisations_.push_back(
                {.id = OrganisationId::parse(numbered("school-", n)).value(),
                 .name = numbered("School ", n),
                 .kvk_numbers = {KvkNumber::parse(numbered("9000000", n)).value()},
                 .rsin = {},
                 .sectors = {},
                 .attributes = {},
                 .admitted_at = now_,
                 .ended_at = {}});
            administrators_.push_back(
                {.id = AccountId::parse(numbered("administrator-", n)).value(),
                 .organisation = organisations_.back().id,
                 .username = Username::mint(chance_),
                 .person = {.name = numbered("Administrator ", n),
                            .email = numbered("a", n) + "@school.example",
                            .phone = {},
                            .function = {}},
                 .administrator_roles = {"administrator"},
                 .registered_at = now_});
            records.add(organisations_.back());
            foundation::ensure(records.add(administrators_.back()));
        }
    });
}

Desk World::desk() {
    return {.archive = failing_,
            .vault = vault_,
            .policy = policy_,
            .catalogue = catalogue_,
            .asked_at = now_};
}

std::vector<Account> World::accounts_of(std::size_t organisation) {
    return archive_->look([&](Records& records) {
        return records
            .accounts(organisations_[organisation].id, {.search = {}, .per_page = 1'000}, now_)
            .rows;
    });
}

Account World::any_account() {
    auto const accounts = accounts_of(below(3));
    return accounts[below(static_cast<std::uint32_t>(accounts.size()))];
}

/// Few people, who act for any of the organisations: they meet each other and themselves.
Identity World::any_identity() {
    return {.pseudonym = std::string(64, static_cast<char>('a' + below(people))),
            .kvk = organisations_[below(3)].kvk_numbers.front()};
}

/// As the door does: a session that is over opens nothing.
std::optional<Session> World::session_of(Visit const& visit) {
    auto const bearer = failing_.look(
        [&](Records& records) { return records.bearer(vault_.token_digest(visit.token)); });
    if (!bearer || bearer->session.over(policy_, now_))
        return std::nullopt;
    return bearer->session;
}

} // namespace simulation
