#pragma once
#include <optional>
#include <string>
#include <vector>

/// What the broker's messages say, as plain values: the rules look at these and see no XML. What a
/// message does not say is an empty text or an empty optional; rules treat both as absent.
namespace saml {

struct Issuer {
    std::string name{};
    bool bare = true; ///< carries no Format or qualifier (eherkenning.md 3.1)
};

struct Status {
    std::string top{};
    std::string second{}; ///< empty when there is none
};

/// What the three signed things have in common.
struct Heading {
    std::string id{};
    std::string version{};
    std::string issue_instant{};
    Issuer issuer{};
};

struct ArtifactAnswer {
    Heading heading{};
    std::string in_response_to{};
    Status status{};
};

struct Response {
    Heading heading{};
    std::string in_response_to{};
    std::string destination{};
    Status status{};
    std::size_t assertions = 0;
    std::size_t encrypted_assertions = 0;
    bool only_known_parts = true; ///< Issuer, Signature, Status, Assertions, in this order
};

struct Confirmation {
    std::string method{};
    std::string in_response_to{};
    std::string recipient{};
    std::string not_on_or_after{};
    std::optional<std::string> not_before;
};

struct Conditions {
    std::string not_before{};
    std::string not_on_or_after{};
    std::vector<std::vector<std::string>> audiences{}; ///< one list for each AudienceRestriction
    bool only_known = true;
};

struct Authentication {
    std::string instant{};
    std::optional<std::string> session_not_on_or_after;
    std::vector<std::string> class_refs{};
    std::vector<std::string> authorities{};
};

struct Attribute {
    std::string name{};
    std::vector<std::string> values{}; ///< those in clear
    std::size_t encrypted = 0;         ///< values that are one EncryptedID each
    bool readable = true;              ///< no value holds any other markup
};

/// An identifier: the Subject's, or one out of an EncryptedID.
struct NameId {
    std::string format{};
    std::string qualifier{};
    std::string value{};
};

struct Assertion {
    Heading heading{};
    std::optional<NameId> name_id{}; ///< the Subject's; nothing when it has none, or two
    std::vector<Confirmation> confirmations{};
    std::vector<Conditions> conditions{};
    std::vector<Authentication> authentications{};
    std::size_t attribute_statements = 0;
    std::vector<Attribute> attributes{};
    bool only_known_parts = true;
};

struct Persons {
    NameId acting{};
    std::vector<NameId> legal{};
};

} // namespace saml
