#include "broker/messages/plain_attributes.h"

#include "broker/messages/assertion_frame.h"
#include "broker/messages/parts.h"

namespace broker {

Element plain_statement(SignIn const& sign_in) {
    auto const& answer = sign_in.answer;
    Element statement{
        .name = "saml:AttributeStatement",
        .children = {attribute(qualifier::pseudonym, {text_value(sign_in.pseudonym)})}};
    auto const add = [&](std::string_view name, std::string_view value) {
        statement.children.push_back(attribute(name, {text_value(value)}));
    };
    if (!answer.with_mandate)
        return statement;
    add(qualifier::kvk, answer.represented.kvk);
    if (answer.represented.rsin)
        add(qualifier::rsin, *answer.represented.rsin);
    if (answer.intermediary)
        add("urn:etoegang:1.9:IntermediateEntityID:KvKnr", answer.intermediary->kvk);
    if (answer.branch_number)
        add("urn:etoegang:1.9:ServiceRestriction:Vestigingsnr", *answer.branch_number);
    if (answer.with_company_name && !answer.represented.name.empty())
        add("urn:etoegang:1.11:attribute-represented:CompanyName", answer.represented.name);
    return statement;
}

} // namespace broker
