#pragma once
#include "portal/linking/linking.h"

#include <string>

/// The fixed cast of the tests of the rules: one organisation, one user, one code.
namespace cast {

using namespace std::chrono_literals;

inline constexpr portal::Policy policy{};

inline foundation::Instant at(std::string_view text) {
    return foundation::parse_rfc3339(text).value();
}

inline portal::OrganisationId organisation_id(std::string_view text) {
    return portal::OrganisationId::parse(text).value();
}

inline portal::AccountId account_id(std::string_view text) {
    return portal::AccountId::parse(text).value();
}

inline portal::KvkNumber kvk(std::string_view text = "90000001") {
    return portal::KvkNumber::parse(text).value();
}

inline portal::Organisation lindenhof() {
    return {.id = organisation_id("lindenhof"),
            .name = "Scholengroep Lindenhof",
            .kvk_numbers = {kvk()},
            .rsin = std::nullopt,
            .sectors = {"vo"},
            .attributes = {},
            .is_agency = false,
            .admitted_at = at("2026-01-01T00:00:00Z"),
            .ended_at = std::nullopt};
}

inline portal::Username username(std::uint64_t seed = 1) {
    foundation::SeededRandomness chance{seed};
    return portal::Username::mint(chance);
}

inline portal::Account nadia() {
    return {.id = account_id("nadia"),
            .organisation = organisation_id("lindenhof"),
            .username = username(),
            .person = {.name = "Nadia Boukhari",
                       .email = "n.boukhari@lindenhof.example",
                       .phone = "0612345678",
                       .function = "Examensecretaris",
                       .language = portal::Language::dutch},
            .registered_at = at("2026-11-01T09:00:00Z")};
}

inline portal::Identity identity(std::string_view person = "a",
                                 std::string_view number = "90000001") {
    return {.pseudonym = std::string(64, person.front()), .kvk = kvk(number)};
}

/// A position with everything agreed to.
inline portal::linking::Position ready(foundation::Instant now) {
    auto position = portal::linking::confirmed_having_both({});
    position = portal::linking::agreed_to_disclaimer(position, policy, now);
    return portal::linking::agreed_to_terms(position, policy, now);
}

} // namespace cast
