#pragma once
#include "saml/broker.h"
#include "saml/xml/writing.h"

#include <span>
#include <string>
#include <string_view>

namespace saml {

struct BothLanguages {
    std::string dutch;
    std::string english;
};

/// What the scheme's service catalogue says about this service beside what every login says too
/// (eherkenning.md 4.4). A length that the scheme limits is the configuration's to check.
struct ServiceDescription {
    std::string oin;             ///< of the organisation that offers the service: 20 digits
    BothLanguages organisation;  ///< 64 characters at most
    BothLanguages name;          ///< 64
    BothLanguages description;   ///< 1024
    BothLanguages purpose;       ///< why the organisation's name is asked for: 1024
    std::string broker_oin;      ///< 20 digits
    std::string definition_uuid; ///< mandates are registered on it; several providers may share it
    std::string instance_uuid;   ///< of this provider's own service
    std::string address;         ///< where the service is; 512
    std::string privacy_address; ///< 512
    int number = 1;              ///< of this edition of the catalogue
    bool is_public = true;
    bool is_for_testing = true;
    bool takes_branch_mandates = false; ///< mandates for one branch of the organisation
};

/// The signed catalogue. KVK number and pseudonym are all it asks for: what is not needed to know
/// who somebody is does not come.
std::string service_catalogue(Settings const& settings, ServiceDescription const& service,
                              xml::SigningKey const& key,
                              std::span<xml::Certificate const> encryption_certificates,
                              std::string_view id, foundation::Instant now);

} // namespace saml
