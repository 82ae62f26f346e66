// Load for `script/bench post`: fills a portal's outbox with bulk mail, and then presses the button
// that sends an activation code, again and again, as another node on the same database would.
#include "foundation/fault.h"
#include "foundation/text.h"
#include "party.h"
#include "portal/administration/users.h"
#include "server/house.h"

#include <chrono>
#include <fmt/format.h>
#include <thread>

namespace {

using portal::Account;
using portal::AccountId;
using portal::Records;

Account person(server::House& house, portal::OrganisationId const& home, std::string const& name) {
    return {.id = AccountId::mint(house.randomness),
            .organisation = home,
            .username = portal::Username::mint(house.randomness),
            .person = {.name = name,
                       .email = foundation::lower_ascii(name) + "@bench.example",
                       .phone = "0612345678",
                       .function = {},
                       .language = portal::Language::dutch},
            .registered_at = bench::now(),
            .letter_serial = "BENCH",
            .letter_made_at = bench::now()};
}

void fill(server::House& house, int mails) {
    portal::correspondence::Post const warning{
        .mail = {.kind = portal::MailKind::link_lapses_soon,
                 .language = portal::Language::dutch,
                 .address = "bulk@bench.example",
                 .name = "Bram Jansen",
                 .organisation = "Scholengroep Lindenhof",
                 .other_person = {},
                 .code = {},
                 .moment = bench::now() + std::chrono::days{30},
                 .number = 30},
        .useless_after = std::nullopt};
    constexpr int at_once = 1000;
    for (int queued = 0; queued < mails; queued += at_once)
        house.archive->change([&](Records& records) {
            for (int i = 0; i < at_once; ++i)
                records.queue(warning, bench::now());
        });
}

/// A code each second. Prints the address it goes to and the moment of the button, in ms.
void press(server::House& house, int codes) {
    auto const school = house.archive->look([](Records& records) {
        return records.organisation_with(portal::KvkNumber::parse("90000001").value());
    });
    if (!school)
        throw foundation::Fault("the demo cast is not there");
    auto administrator = person(house, school->id, "Beheerder");
    administrator.administrator_roles = {house.catalogue.administrator_roles.front().code};
    administrator.link =
        portal::Link{.identity = {.pseudonym = "bench", .kvk = school->kvk_numbers.front()},
                     .linked_at = bench::now()};
    portal::Session session{.digest = "bench",
                            .account = administrator.id,
                            .identity = administrator.link->identity,
                            .branch_number = std::nullopt,
                            .form_token = {},
                            .return_path = {},
                            .started_at = bench::now(),
                            .seen_at = bench::now()};
    house.archive->change([&](Records& records) {
        records.add(administrator);
        records.end_session(session.digest);
        records.add(session);
    });
    for (int i = 0; i < codes; ++i) {
        auto const user = person(house, school->id, fmt::format("Code{}", i));
        house.archive->change([&](Records& records) { records.add(user); });
        auto const pressed = bench::now();
        auto const sent = portal::administration::send_code(
            house.desk(pressed), session, user.id, portal::administration::Resend::asks_first);
        if (!sent)
            throw foundation::Fault("no code was sent");
        fmt::print("{} {}\n", user.person.email, foundation::micros(pressed) / 1000);
        std::this_thread::sleep_for(std::chrono::seconds{1});
    }
}

} // namespace

/// bench_post config=FILE bulk=N, or config=FILE codes=N.
int main(int argc, char** argv) {
    bench::Given const given{argc, argv};
    try {
        server::House house{server::read_configuration(given["config"]), true};
        house.migrate(bench::now());
        if (given.has("bulk"))
            fill(house, std::stoi(given["bulk"]));
        else
            press(house, std::stoi(given["codes"]));
        return 0;
    } catch (std::exception const& problem) {
        fmt::print(stderr, "bench_post: {}\n", problem.what());
        return 1;
    }
}
