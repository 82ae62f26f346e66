#include "fuzz/doors.h"

#include "foundation/text.h"
#include "saml/support/world.h"
#include "saml/xml/canonical.h"
#include "saml/xml/document.h"

#include <algorithm>

namespace fuzz {

namespace {

saml::Settings settings() {
    auto settings = world::settings();
    settings.post_binding = true;
    settings.accept_unsigned_posted_response = true;
    return settings;
}

std::string signature_over(saml::xml::Element const& element) {
    auto const content = saml::xml::canonical(element, std::nullopt, {});
    if (!content)
        return {};
    std::string_view const open = "<ds:Signature ";
    auto const whole =
        hostile::signed_text(*content, std::string{element.attribute("ID").value_or("")},
                             {.key = &world::keys().broker, .prefix_list = {}});
    auto const at = whole.find(open);
    std::string_view const close = "</ds:Signature>";
    auto const end = whole.find(close, at);
    return at == std::string::npos || end == std::string::npos
               ? std::string{}
               : whole.substr(at, end + close.size() - at);
}

bool is_pseudonym(std::string_view text) {
    return text.size() == 97 && text[64] == '@' && std::ranges::all_of(text, [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || c == '@';
           });
}

} // namespace

/// The broker signs whatever it is given: what stands behind the signature (reading, the rules,
/// the identities) meets anything at all.
bool assertion(std::string_view bytes) {
    static auto const broker = world::broker(settings());
    static std::string const frame = [] {
        auto login = world::login();
        login.with_assertion = false;
        login.response_signing.present = false;
        return hostile::response(login);
    }();
    auto const document = saml::xml::Document::parse(bytes);
    std::string_view const issuer = "</saml:Issuer>";
    auto const place = bytes.find(issuer);
    if (!document || place == std::string_view::npos || bytes.contains("<ds:Signature"))
        return false;
    std::string text{bytes};
    text.insert(place + issuer.size(), signature_over(document->root()));
    auto whole = frame;
    whole.insert(whole.rfind("</samlp:Response>"), text);
    auto const received =
        broker->receive_posted(hostile::base64(whole), world::pending(), world::now());
    if (!received) {
        promised(!received.error().detail.empty(), "a rejection says which check refused");
        return false;
    }
    promised(is_pseudonym(received->identity.pseudonym), "a pseudonym has its form (9.15)");
    promised(foundation::all_digits(received->identity.kvk.text()), "a KVK number is digits");
    promised(received->request_id == world::pending().request_id, "it answers our request");
    promised(received->level >= portal::AssuranceLevel::loa3, "no level below 3 (P3.2)");
    promised(!received->assertion_id.empty() && received->assertion_id.size() <= 200 &&
                 !foundation::has_control_characters(received->assertion_id),
             "an id is fit for the database");
    promised(!received->branch_number || (received->branch_number->size() == 12 &&
                                          foundation::all_digits(*received->branch_number)),
             "a branch is twelve digits");
    return true;
}

} // namespace fuzz
