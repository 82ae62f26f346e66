#pragma once
#include "server/house.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace server {

// What an operator types behind `mijnduo`. Each prints for people and returns the exit status.
int migrate(House& house, bool new_master_key);
int nightly(House& house, std::optional<std::string> const& at);
int print_metadata(House& house, bool for_staff);
int print_service_catalogue(Configuration const& configuration);
int verify_journal(House& house);
/// Status 1 when nothing is kept under the code.
int refusal(House& house, std::string const& code);

struct StaffMember {
    std::string name;
    std::string email;
    std::vector<std::string> roles; ///< registrar, approver, helpdesk, auditor
    std::filesystem::path letter;   ///< where the letter is written
    bool english = false;
};
int invite_staff(House& house, StaffMember const& member);

int migrate_links(House& house, std::filesystem::path const& csv, bool dry_run);

/// The demo cast: invented organisations and persons of whom the test broker knows the pseudonyms
/// (a JSON file that `mijnduo-broker people --json` writes). Does nothing when it is there already.
/// Throws Fault where [server] testing is false.
int demo(House& house, std::filesystem::path const& people);
bool has_demo_cast(portal::Archive& archive);

} // namespace server
