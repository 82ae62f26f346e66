#pragma once
#include "saml/support/hostile_keys.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A broker that writes whatever it is told: valid messages by default, every part open to change.
/// It shares no code with the portal. All text is written in exclusive canonical form from the
/// start, so that a digest is that of the text itself.
namespace hostile {

using Edit = std::function<void(std::string&)>;

/// Replaces the first occurrence; aborts when there is none, so that no attack is void.
Edit replacing(std::string from, std::string to);

/// Replaces every occurrence; aborts when there is none.
Edit replacing_all(std::string from, std::string to);

/// Names of one prefix get another: `saml:Issuer` becomes `saml2:Issuer`, or `Issuer` for none.
Edit renaming(std::string prefix, std::string to);

/// How an enveloped signature is made. Empty texts mean what is right.
struct Signing {
    KeyPair const* key = nullptr;
    bool present = true;
    std::string digest = "SHA256"; ///< OpenSSL's name, of the content
    std::string digest_uri = "http://www.w3.org/2001/04/xmlenc#sha256";
    std::string signature_digest = "SHA256"; ///< and of SignedInfo
    std::string signature_uri = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    bool hmac_with_certificate = false; ///< key confusion: HMAC keyed with the public certificate
    std::string prefix_list{};          ///< of InclusiveNamespaces in the reference
    std::string key_info = "";          ///< what KeyInfo holds; empty: KeyName
    bool key_info_present = true;
    std::string prefix = "ds"; ///< of the signature's own names; empty: the default namespace
    Edit edit_signed_info{};   ///< before it is signed
    Edit edit_signature{};     ///< afterwards
};

/// Signs canonical text, putting the signature behind the first Issuer, or behind the root's start
/// tag when there is none.
std::string signed_text(std::string const& text, std::string const& id, Signing const& how);

/// One EncryptedID.
struct Encryption {
    KeyPair const* key = nullptr;
    std::string recipient{};
    std::string cipher = "AES-256-CBC";
    std::string cipher_uri = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    std::string oaep_digest = "SHA1"; ///< empty: PKCS #1 v1.5
    std::string transport_uri = "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p";
    bool digest_method_present = true;
    std::string key_name{}; ///< empty: that of the key
    enum class Layout { sibling, nested, carried_name } layout = Layout::sibling;
    std::string id{};    ///< distinguishes the Ids within a message
    Edit edit_plain{};   ///< the NameID before it is encrypted
    Edit edit_sealed{};  ///< the bytes of CipherValue
    Edit edit_element{}; ///< the finished EncryptedID
};

std::string name_id(std::string const& qualifier, std::string const& value);
std::string encrypted_id(std::string const& plain, Encryption const& how);
std::string attribute(std::string const& name, std::vector<std::string> const& values);

/// Everything that a login's messages say.
struct Login {
    std::string broker_entity_id{};
    std::string entity_id{};
    std::string acs_address{};
    std::string request_id{};
    std::string now{}; ///< IssueInstant and AuthnInstant, e.g. 2026-11-23T10:00:00Z
    std::string not_before{};
    std::string not_on_or_after{};

    std::string assertion_id = "_assertion";
    std::string response_id = "_response";
    std::string answer_id = "_answer";
    std::string resolve_id = "_resolve"; ///< what the ArtifactResponse answers
    std::string level = "urn:etoegang:core:assurance-class:loa3";
    std::string service_id{};
    std::string service_uuid{};
    std::string pseudonym{};
    std::string kvk = "12345678";
    std::string rsin{};                         ///< empty: none
    std::vector<std::string> more_attributes{}; ///< whole Attribute elements
    Encryption acting{};
    Encryption legal{};
    Signing assertion_signing{};
    Signing response_signing{};
    Signing answer_signing{};
    std::string status =
        R"(<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success">)"
        R"(</samlp:StatusCode></samlp:Status>)";
    bool with_assertion = true;

    Edit edit_assertion{};        ///< before it is signed
    Edit edit_signed_assertion{}; ///< afterwards, before the Response is signed
    Edit edit_response{};
    Edit edit_signed_response{};
    Edit edit_answer{};
    Edit edit_signed_answer{};
    Edit edit_soap{};
};

std::string assertion(Login const& login);       ///< signed
std::string response(Login const& login);        ///< with the assertion, signed
std::string artifact_answer(Login const& login); ///< the whole SOAP envelope

std::string artifact(std::string const& broker_entity_id, unsigned endpoint = 0);

struct Metadata {
    std::string entity_id{};
    std::string sign_on_address = "https://broker.example/sso";
    std::string resolution_address = "https://broker.example/ars";
    std::vector<KeyPair const*> signing_keys{};
    std::vector<KeyPair const*> encryption_keys{};
    std::string root_attributes{};   ///< canonical, before entityID: e.g. ` validUntil="..."`
    std::string entity_attributes{}; ///< of the broker's own part, canonical, before entityID
    Edit edit{};                     ///< before it is signed
    bool wrapped = false;            ///< in an EntitiesDescriptor
    bool twice = false;              ///< in there, the same once more
    Signing signing{.present = false};
};

std::string metadata(Metadata const& metadata);

} // namespace hostile
