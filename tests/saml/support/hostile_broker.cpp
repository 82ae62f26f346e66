#include "saml/support/hostile_broker.h"

#include <cstdio>
#include <cstdlib>

namespace hostile {
namespace {

constexpr std::string_view xmlns_ds = R"( xmlns:ds="http://www.w3.org/2000/09/xmldsig#")";
constexpr std::string_view xmlns_saml = R"( xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion")";
constexpr std::string_view xmlns_samlp = R"( xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol")";
constexpr std::string_view xmlns_xenc = R"( xmlns:xenc="http://www.w3.org/2001/04/xmlenc#")";

std::string edited(std::string text, Edit const& edit) {
    if (edit)
        edit(text);
    return text;
}

std::string method(std::string_view name, std::string const& algorithm,
                   std::string const& content = "") {
    auto const tag = std::string{name};
    return '<' + tag + R"( Algorithm=")" + algorithm + "\">" + content + "</" + tag + '>';
}

/// SignedInfo as it stands in the message: the canonical form adds the namespace it inherits.
std::string signed_info(std::string const& text, std::string const& id, Signing const& how) {
    std::string const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    auto const inclusive = how.prefix_list.empty()
                               ? std::string{}
                               : R"(<ec:InclusiveNamespaces xmlns:ec=")" + exclusive +
                                     R"(" PrefixList=")" + how.prefix_list +
                                     R"("></ec:InclusiveNamespaces>)";
    return edited(
        "<ds:SignedInfo>" + method("ds:CanonicalizationMethod", exclusive) +
            method("ds:SignatureMethod", how.signature_uri) + R"(<ds:Reference URI="#)" + id +
            R"("><ds:Transforms>)" +
            method("ds:Transform", "http://www.w3.org/2000/09/xmldsig#enveloped-signature") +
            method("ds:Transform", exclusive, inclusive) + "</ds:Transforms>" +
            method("ds:DigestMethod", how.digest_uri) + "<ds:DigestValue>" +
            base64(hash(how.digest, text)) + "</ds:DigestValue></ds:Reference></ds:SignedInfo>",
        how.edit_signed_info);
}

std::string signature(std::string const& text, std::string const& id, Signing const& how) {
    auto const info = signed_info(text, id, how);
    auto canonical = info;
    canonical.insert(std::string_view{"<ds:SignedInfo"}.size(), xmlns_ds);
    if (how.prefix != "ds")
        renaming("ds", how.prefix)(canonical);
    auto const value = how.hmac_with_certificate ? hmac_sha256(how.key->certificate_pem, canonical)
                                                 : sign(*how.key, how.signature_digest, canonical);
    auto const hint =
        how.key_info.empty() ? "<ds:KeyName>" + how.key->key_name + "</ds:KeyName>" : how.key_info;
    auto whole = "<ds:Signature" + std::string{xmlns_ds} + '>' + info + "<ds:SignatureValue>" +
                 base64(value) + "</ds:SignatureValue>" +
                 (how.key_info_present ? "<ds:KeyInfo>" + hint + "</ds:KeyInfo>" : "") +
                 "</ds:Signature>";
    if (how.prefix != "ds")
        renaming("ds", how.prefix)(whole);
    return edited(std::move(whole), how.edit_signature);
}

std::string issuer(std::string const& name) {
    return "<saml:Issuer" + std::string{xmlns_saml} + '>' + name + "</saml:Issuer>";
}

std::string encrypted_key(Encryption const& how, std::string const& secret, bool nested) {
    auto const name = how.key_name.empty() ? how.key->key_name : how.key_name;
    auto const digest =
        how.digest_method_present
            ? "<ds:DigestMethod" + std::string{nested ? "" : xmlns_ds} + " Algorithm=\"" +
                  (how.oaep_digest == "SHA256" ? "http://www.w3.org/2001/04/xmlenc#sha256"
                                               : "http://www.w3.org/2000/09/xmldsig#sha1") +
                  "\"></ds:DigestMethod>"
            : std::string{};
    auto const carried = how.layout == Encryption::Layout::carried_name
                             ? "<xenc:CarriedKeyName>carried" + how.id + "</xenc:CarriedKeyName>"
                             : std::string{};
    return "<xenc:EncryptedKey" + std::string{nested ? "" : xmlns_xenc} + " Id=\"_k" + how.id +
           "\" Recipient=\"" + how.recipient + "\">" +
           method("xenc:EncryptionMethod", how.transport_uri, digest) + "<ds:KeyInfo" +
           std::string{nested ? "" : xmlns_ds} + "><ds:KeyName>" + name +
           "</ds:KeyName></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>" +
           base64(wrap_key(*how.key, how.oaep_digest, secret)) +
           "</xenc:CipherValue></xenc:CipherData>" + carried + "</xenc:EncryptedKey>";
}

std::string statements(Login const& login) {
    auto const encrypted = [](Encryption how, std::string const& id, std::string const& plain) {
        how.id = id;
        return encrypted_id(plain, how);
    };
    std::vector<std::string> legal{encrypted(
        login.legal, "2", name_id("urn:etoegang:1.9:EntityConcernedID:KvKnr", login.kvk))};
    if (!login.rsin.empty())
        legal.push_back(encrypted(login.legal, "3",
                                  name_id("urn:etoegang:1.9:EntityConcernedID:RSIN", login.rsin)));
    auto text =
        "<saml:AttributeStatement>" + attribute("urn:etoegang:core:ServiceID", {login.service_id}) +
        attribute("urn:etoegang:core:ServiceUUID", {login.service_uuid}) +
        attribute(
            "urn:etoegang:core:ActingSubjectID",
            {encrypted(login.acting, "1",
                       name_id("urn:etoegang:1.13:EntityConcernedID:Pseudo", login.pseudonym))}) +
        attribute("urn:etoegang:core:LegalSubjectID", legal);
    for (auto const& more : login.more_attributes)
        text += more;
    return text + "</saml:AttributeStatement><saml:AuthnStatement AuthnInstant=\"" + login.now +
           "\" SessionIndex=\"_session\"><saml:AuthnContext><saml:AuthnContextClassRef>" +
           login.level +
           "</saml:AuthnContextClassRef><saml:AuthenticatingAuthority>"
           "urn:etoegang:AD:00000004000000149000:entities:9009"
           "</saml:AuthenticatingAuthority></saml:AuthnContext></saml:AuthnStatement>";
}

} // namespace

Edit replacing(std::string from, std::string to) {
    return [from = std::move(from), to = std::move(to)](std::string& text) {
        auto const at = text.find(from);
        if (at == std::string::npos) {
            std::fprintf(stderr, "nothing to replace: %s\n", from.c_str());
            std::abort();
        }
        text.replace(at, from.size(), to);
    };
}

Edit replacing_all(std::string from, std::string to) {
    return [=](std::string& text) {
        auto at = text.find(from);
        replacing(from, to)(text);
        while ((at = text.find(from, at + to.size())) != std::string::npos)
            text.replace(at, from.size(), to);
    };
}

Edit renaming(std::string prefix, std::string to) {
    return [=](std::string& text) {
        auto const mark = to.empty() ? std::string{} : to + ':';
        for (std::string const opening : {"<", "</"})
            replacing_all(opening + prefix + ':', opening + mark)(text);
        replacing_all(" xmlns:" + prefix + '=',
                      to.empty() ? " xmlns=" : " xmlns:" + to + '=')(text);
    };
}

std::string signed_text(std::string const& text, std::string const& id, Signing const& how) {
    if (!how.present)
        return text;
    auto whole = text;
    auto const issuer_end = text.find("Issuer>", text.find("Issuer") + 1); // of whatever prefix
    auto const at = issuer_end == std::string::npos ? text.find('>') + 1 : issuer_end + 7;
    whole.insert(at, signature(text, id, how));
    return whole;
}

std::string name_id(std::string const& qualifier, std::string const& value) {
    return "<saml:NameID" + std::string{xmlns_saml} +
           R"( Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" NameQualifier=")" +
           qualifier + "\">" + value + "</saml:NameID>";
}

std::string encrypted_id(std::string const& plain, Encryption const& how) {
    std::string const secret(how.cipher.starts_with("AES-128") ? 16 : 32, '\x17');
    auto const sealed =
        edited(encrypt(how.cipher, secret, edited(plain, how.edit_plain)), how.edit_sealed);
    using enum Encryption::Layout;
    std::string info;
    switch (how.layout) {
    case sibling:
        info =
            R"(<ds:RetrievalMethod Type="http://www.w3.org/2001/04/xmlenc#EncryptedKey" URI="#_k)" +
            how.id + R"("></ds:RetrievalMethod>)";
        break;
    case nested:
        info = encrypted_key(how, secret, true);
        break;
    case carried_name:
        info = "<ds:KeyName>carried" + how.id + "</ds:KeyName>";
        break;
    }
    return edited("<saml:EncryptedID><xenc:EncryptedData" + std::string{xmlns_xenc} + " Id=\"_d" +
                      how.id + "\" Type=\"http://www.w3.org/2001/04/xmlenc#Element\">" +
                      method("xenc:EncryptionMethod", how.cipher_uri) + "<ds:KeyInfo" +
                      std::string{xmlns_ds} + '>' + info +
                      "</ds:KeyInfo><xenc:CipherData><xenc:CipherValue>" + base64(sealed) +
                      "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData>" +
                      (how.layout == nested ? "" : encrypted_key(how, secret, false)) +
                      "</saml:EncryptedID>",
                  how.edit_element);
}

std::string attribute(std::string const& name, std::vector<std::string> const& values) {
    auto text = "<saml:Attribute Name=\"" + name + "\">";
    for (auto const& value : values)
        text += "<saml:AttributeValue>" + value + "</saml:AttributeValue>";
    return text + "</saml:Attribute>";
}

std::string assertion(Login const& login) {
    auto const text = edited(
        "<saml:Assertion" + std::string{xmlns_saml} + " ID=\"" + login.assertion_id +
            "\" IssueInstant=\"" + login.now + "\" Version=\"2.0\"><saml:Issuer>" +
            login.broker_entity_id +
            "</saml:Issuer><saml:Subject>"
            R"(<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient">)"
            R"(once</saml:NameID><saml:SubjectConfirmation)"
            R"( Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData)"
            R"( InResponseTo=")" +
            login.request_id + "\" NotOnOrAfter=\"" + login.not_on_or_after + "\" Recipient=\"" +
            login.acs_address +
            "\"></saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>"
            "<saml:Conditions NotBefore=\"" +
            login.not_before + "\" NotOnOrAfter=\"" + login.not_on_or_after +
            "\"><saml:AudienceRestriction><saml:Audience>" + login.entity_id +
            "</saml:Audience></saml:AudienceRestriction></saml:Conditions>" + statements(login) +
            "</saml:Assertion>",
        login.edit_assertion);
    return edited(signed_text(text, login.assertion_id, login.assertion_signing),
                  login.edit_signed_assertion);
}

std::string response(Login const& login) {
    auto const text =
        edited("<samlp:Response" + std::string{xmlns_samlp} + " Destination=\"" +
                   login.acs_address + "\" ID=\"" + login.response_id + "\" InResponseTo=\"" +
                   login.request_id + "\" IssueInstant=\"" + login.now + "\" Version=\"2.0\">" +
                   issuer(login.broker_entity_id) + login.status +
                   (login.with_assertion ? assertion(login) : "") + "</samlp:Response>",
               login.edit_response);
    return edited(signed_text(text, login.response_id, login.response_signing),
                  login.edit_signed_response);
}

std::string artifact_answer(Login const& login) {
    auto const text = edited(
        "<samlp:ArtifactResponse" + std::string{xmlns_samlp} + " ID=\"" + login.answer_id +
            "\" InResponseTo=\"" + login.resolve_id + "\" IssueInstant=\"" + login.now +
            "\" Version=\"2.0\">" + issuer(login.broker_entity_id) +
            R"(<samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success">)"
            R"(</samlp:StatusCode></samlp:Status>)" +
            // Within the answer the prefix is declared already, so canonical form leaves it out.
            edited(response(login),
                   [](std::string& inner) {
                       auto const at = inner.find(xmlns_samlp);
                       if (at != std::string::npos)
                           inner.erase(at, xmlns_samlp.size());
                   }) +
            "</samlp:ArtifactResponse>",
        login.edit_answer);
    return edited(
        R"(<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>)" +
            edited(signed_text(text, login.answer_id, login.answer_signing),
                   login.edit_signed_answer) +
            "</soap:Body></soap:Envelope>",
        login.edit_soap);
}

std::string artifact(std::string const& broker_entity_id, unsigned endpoint) {
    return base64(std::string{'\0', '\x04', static_cast<char>(endpoint >> 8U & 255U),
                              static_cast<char>(endpoint & 255U)} +
                  hash("SHA1", broker_entity_id) + "twenty bytes of that");
}

std::string metadata(Metadata const& metadata) {
    auto const descriptor = [](std::string_view use, KeyPair const& key) {
        return "<md:KeyDescriptor use=\"" + std::string{use} + "\"><ds:KeyInfo" +
               std::string{xmlns_ds} + "><ds:KeyName>" + key.key_name +
               "</ds:KeyName><ds:X509Data><ds:X509Certificate>" + base64(key.certificate_der) +
               "</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>";
    };
    std::string const xmlns_md = R"( xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata")";
    auto const id = std::string{R"( ID="_metadata")"};
    std::string text = "<md:EntityDescriptor" + (metadata.wrapped ? std::string{} : xmlns_md + id) +
                       metadata.entity_attributes + " entityID=\"" + metadata.entity_id + "\"" +
                       (metadata.wrapped ? "" : metadata.root_attributes) +
                       "><md:IDPSSODescriptor WantAuthnRequestsSigned=\"true\""
                       " protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\">";
    for (auto const* key : metadata.signing_keys)
        text += descriptor("signing", *key);
    for (auto const* key : metadata.encryption_keys)
        text += descriptor("encryption", *key);
    text += "<md:ArtifactResolutionService"
            " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:SOAP\" Location=\"" +
            metadata.resolution_address +
            "\" index=\"0\"></md:ArtifactResolutionService><md:SingleSignOnService"
            " Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\" Location=\"" +
            metadata.sign_on_address +
            "\"></md:SingleSignOnService></md:IDPSSODescriptor></md:EntityDescriptor>";
    if (metadata.twice)
        text += text;
    if (metadata.wrapped)
        text = "<md:EntitiesDescriptor" + xmlns_md + id + metadata.root_attributes + ">" + text +
               "</md:EntitiesDescriptor>";
    return signed_text(edited(text, metadata.edit), "_metadata", metadata.signing);
}

} // namespace hostile
