#pragma once
#include "portal/overview/overview.h"
#include "support/cast.h"

#include <string>
#include <vector>

/// A small catalogue and somebody who may do two of its three tasks.
namespace cast {

inline portal::Task task(std::string code, std::string topic = "examens") {
    return {.code = code,
            .name = {code, code},
            .explanation = {"Uitleg.", "Explanation."},
            .topic = std::move(topic),
            .icon = "certificate",
            .kind = portal::TaskKind::link,
            .address = "https://examens.example/",
            .steps = {},
            .least_level = portal::AssuranceLevel::loa3};
}

inline portal::Catalogue catalogue() {
    portal::Catalogue all;
    all.topics = {{"verzuim", {"Verzuim", "Absence"}, "bell"},
                  {"examens", {"Examens", "Examinations"}, "certificate"}};
    all.tasks = {task("aanmelden"), task("resultaten"), task("melden", "verzuim")};
    all.roles = {{.code = "examens",
                  .name = {},
                  .explanation = {},
                  .attribute_types = {"brin"},
                  .tasks = {"aanmelden", "resultaten"},
                  .sectors = {}},
                 {.code = "verzuim",
                  .name = {},
                  .explanation = {},
                  .attribute_types = {},
                  .tasks = {"melden"},
                  .sectors = {}}};
    return all;
}

inline portal::Grant grant(std::string role, std::map<std::string, std::string> attributes = {}) {
    return {.id = portal::GrantId::parse("grant-" + role).value(),
            .account = account_id("nadia"),
            .role = std::move(role),
            .attributes = std::move(attributes),
            .from = foundation::parse_iso_date("2026-11-01").value(),
            .until = std::nullopt,
            .reason = {},
            .granted_by = account_id("beheerder"),
            .granted_at = at("2026-11-01T09:00:00Z"),
            .withdrawn_at = std::nullopt};
}

inline foundation::Instant noon() { return at("2026-11-23T12:00:00Z"); }

/// Nadia, linked, with the role for examinations at one school.
inline portal::Standing standing() {
    auto account = nadia();
    account.link = portal::Link{.identity = identity(),
                                .linked_at = at("2026-11-02T09:00:00Z"),
                                .level = portal::AssuranceLevel::loa3,
                                .last_sign_in_at = at("2026-11-23T08:00:00Z")};
    return {.account = std::move(account),
            .organisation = lindenhof(),
            .grants = {grant("examens", {{"brin", "99AA"}})},
            .level = portal::AssuranceLevel::loa3};
}

inline portal::Announcement announcement(std::string code) {
    return {.code = std::move(code),
            .weight = portal::AnnouncementWeight::info,
            .title = {},
            .summary = {},
            .text = {},
            .from = at("2026-11-20T00:00:00Z"),
            .until = at("2026-11-30T00:00:00Z"),
            .sectors = {},
            .roles = {}};
}

} // namespace cast
