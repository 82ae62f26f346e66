#include "broker/program/people.h"

#include "broker/messages/pseudonym.h"
#include "foundation/rsin.h"
#include "foundation/text.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <toml++/toml.h>

namespace broker::program {
namespace {

/// A person with one of the organisations: what a service provider knows under one pseudonym.
struct Known {
    Person const& person;
    Organisation const& organisation;
    std::string pseudonym;
};

std::vector<Known> known(std::vector<pages::Listed> const& people,
                         std::string_view service_provider) {
    std::vector<Known> out;
    for (auto const& [person, note] : people)
        for (auto const& organisation : person.organisations)
            out.push_back({person, organisation,
                           pseudonym(person_key(person.name), organisation.kvk, service_provider)});
    return out;
}

std::optional<Organisation> read_organisation(toml::node const& node) {
    auto const* const table = node.as_table();
    if (!table)
        return std::nullopt;
    auto const kvk = (*table)["kvk"].value_or(std::string{});
    auto const rsin = (*table)["rsin"].value<std::string>();
    if (kvk.size() != 8 || !foundation::all_digits(kvk))
        return std::nullopt;
    if ((*table)["rsin"] && !(rsin && foundation::Rsin::parse(*rsin)))
        return std::nullopt;
    return Organisation{.kvk = kvk, .name = (*table)["name"].value_or(std::string{}), .rsin = rsin};
}

std::optional<pages::Listed> read_person(toml::node const& node) {
    auto const* const table = node.as_table();
    auto const* const organisations = table ? (*table)["organisations"].as_array() : nullptr;
    auto const level =
        table ? level_named((*table)["level"].value_or(std::string{"loa3"})) : std::nullopt;
    if (!organisations || organisations->empty() || !level)
        return std::nullopt;
    pages::Listed listed{.person = {.name = (*table)["name"].value_or(std::string{}),
                                    .organisations = {},
                                    .level = *level},
                         .note = (*table)["note"].value_or(std::string{})};
    for (auto const& one : *organisations) {
        auto organisation = read_organisation(one);
        if (!organisation)
            return std::nullopt;
        listed.person.organisations.push_back(*std::move(organisation));
    }
    return listed.person.name.empty() ? std::nullopt : std::optional{std::move(listed)};
}

} // namespace

std::vector<pages::Listed> const& demonstration_people() {
    Organisation const school{"90000001", "Scholengroep Lindenhof", "900000016"};
    Organisation const municipality{"90000002", "Gemeente Waterrijk", "900000028"};
    Organisation const nursery{"90000003", "Kinderopvang De Regenboog", {}};
    Organisation const agency{"90000000", "Dienst Uitvoering Onderwijs", {}};
    static std::vector<pages::Listed> const people{
        {{.name = "Anja de Wit", .organisations = {school}}, "beheerder"},
        {{.name = "Bram Jansen", .organisations = {school}}, "gebruiker"},
        {{.name = "Nadia Boukhari", .organisations = {school}}, "gebruiker, nog niet gekoppeld"},
        {{.name = "Carla Smit", .organisations = {municipality}}, "beheerder"},
        {{.name = "Daan Peters", .organisations = {municipality}}, "gebruiker voor RMC"},
        {{.name = "Els Bakker", .organisations = {nursery}}, "nog geen account"},
        {{.name = "Femke Dijkstra", .organisations = {agency}}, "registreert organisaties"},
        {{.name = "Gijs van Dam", .organisations = {agency}}, "keurt goed"},
        {{.name = "Hanna Vos", .organisations = {school, municipality}}, "2 organisaties"},
        {{.name = "Ivo Kok", .organisations = {school}, .level = Level::loa2}, "niveau te laag"},
    };
    return people;
}

std::vector<StaffMember> const& demonstration_staff() {
    static std::vector<StaffMember> const staff{
        {"femke", "Femke Dijkstra", "femke@dienst.example", {"mijnduo-registratie"}},
        {"gijs", "Gijs van Dam", "gijs@dienst.example", {"mijnduo-goedkeuring"}},
        {"joris", "Joris Blom", "joris@dienst.example", {"mijnduo-helpdesk"}},
        {"maaike", "Maaike Prins", "maaike@dienst.example", {"mijnduo-controle"}},
        {"stef", "Stef Kuipers", "stef@dienst.example", {}},
    };
    return staff;
}

std::expected<std::vector<pages::Listed>, std::string> read_people(std::string_view text) {
    try {
        auto const file = toml::parse(text);
        auto const* const list = file["person"].as_array();
        if (!list || list->empty() || file.size() != 1)
            return std::unexpected{"The file of people must have only [[person]] tables."};
        std::vector<pages::Listed> people;
        for (auto const& node : *list) {
            auto listed = read_person(node);
            if (!listed)
                return std::unexpected{
                    "Each [[person]] needs a name, a level such as loa3, and "
                    "organisations with a kvk of 8 digits, and an rsin that exists "
                    "if any."};
            people.push_back(*std::move(listed));
        }
        return people;
    } catch (toml::parse_error const& error) {
        return std::unexpected{
            "The file of people is not TOML: " + std::string{error.description()} + "."};
    }
}

std::string people_as_json(std::vector<pages::Listed> const& people,
                           std::string_view service_provider) {
    auto list = nlohmann::ordered_json::array();
    for (auto const& one : known(people, service_provider))
        list.push_back({{"name", one.person.name},
                        {"kvk", one.organisation.kvk},
                        {"organisation", one.organisation.name},
                        {"pseudonym", one.pseudonym},
                        {"level", name_of(one.person.level)}});
    return list.dump(2) + "\n";
}

std::string people_as_text(std::vector<pages::Listed> const& people,
                           std::string_view service_provider) {
    std::string out;
    for (auto const& one : known(people, service_provider))
        out += fmt::format("{:<16} {} {:<28} {:<8} {}\n", one.person.name, one.organisation.kvk,
                           one.organisation.name, name_of(one.person.level), one.pseudonym);
    return out;
}

} // namespace broker::program
