#include "saml/support/cases.h"

/// S9: a value with markup in it, wherever a value stands. What the signature does not see (a
/// comment) and what it does are refused alike, before anything is verified.
namespace {

using hostile::Edit;
using hostile::Login;
using hostile::replacing;

/// Where a value stands: the text with its first such piece, torn at the bar.
struct Place {
    std::string name;
    Edit Login::* in;
    std::string value;
};

struct Markup {
    std::string name;
    std::string text;
    std::string outcome;
};

std::vector<Markup> const markups{{"comment", "<!-- x -->", "9.6 markup in a value"},
                                  {"instruction", "<?x y?>", "9.6 instruction"},
                                  {"cdata", "<![CDATA[x]]>", "9.6 cdata"},
                                  {"element", "<x></x>", "9.6 markup in a value"}};

std::vector<Place> const places{
    {"issuer_of_the_answer", &Login::edit_signed_answer, "urn:etoegang:HM|:"},
    {"issuer_of_the_response", &Login::edit_signed_response, "urn:etoegang:HM|:"},
    {"issuer_of_the_assertion", &Login::edit_signed_assertion, "urn:etoegang:HM|:"},
    {"name_of_the_subject", &Login::edit_signed_assertion, ">on|ce<"},
    {"audience", &Login::edit_signed_assertion, "<saml:Audience>urn|:"},
    {"level", &Login::edit_signed_assertion, "assurance-class:loa|3"},
    {"authority", &Login::edit_signed_assertion, "urn:etoegang:AD|:"},
    {"service", &Login::edit_signed_assertion, "services:9|000"},
    {"service_at_its_end", &Login::edit_signed_assertion, "services:9000|"},
    {"service_in_its_first_word", &Login::edit_signed_assertion, "<saml:AttributeValue>u|rn"},
    {"uuid", &Login::edit_signed_assertion, "6d5a3c1e|-"},
    {"cipher", &Login::edit_signed_assertion, "|</xenc:CipherValue>"},
    {"digest", &Login::edit_signed_assertion, "|</ds:DigestValue>"},
    {"signature", &Login::edit_signed_assertion, "|</ds:SignatureValue>"},
    {"name_of_a_key", &Login::edit_signed_assertion, "|</ds:KeyName>"}};

Edit tearing(std::string const& value, std::string const& markup) {
    auto torn = value;
    auto const bar = torn.find('|');
    auto whole = value;
    whole.erase(bar, 1);
    return replacing(whole, torn.replace(bar, 1, markup));
}

std::vector<world::Case> everywhere() {
    std::vector<world::Case> rows;
    for (auto const& [name, in, value] : places)
        for (auto const& markup : markups)
            rows.push_back({markup.name + "_in_the_" + name,
                            [=](Login& it) { it.*in = tearing(value, markup.text); },
                            markup.outcome});
    for (auto const& markup : markups) {
        rows.push_back({markup.name + "_in_the_pseudonym",
                        [=](Login& it) { it.acting.edit_plain = tearing("A1B2|", markup.text); },
                        "9.15 decryption"});
        rows.push_back({markup.name + "_in_the_kvk_number",
                        [=](Login& it) { it.legal.edit_plain = tearing("1234|5678", markup.text); },
                        "9.15 decryption"});
    }
    return rows;
}

class S9_Torn : public world::Table {};
TEST_P(S9_Torn, ) { EXPECT_EQ(world::outcome(world::by_artifact(changed())), GetParam().outcome); }
INSTANTIATE_TEST_SUITE_P(, S9_Torn, testing::ValuesIn(everywhere()), &world::name_of);

/// Signed by the broker itself, and with nothing beside the markup: no value at all.
class S9_Hollow : public world::Table {};
TEST_P(S9_Hollow, ) {
    EXPECT_EQ(world::outcome(world::by_artifact(changed())), GetParam().outcome);
}

world::Case hollow(std::string name, std::string from, std::string to, std::string outcome) {
    return {std::move(name), [=](Login& it) { it.edit_assertion = replacing(from, to); },
            std::move(outcome)};
}
world::Case hollow_pseudonym() {
    return {"pseudonym",
            [](Login& it) {
                it.acting.edit_plain = replacing(std::string{world::pseudonym}, "<x></x>");
            },
            "9.15 decryption"};
}
INSTANTIATE_TEST_SUITE_P(
    , S9_Hollow,
    testing::ValuesIn(std::vector<world::Case>{
        hollow_pseudonym(),
        hollow("issuer", std::string{world::broker_entity_id} + "<", "<x></x><", "9.10 issuer"),
        hollow("audience", std::string{world::entity_id} + "</saml:Audience>",
               "<x></x></saml:Audience>", "9.12 audience"),
        hollow("level", "urn:etoegang:core:assurance-class:loa3", "<x></x>", "9.13 unknown level"),
        hollow("service", std::string{world::service_id}, "<x></x>", "9.18 markup in a value")}),
    &world::name_of);

} // namespace
