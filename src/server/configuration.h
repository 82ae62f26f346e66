#pragma once
#include "foundation/digest.h"
#include "foundation/network.h"
#include "portal/accounts/account.h"
#include "server/service_settings.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// Everything an operator sets, from one TOML file. Every key stands in docs/operating.md.
struct Configuration {
    struct Server {
        std::string public_url;
        struct Listener {
            std::string address; ///< numeric
            std::uint16_t port = 0;
        };
        Listener listen;
        /// For the operator's machines alone: /metrics and /health. None: nobody sees figures.
        std::optional<Listener> private_listen;
        foundation::MasterKey master_key;
        std::filesystem::path master_key_file{};
        int threads = 8;
        /// Every page and mail says that it is a test installation; without it server/demands.h.
        bool testing = true;
        int connections_per_address = 2000;
        /// Believed about who a visitor is (X-Forwarded-For).
        std::vector<foundation::Network> proxies{};
    } server;
    struct Database {
        std::string url;
        int connections = 10;
    } database;
    std::filesystem::path catalogue;
    struct EHerkenning {
        std::string entity_id;
        std::string service_id;
        std::vector<std::string> service_uuids;
        portal::AssuranceLevel minimum_level = portal::AssuranceLevel::loa3;
        std::filesystem::path broker_metadata; ///< or the address
        std::string broker_metadata_url;
        std::string broker_metadata_sha256;
        std::filesystem::path broker_metadata_signer;
        std::string broker_entity_id;
        std::filesystem::path signing_key;
        std::string signing_token; ///< pkcs11:… when the key is in a token, and not in a file
        std::string pkcs11_module;
        std::filesystem::path pkcs11_pin;
        std::filesystem::path signing_certificate;
        struct NextSigning {
            std::filesystem::path key;
            std::string token; ///< as signing_token
            std::filesystem::path certificate;
            foundation::Instant from;
        };
        std::optional<NextSigning> next_signing{};
        std::vector<std::filesystem::path> decryption_keys; ///< each with its certificate beside it
        bool post_binding = false;
        int skew_seconds = 60;
        std::filesystem::path authorities;
        std::filesystem::path client_certificate;
        std::filesystem::path client_key;
    } eherkenning;
    struct Mail {
        std::string transport;
        std::string smtp_url;
        std::string from;
        std::filesystem::path folder;
        std::string user;
        std::filesystem::path password;
        int bulk_per_minute = portal::Policy{}.bulk_mails_a_minute; ///< P8.12
    } mail;
    struct Agency {
        std::string name;
        portal::KvkNumber kvk;
    } agency;
    ServiceSettings service;
    ContactSettings contact;
    /// How the agency's staff sign in (P8.1); absent: with eHerkenning, like everybody.
    struct AgencyLogin {
        std::string entity_id; ///< of the portal at the provider
        std::filesystem::path metadata;
        std::string metadata_sha256;
        std::filesystem::path metadata_signer;
        std::string provider; ///< entity id, when the file describes several
        std::filesystem::path signing_key;
        std::filesystem::path signing_certificate;
        std::string subject_attribute; ///< empty: the persistent NameID
        std::string name_attribute;
        std::string mail_attribute;
        std::string roles_attribute;
        std::map<std::string, std::vector<portal::StaffRole>, std::less<>> roles{};
        std::vector<std::string> context_classes{};
        int skew_seconds = 60;
    };
    std::optional<AgencyLogin> agency_login{};
};

/// Reads the file; paths in it are relative to it. Throws Fault with all that is wrong, a line
/// each: a key that does not exist with the nearest right name, one that is missing, a value that
/// cannot be meant.
Configuration read_configuration(std::filesystem::path const& file);

/// The same with what is wrong beside it, for who wants to look further. Only a file that cannot be
/// read as TOML is a Fault here.
struct DraftConfiguration {
    Configuration configuration;
    std::vector<std::string> complaints;
};
DraftConfiguration draft_configuration(std::filesystem::path const& file);

/// registrar, approver, helpdesk, auditor, catalogue-editor, communications, security-officer.
std::optional<portal::StaffRole> staff_role_named(std::string_view name);

/// A whole file. Throws Fault naming it when it cannot be read.
std::string content_of(std::filesystem::path const& file);

} // namespace server
