#include "broker/messages/parts.h"

#include "foundation/text.h"

namespace broker {
namespace {

Element cipher_data(std::string_view value) {
    return {.name = "xenc:CipherData",
            .children = {{.name = "xenc:CipherValue", .text = foundation::base64(value)}}};
}

Element typed_value(std::string_view type, std::string_view text) {
    return {.name = "saml:AttributeValue",
            .attributes = {{"xsi:type", std::string{type}}},
            .text = std::string{text},
            .prefixes_in_values = {"xs"}};
}

Element encrypted_data(std::string const& id, std::string const& key_id, std::string_view cipher) {
    return {
        .name = "xenc:EncryptedData",
        .attributes = {{"Id", id}, {"Type", "http://www.w3.org/2001/04/xmlenc#Element"}},
        .children = {
            {.name = "xenc:EncryptionMethod",
             .attributes = {{"Algorithm", "http://www.w3.org/2001/04/xmlenc#aes256-cbc"}}},
            {.name = "ds:KeyInfo",
             .children = {{.name = "ds:RetrievalMethod",
                           .attributes = {{"Type", "http://www.w3.org/2001/04/xmlenc#EncryptedKey"},
                                          {"URI", "#" + key_id}}}}},
            cipher_data(cipher)}};
}

Element encrypted_key(std::string const& id, std::string const& data_id, Recipient const& recipient,
                      std::string_view wrapped) {
    Element const method{
        .name = "xenc:EncryptionMethod",
        .attributes = {{"Algorithm", "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"}},
        .children = {{.name = "ds:DigestMethod",
                      .attributes = {{"Algorithm", "http://www.w3.org/2000/09/xmldsig#sha1"}}}}};
    return {.name = "xenc:EncryptedKey",
            .attributes = {{"Id", id}, {"Recipient", std::string{recipient.entity_id}}},
            .children = {method,
                         {.name = "ds:KeyInfo",
                          .children = {{.name = "ds:KeyName", .text = recipient.key.key_name}}},
                         cipher_data(wrapped),
                         {.name = "xenc:ReferenceList",
                          .children = {{.name = "xenc:DataReference",
                                        .attributes = {{"URI", "#" + data_id}}}}}}};
}

} // namespace

std::string new_id(foundation::Randomness& randomness) {
    return "_" + foundation::random_hex(randomness, 16);
}

std::string new_uuid(foundation::Randomness& randomness) {
    auto digits = foundation::random_hex(randomness, 16);
    digits[12] = '4';
    digits[16] = "89ab"[foundation::below(randomness, 4)];
    for (auto const at : {20U, 16U, 12U, 8U})
        digits.insert(at, "-");
    return digits;
}

std::string timestamp(foundation::Instant at) {
    return foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(at));
}

Element issuer(std::string_view entity_id) {
    return {.name = "saml:Issuer", .text = std::string{entity_id}};
}

Element attribute(std::string_view name, std::vector<Element> values) {
    return {.name = "saml:Attribute",
            .attributes = {{"Name", std::string{name}}},
            .children = std::move(values)};
}

Element text_value(std::string_view text) { return typed_value("xs:string", text); }
Element boolean_value(bool value) { return typed_value("xs:boolean", value ? "true" : "false"); }

Element encrypted_value(std::string_view qualifier, std::string_view identifier,
                        Recipient const& recipient, foundation::Randomness& randomness) {
    Element const name_id{
        .name = "saml:NameID",
        .attributes = {{"Format", "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent"},
                       {"NameQualifier", std::string{qualifier}}},
        .text = std::string{identifier}};
    auto const data_id = new_id(randomness);
    auto const key_id = new_id(randomness);
    auto const key = random_bytes(randomness, 32);
    auto const cipher = encrypted(canonical(name_id), key, random_bytes(randomness, 16));
    return {.name = "saml:AttributeValue",
            .children = {{.name = "saml:EncryptedID",
                          .children = {encrypted_data(data_id, key_id, cipher),
                                       encrypted_key(key_id, data_id, recipient,
                                                     recipient.key.certificate.wrap(key))}}}};
}

} // namespace broker
