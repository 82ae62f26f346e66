#pragma once
#include "saml/xml/element.h"

#include <string_view>

/// The names of the protocols, written once. Versions in the scheme's names are data: brokers moved
/// between them (eherkenning.md 1.3, 6.1).
namespace saml::names {

inline constexpr std::string_view soap = "http://schemas.xmlsoap.org/soap/envelope/";
inline constexpr std::string_view samlp = "urn:oasis:names:tc:SAML:2.0:protocol";
inline constexpr std::string_view saml = "urn:oasis:names:tc:SAML:2.0:assertion";
inline constexpr std::string_view md = "urn:oasis:names:tc:SAML:2.0:metadata";
inline constexpr std::string_view ds = "http://www.w3.org/2000/09/xmldsig#";

constexpr xml::Name protocol(std::string_view local) { return {samlp, local}; }
constexpr xml::Name assertion(std::string_view local) { return {saml, local}; }
constexpr xml::Name metadata(std::string_view local) { return {md, local}; }
constexpr xml::Name signature(std::string_view local) { return {ds, local}; }

inline constexpr std::string_view binding_soap = "urn:oasis:names:tc:SAML:2.0:bindings:SOAP";
inline constexpr std::string_view binding_post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
inline constexpr std::string_view binding_artifact =
    "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact";

inline constexpr std::string_view status_success = "urn:oasis:names:tc:SAML:2.0:status:Success";
inline constexpr std::string_view status_requester = "urn:oasis:names:tc:SAML:2.0:status:Requester";
inline constexpr std::string_view status_responder = "urn:oasis:names:tc:SAML:2.0:status:Responder";
inline constexpr std::string_view status_authn_failed =
    "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";
inline constexpr std::string_view status_request_unsupported =
    "urn:oasis:names:tc:SAML:2.0:status:RequestUnsupported";

inline constexpr std::string_view bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
inline constexpr std::string_view persistent =
    "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";

// Attributes of the broker's AttributeStatement (eherkenning.md 3.3).
inline constexpr std::string_view service_id = "urn:etoegang:core:ServiceID";
inline constexpr std::string_view service_uuid = "urn:etoegang:core:ServiceUUID";
inline constexpr std::string_view acting_subject = "urn:etoegang:core:ActingSubjectID";
inline constexpr std::string_view legal_subject = "urn:etoegang:core:LegalSubjectID";
/// Part of IntermediateSubjectID, IntermediateEntityID and attribute-intermediate, in lower case.
inline constexpr std::string_view intermediary = "intermediate";
inline constexpr std::string_view service_restriction = ":servicerestriction:";
inline constexpr std::string_view branch_number =
    "urn:etoegang:1.9:ServiceRestriction:Vestigingsnr";
inline constexpr std::string_view company_name =
    "urn:etoegang:1.11:attribute-represented:CompanyName";

// Types of identifying number (eherkenning.md 3.4).
inline constexpr std::string_view kvk_number = "urn:etoegang:1.9:EntityConcernedID:KvKnr";
inline constexpr std::string_view rsin = "urn:etoegang:1.9:EntityConcernedID:RSIN";
inline constexpr std::string_view pseudonym = "urn:etoegang:1.13:EntityConcernedID:Pseudo";
inline constexpr std::string_view pseudonym_before = "urn:etoegang:1.9:EntityConcernedID:Pseudo";

} // namespace saml::names
