#include "foundation/fault.h"
#include "portal/identity/pseudonym.h"
#include "server/commands.h"

#include <cstdio>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace server {

using portal::Account;
using portal::AccountId;
using portal::Organisation;
using portal::OrganisationId;
using portal::Records;

namespace {

/// Ids of the demo cast are readable, and the same at every installation.
AccountId account_id(std::string const& name) { return AccountId::parse("demo-" + name).value(); }
OrganisationId organisation_id(std::string const& name) {
    return OrganisationId::parse("demo-" + name).value();
}

struct Known {
    std::string kvk;
    std::string pseudonym;
};
using People = std::multimap<std::string, Known>;

People read_people(std::filesystem::path const& file) {
    People people;
    auto const list = nlohmann::json::parse(content_of(file), nullptr, false);
    if (!list.is_array())
        throw foundation::Fault(file.string() +
                                " is not what `mijnduo-broker people --json` writes");
    for (auto const& one : list)
        people.emplace(one.value("name", ""),
                       Known{one.value("kvk", ""), one.value("pseudonym", "")});
    return people;
}

class Demo {
public:
    Demo(House& house, People const& people, foundation::Instant now)
        : house_(house)
        , people_(people)
        , now_(now) {}

    /// Whether the cast was made; false when it is there already.
    bool run() {
        return house_.archive->change(now_, [this](Records& records) {
            now_ = records.moment();
            if (records.organisation(organisation_id("lindenhof")))
                return false;
            agency(records);
            school(records);
            municipality(records);
            return true;
        });
    }

private:
    Organisation organisation(Records& records, std::string const& id, std::string const& name,
                              std::string const& kvk, std::vector<std::string> sectors,
                              std::vector<portal::OwnedAttribute> attributes, bool is_agency) {
        Organisation const made{.id = organisation_id(id),
                                .name = name,
                                .kvk_numbers = {portal::KvkNumber::parse(kvk).value()},
                                .rsin = std::nullopt,
                                .sectors = std::move(sectors),
                                .attributes = std::move(attributes),
                                .is_agency = is_agency,
                                .admitted_at = now_,
                                .ended_at = std::nullopt};
        // P8.11: also where somebody tries out the portal a value belongs to one organisation.
        if (auto const held = records.held_elsewhere(made.attributes, made.id); !held.empty())
            throw foundation::Fault(fmt::format("{} {} belongs to {} already: the demo cast has it",
                                                held.front().value.type, held.front().value.value,
                                                held.front().holder_name));
        records.add(made);
        keep(records,
             portal::OrganisationAdmitted{.organisation = made.id, .name = name, .kvk = kvk});
        keep(records, portal::OrganisationExtended{.organisation = made.id,
                                                   .sectors = made.sectors,
                                                   .values = made.attributes});
        return made;
    }

    void keep(Records& records, portal::Fact const& fact) {
        // Into the journal, but no mails: nobody asked for these accounts.
        records.append(portal::journal::what_is_recorded(fact),
                       {.account = {}, .otherwise = "demo"}, now_);
    }

    struct Part {
        std::string id;
        std::string name;
        std::string function;
        bool linked = true;
        std::vector<std::string> administrator_roles{};
        std::vector<portal::StaffRole> staff_roles{};
    };

    void account(Records& records, Organisation const& home, Part const& part) {
        Account made{.id = account_id(part.id),
                     .organisation = home.id,
                     .username = portal::Username::mint(house_.randomness),
                     .person = {.name = part.name,
                                .email = part.id + "@" + home.id.text() + ".example",
                                .phone = "088 123 45 67",
                                .function = part.function,
                                .language = portal::Language::dutch},
                     .administrator_roles = part.administrator_roles,
                     .staff_roles = part.staff_roles,
                     .registered_at = now_};
        if (part.linked) {
            auto const& number = home.kvk_numbers.front();
            made.link = portal::Link{
                .identity = {.pseudonym = pseudonym(part.name, number.text()), .kvk = number},
                .linked_at = now_};
        }
        while (!records.add(made))
            made.username = portal::Username::mint(house_.randomness);
        keep(records,
             portal::AccountMigrated{.subject = subject_of(made, home), .linked = part.linked});
    }

    std::string pseudonym(std::string const& name, std::string const& kvk) const {
        auto const [first, last] = people_.equal_range(name);
        for (auto person = first; person != last; ++person)
            if (person->second.kvk == kvk)
                if (auto const known = portal::Pseudonym::parse(person->second.pseudonym))
                    return known->text();
        throw foundation::Fault("the test broker does not know " + name + " of " + kvk);
    }

    void grant(Records& records, std::string const& account, std::string const& administrator,
               std::string const& role, std::map<std::string, std::string> attributes) {
        records.add(portal::Grant{.id = portal::GrantId::mint(house_.randomness),
                                  .account = account_id(account),
                                  .role = role,
                                  .attributes = std::move(attributes),
                                  .from = foundation::in_amsterdam(now_).date,
                                  .until = std::nullopt,
                                  .reason = "demo",
                                  .granted_by = account_id(administrator),
                                  .granted_at = now_,
                                  .withdrawn_at = std::nullopt});
    }

    void agency(Records& records) {
        auto const known = records.agency();
        auto const home = known
                              ? *known
                              : organisation(records, "dienst", house_.configuration.agency.name,
                                             house_.configuration.agency.kvk.text(), {}, {}, true);
        // Where staff have a door of their own, their accounts are made as they arrive.
        if (house_.policy.staff_have_own_door)
            return;
        account(records, home,
                {.id = "femke",
                 .name = "Femke Dijkstra",
                 .function = "Registratie",
                 .staff_roles = {portal::StaffRole::registrar}});
        account(records, home,
                {.id = "gijs",
                 .name = "Gijs van Dam",
                 .function = "Goedkeuring",
                 .staff_roles = {portal::StaffRole::approver}});
    }

    void school(Records& records) {
        auto const home =
            organisation(records, "lindenhof", "Scholengroep Lindenhof", "90000001", {"po", "vo"},
                         {{"bestuursnummer", "41234", "Scholengroep Lindenhof"},
                          {"instellingscode", "99AA", "Lindenhof College"},
                          {"instellingscode", "99AB", "De Esdoorn"},
                          {"eenheidscode", "100B200", "Onderwijsbestuur Lindenhof"}},
                         false);
        account(records, home,
                {.id = "anja",
                 .name = "Anja de Wit",
                 .function = "Applicatiebeheerder",
                 .administrator_roles = {"beheerder-po", "beheerder-vo"}});
        account(records, home, {.id = "bram", .name = "Bram Jansen", .function = "Administrateur"});
        account(records, home, {.id = "hanna", .name = "Hanna Vos", .function = "Extern adviseur"});
        account(records, home,
                {.id = "nadia",
                 .name = "Nadia Boukhari",
                 .function = "Examensecretaris",
                 .linked = false});
        std::map<std::string, std::string> const board{{"bestuursnummer", "41234"}};
        std::map<std::string, std::string> const college{{"instellingscode", "99AA"}};
        grant(records, "bram", "anja", "medewerker-bekostiging", board);
        grant(records, "bram", "anja", "medewerker-verantwoording", board);
        grant(records, "bram", "anja", "examenkandidaten-aanmelden", college);
        grant(records, "bram", "anja", "verzuimloket-melder", college);
        grant(records, "bram", "anja", "medewerker-onderwijsdeelnemers", college);
        grant(records, "hanna", "anja", "medewerker-bekostiging", board);
    }

    void municipality(Records& records) {
        auto const home =
            organisation(records, "waterrijk", "Gemeente Waterrijk", "90000002", {"gemeenten"},
                         {{"rmc-regio", "0042", "RMC-regio Waterrijk"},
                          {"gemeentecode", "1942", "Gemeente Waterrijk"}},
                         false);
        account(records, home,
                {.id = "carla",
                 .name = "Carla Smit",
                 .function = "Beleidsmedewerker",
                 .administrator_roles = {"beheerder-gemeenten"}});
        account(records, home, {.id = "daan", .name = "Daan Peters", .function = "RMC-medewerker"});
        account(records, home,
                {.id = "hanna-waterrijk", .name = "Hanna Vos", .function = "Extern adviseur"});
        grant(records, "daan", "carla", "behandelaar-rmc", {{"rmc-regio", "0042"}});
    }

    House& house_;
    People const& people_;
    foundation::Instant now_;
};

constexpr char const* cast_list =
    "Choose one of these names at the test broker:\n"
    "  Bram Jansen     user of Scholengroep Lindenhof: sees the tasks, does a form\n"
    "  Anja de Wit     administrator of Scholengroep Lindenhof: users, letters, codes, roles\n"
    "  Nadia Boukhari  registered there and not linked yet: let Anja make the letter and send the\n"
    "                  code (mailbox), then sign in as Nadia and link\n"
    "  Hanna Vos       works for two organisations\n"
    "  Carla Smit      administrator of Gemeente Waterrijk;  Daan Peters  user there\n"
    "  Els Bakker      her organisation is not there yet;  Ivo Kok  has a level that is too low";

constexpr char const* staff_list =
    "The agency's own staff, on the page /dienst/inloggen where they have a door of their own:\n"
    "  Femke Dijkstra  enters organisations and administrators;  Gijs van Dam  approves them";

} // namespace

bool has_demo_cast(portal::Archive& archive) {
    return archive.look([](Records& records) {
        return records.organisation(organisation_id("lindenhof")).has_value();
    });
}

int demo(House& house, std::filesystem::path const& people) {
    if (!house.configuration.server.testing)
        throw foundation::Fault("the demo cast are invented people, whom the test broker signs in: "
                                "not in an installation with [server] testing = false");
    auto const now = clock_now();
    house.migrate(now);
    auto const known = read_people(people);
    Demo{house, known, now}.run();
    std::puts(cast_list);
    std::puts(staff_list);
    return 0;
}

} // namespace server
