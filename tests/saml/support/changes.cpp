#include "saml/support/changes.h"

namespace world {

using hostile::Login;
using hostile::replacing;

Case in_assertion(std::string name, std::string from, std::string to, std::string outcome) {
    return {
        std::move(name),
        [edit = replacing(std::move(from), std::move(to))](Login& it) { it.edit_assertion = edit; },
        std::move(outcome)};
}

Case in_response(std::string name, std::string from, std::string to, std::string outcome) {
    return {
        std::move(name),
        [edit = replacing(std::move(from), std::move(to))](Login& it) { it.edit_response = edit; },
        std::move(outcome)};
}

Case in_answer(std::string name, std::string from, std::string to, std::string outcome) {
    return {
        std::move(name),
        [edit = replacing(std::move(from), std::move(to))](Login& it) { it.edit_answer = edit; },
        std::move(outcome)};
}

std::string status(std::string const& top, std::string const& second) {
    std::string const urn = "urn:oasis:names:tc:SAML:2.0:status:";
    auto const inner = second.empty()
                           ? std::string{}
                           : "<samlp:StatusCode Value=\"" + urn + second + "\"></samlp:StatusCode>";
    return "<samlp:Status><samlp:StatusCode Value=\"" + urn + top + "\">" + inner +
           "</samlp:StatusCode></samlp:Status>";
}

Case failing(std::string name, std::string top, std::string second, std::string outcome) {
    return {std::move(name),
            [=](Login& it) {
                it.status = status(top, second);
                it.with_assertion = false;
            },
            std::move(outcome)};
}

Case with_level(std::string name, std::string level, std::string outcome) {
    return {std::move(name), [=](Login& it) { it.level = level; }, std::move(outcome)};
}

Case with_attribute(std::string name, std::string attribute, std::string outcome) {
    return {std::move(name), [=](Login& it) { it.more_attributes = {attribute}; },
            std::move(outcome)};
}

} // namespace world
