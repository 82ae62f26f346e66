#include "server/house.h"

#include "foundation/fault.h"
#include "storage/archive.h"
#include "storage/catalogue_files.h"
#include "storage/migrate.h"
#include "storage/refold.h"

#include <fmt/format.h>
#include <thread>

namespace server {

using foundation::Fault;

namespace {

portal::Catalogue sound_catalogue(std::filesystem::path const& folder) {
    auto catalogue = storage::read_catalogue(folder);
    if (auto const flaws = catalogue.flaws(); !flaws.empty())
        throw Fault(fmt::format("the catalogue in {} cannot be used:\n  {}", folder.string(),
                                fmt::join(flaws, "\n  ")));
    return catalogue;
}

storage::driver::Patience patience(bool long_work) {
    if (!long_work)
        return {};
    constexpr std::chrono::hours enough{4};
    return {.write_turn = enough,
            .statement = enough,
            .transaction = enough,
            .idle_in_transaction = enough};
}

storage::driver::DatabaseAddress address_of(std::string const& url) {
    auto address = storage::driver::DatabaseAddress::parse(url);
    if (!address)
        throw Fault("[database] url must be sqlite:PATH or postgresql://…");
    return *address;
}

} // namespace

House::House(Configuration given, bool long_work)
    : configuration(std::move(given))
    , policy{.staff_have_own_door = configuration.agency_login.has_value(),
             .bulk_mails_a_minute = configuration.mail.bulk_per_minute}
    , vault{.randomness = randomness, .key = configuration.server.master_key}
    , catalogue(sound_catalogue(configuration.catalogue))
    , database(address_of(configuration.database.url), configuration.database.connections,
               patience(long_work))
    , archive(storage::make_archive(database, configuration.server.master_key, randomness,
                                    storage::Moments::database))
    , outbox(storage::make_outbox(database, configuration.server.master_key,
                                  policy.bulk_mails_a_minute, storage::Moments::database)) {}

std::vector<std::string> House::migrate(foundation::Instant now, Key key) {
    if (key == Key::own)
        refuse_foreign_key();
    auto const pause = [] { std::this_thread::sleep_for(std::chrono::seconds{2}); };
    auto done = storage::migrate(database, now, storage::shipped_migrations(), {.pause = pause});
    if (key == Key::own)
        storage::settle_key(database, vault.key);
    else
        storage::adopt_key(database, vault.key);
    if (auto const rows = storage::refold(database); rows > 0)
        done.push_back(fmt::format("search and order of {} rows", rows));
    return done;
}

portal::Desk House::desk(foundation::Instant now) {
    return {.archive = *archive,
            .vault = vault,
            .policy = policy,
            .catalogue = catalogue,
            .asked_at = now};
}

portal::administration::LetterMaking House::letter_places() const {
    auto const& url = configuration.server.public_url;
    return {.sign_in_address = url + "/", .revocation_address = url + "/koppeling-intrekken"};
}

foundation::Instant clock_now() {
    return std::chrono::floor<foundation::Duration>(std::chrono::system_clock::now());
}

} // namespace server
