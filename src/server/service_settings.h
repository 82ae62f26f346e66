#pragma once
#include <string>
#include <vector>

namespace server {

class SettingsFile;

/// [service]: what the scheme's service catalogue says about the portal. Every key stands in
/// docs/operating.md.
struct ServiceSettings {
    struct Text {
        std::string dutch;
        std::string english;
    };
    Text name;
    Text description;
    Text purpose;
    Text organisation;
    std::string oin;
    std::string broker_oin; ///< empty: the one in the broker's entity id
    std::string definition_uuid;
    std::string instance_uuid; ///< empty: not given yet
    std::string address;
    std::string privacy_address;
    int catalogue_number = 1;
    bool is_public = true;
    bool branch_mandates = false;
};

/// [contact]: whom the broker writes to; in the metadata.
struct ContactSettings {
    std::string mail;
    std::string company;
    std::string given_name;
    std::string surname;
    std::string telephone;
};

/// From what else is configured follow the values of keys that are absent.
struct ServiceDefaults {
    std::string public_url;
    std::string agency;
    std::string entity_id;
    std::vector<std::string> service_uuids;
};

ServiceSettings service_of(SettingsFile& file, ServiceDefaults const& defaults);
ContactSettings contact_of(SettingsFile& file);

} // namespace server
