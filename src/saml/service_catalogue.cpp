#include "saml/service_catalogue.h"

#include "foundation/text.h"
#include "saml/level.h"
#include "saml/names.h"
#include "saml/own_metadata.h"

namespace saml {
namespace {

using xml::escaped_attribute;
using xml::escaped_text;

constexpr std::string_view is_public = " esc:IsPublic=";

std::string element(std::string_view name, std::string_view text) {
    auto const tag = "esc:" + std::string{name};
    return '<' + tag + '>' + escaped_text(text) + "</" + tag + '>';
}

std::string in(std::string_view language, std::string_view name, std::string_view text) {
    auto const tag = "esc:" + std::string{name};
    return '<' + tag + R"( xml:lang=")" + std::string{language} + R"(">)" + escaped_text(text) +
           "</" + tag + '>';
}

std::string in_both(std::string_view name, BothLanguages const& text) {
    return in("nl", name, text.dutch) + in("en", name, text.english);
}

/// One page for both languages.
std::string in_both(std::string_view name, std::string const& address) {
    return in_both(name, BothLanguages{address, address});
}

std::string opened(std::string_view name, ServiceDescription const& service) {
    return "<esc:" + std::string{name} + std::string{is_public} +
           (service.is_public ? R"("true">)" : R"("false">)");
}

std::string requested_company_name(BothLanguages const& purpose) {
    return R"(<esc:RequestedAttribute Name=")" + std::string{names::company_name} +
           R"(" isRequired="false">)" + in_both("PurposeStatement", purpose) +
           "</esc:RequestedAttribute>";
}

/// What the service is: on this a mandate is registered.
std::string definition(Settings const& settings, ServiceDescription const& service) {
    auto const set_one = [](std::string_view name, std::string_view type) {
        return "<esc:" + std::string{name} + R"( setNumber="1">)" + std::string{type} +
               "</esc:" + std::string{name} + '>';
    };
    auto text =
        opened("ServiceDefinition", service) + element("ServiceUUID", service.definition_uuid) +
        in_both("ServiceName", service.name) + in_both("ServiceDescription", service.description) +
        R"(<saml2:AuthnContextClassRef xmlns:saml2="urn:oasis:names:tc:SAML:2.0:assertion">)" +
        std::string{class_ref_of(settings.minimum_level)} + "</saml2:AuthnContextClassRef>" +
        element("HerkenningsmakelaarId", service.broker_oin) +
        set_one("EntityConcernedTypesAllowed", names::kvk_number) +
        set_one("ActingSubjectTypesAllowed", names::pseudonym);
    if (service.takes_branch_mandates)
        text += element("ServiceRestrictionsAllowed", names::branch_number);
    return text + requested_company_name(service.purpose) + "</esc:ServiceDefinition>";
}

std::string service_certificate(xml::Certificate const& certificate) {
    return R"(<esc:ServiceCertificate><md:KeyDescriptor)"
           R"( xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" use="encryption">)" +
           key_info(certificate) + "</md:KeyDescriptor></esc:ServiceCertificate>";
}

/// Where this provider offers it.
std::string instance(Settings const& settings, ServiceDescription const& service,
                     std::span<xml::Certificate const> certificates) {
    auto text = opened("ServiceInstance", service) + element("ServiceID", settings.service_id) +
                element("ServiceUUID", service.instance_uuid) +
                element("InstanceOfService", service.definition_uuid) +
                in_both("ServiceURL", service.address) +
                in_both("PrivacyPolicyURL", service.privacy_address) +
                element("HerkenningsmakelaarId", service.broker_oin) +
                element("SSOSupport", "false"); // every request forces a fresh login
    for (auto const& certificate : certificates)
        text += service_certificate(certificate);
    return text + R"(<esc:ServiceIntermediation intermediationAllowed="noIntermediation">)"
                  "</esc:ServiceIntermediation></esc:ServiceInstance>";
}

std::string version(ServiceDescription const& service) {
    return std::string{"urn:etoegang:1.13:service-catalogue:"} +
           (service.is_for_testing ? "T:" : "P:") + std::to_string(service.number);
}

} // namespace

std::string service_catalogue(Settings const& settings, ServiceDescription const& service,
                              xml::SigningKey const& key,
                              std::span<xml::Certificate const> encryption_certificates,
                              std::string_view id, foundation::Instant now) {
    auto const issued = foundation::rfc3339(std::chrono::floor<std::chrono::seconds>(now));
    auto const opening =
        R"(<esc:ServiceCatalogue xmlns:esc="urn:etoegang:1.13:service-catalog" ID=")" +
        escaped_attribute(id) + R"(" esc:IssueInstant=")" + issued + R"(" esc:Version=")" +
        version(service) + R"(">)";
    auto const rest =
        opened("ServiceProvider", service) + element("ServiceProviderID", service.oin) +
        in_both("OrganizationDisplayName", service.organisation) + definition(settings, service) +
        instance(settings, service, encryption_certificates) +
        "</esc:ServiceProvider></esc:ServiceCatalogue>";
    return signed_text({.id = std::string{id}, .opening = opening, .rest = rest}, key,
                       xml::KeyHint::certificate);
}

} // namespace saml
