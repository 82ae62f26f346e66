#include "saml/support/cases.h"

/// 9.15 and 9.16: what the encrypted identities say once they are open.
namespace {

using hostile::Login;
using hostile::replacing;

std::string const pseudo = "urn:etoegang:1.13:EntityConcernedID:Pseudo";
std::string const kvk_type = "urn:etoegang:1.9:EntityConcernedID:KvKnr";

world::Case of_plain(std::string name, std::string from, std::string to, std::string outcome) {
    return {std::move(name), [=](Login& it) { it.acting.edit_plain = replacing(from, to); },
            std::move(outcome)};
}

world::Case legal_plain(std::string name, std::string from, std::string to, std::string outcome) {
    return {std::move(name), [=](Login& it) { it.legal.edit_plain = replacing(from, to); },
            std::move(outcome)};
}

/// What was sealed for the person, fit to stand in the same document once more.
std::string under_other_ids(std::string sealed) {
    replacing("_d1", "_d8")(sealed);
    replacing("#_k1", "#_k8")(sealed);
    replacing("\"_k1", "\"_k8")(sealed);
    return sealed;
}

/// So many more EncryptedIDs of the organisation, of types that the portal does not know.
void more_legal(Login& it, int count) {
    it.edit_assertion = [=, legal = it.legal](std::string& text) {
        for (int i = 0; i < count; ++i) {
            auto how = legal;
            how.id = "x" + std::to_string(i);
            auto const value =
                hostile::encrypted_id(hostile::name_id("urn:etoegang:unknown", "x"), how);
            auto const at = text.find("</saml:Attribute>", text.find("LegalSubjectID"));
            text.insert(at, "<saml:AttributeValue>" + value + "</saml:AttributeValue>");
        }
    };
}

TABLE(Items_9_15_and_9_16_the_persons, world::by_both,
      {of_plain("P10_format", "nameid-format:persistent", "nameid-format:transient", "9.15 format"),
       of_plain("P10_qualifier", pseudo, "urn:etoegang:1.12:EntityConcernedID:PseudoID",
                "9.15 qualifier"),
       of_plain("P9_roles_swapped", pseudo, kvk_type, "9.15 qualifier"),
       of_plain("P10_no_qualifier", " NameQualifier=\"" + pseudo + "\"", "", "9.15 qualifier"),
       {"without_representation", [](Login& it) { it.pseudonym.resize(64); }, "9.15 pseudonym"},
       {"pseudonym_too_long", [](Login& it) { it.pseudonym += "0"; }, "9.15 pseudonym"},
       {"pseudonym_of_other_letters", [](Login& it) { it.pseudonym[0] = 'G'; }, "9.15 pseudonym"},
       {"pseudonym_of_other_letters_behind_the_sign", [](Login& it) { it.pseudonym.back() = 'g'; },
        "9.15 pseudonym"},
       {"pseudonym_without_the_sign", [](Login& it) { it.pseudonym[64] = '0'; }, "9.15 pseudonym"},
       {"pseudonym_with_a_line_end", [](Login& it) { it.pseudonym.back() = '\n'; },
        "9.15 pseudonym"},
       {"P10_in_clear",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:EncryptedID>");
                text.replace(at, text.find("</saml:EncryptedID>") + 19 - at,
                             std::string{world::pseudonym});
            };
        },
        "9.15 one acting subject"},
       {"P9_two_persons",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const value = std::string{"<saml:AttributeValue>"};
                auto const at = text.find(value + "<saml:EncryptedID>");
                auto const end = text.find("</saml:Attribute>", at);
                text.insert(end, under_other_ids(text.substr(at, end - at)));
            };
        },
        "9.15 one acting subject"},
       {"P9_two_persons_in_one_value",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:EncryptedID>");
                auto const end = text.find("</saml:EncryptedID>") + 19;
                text.insert(end, under_other_ids(text.substr(at, end - at)));
            };
        },
        "9.18 markup in a value"},
       {"P9_no_value_for_the_person",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const value = std::string{"<saml:AttributeValue>"};
                auto const at = text.find(value + "<saml:EncryptedID>");
                text.erase(at, text.find("</saml:Attribute>", at) - at);
            };
        },
        "9.15 one acting subject"},
       {"P9_the_person_once_sealed_and_once_in_clear",
        [](Login& it) {
            it.edit_assertion = replacing("<saml:AttributeValue><saml:EncryptedID>",
                                          "<saml:AttributeValue>x</saml:AttributeValue>"
                                          "<saml:AttributeValue><saml:EncryptedID>");
        },
        "9.15 one acting subject"},
       {"P10_organisation_in_clear",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                auto const at = text.find("<saml:EncryptedID>", text.find("LegalSubjectID"));
                text.replace(at, text.find("</saml:EncryptedID>", at) + 19 - at, "12345678");
            };
        },
        "9.16 legal subjects"},
       {"P10_person_and_organisation_swapped",
        [](Login& it) {
            it.edit_assertion = [](std::string& text) {
                replacing("core:ActingSubjectID", "core:X")(text);
                replacing("core:LegalSubjectID", "core:ActingSubjectID")(text);
                replacing("core:X", "core:LegalSubjectID")(text);
            };
        },
        "9.15 qualifier"},
       legal_plain("P9_a_pseudonym_for_the_organisation", kvk_type, pseudo, "9.16 kvk number"),
       {"P9_five_identifiers_of_the_organisation", [](Login& it) { more_legal(it, 4); },
        "9.16 legal subjects"},
       {"four_identifiers_of_the_organisation", [](Login& it) { more_legal(it, 3); }, "let in"},
       {"no_person",
        [](Login& it) {
            it.edit_assertion = replacing("urn:etoegang:core:ActingSubjectID", "urn:other");
        },
        "9.15 one acting subject"},
       {"no_organisation",
        [](Login& it) {
            it.edit_assertion = replacing("urn:etoegang:core:LegalSubjectID", "urn:other");
        },
        "9.16 legal subjects"},
       legal_plain("P10_kvk_format", "nameid-format:persistent", "nameid-format:transient",
                   "9.16 format"),
       legal_plain("only_of_an_unknown_type", kvk_type, "urn:etoegang:1.12:EntityConcernedID:BSN",
                   "9.16 kvk number"),
       {"P9_kvk_of_seven_digits", [](Login& it) { it.kvk = "1234567"; }, "9.16 kvk number"},
       {"P9_kvk_with_a_letter", [](Login& it) { it.kvk = "1234567x"; }, "9.16 kvk number"},
       {"P9_kvk_with_a_space", [](Login& it) { it.kvk = "1234567 "; }, "9.16 kvk number"},
       {"P9_two_organisations",
        [](Login& it) {
            it.rsin = "87654321";
            it.legal.edit_plain = [](std::string& text) {
                auto const at =
                    text.find("KvKnr") == std::string::npos ? text.find("RSIN") : std::string::npos;
                if (at != std::string::npos)
                    text.replace(at, 4, "KvKnr");
            };
        },
        "9.16 kvk number"},
       {"P9_rsin_that_fails_the_test_of_eleven", [](Login& it) { it.rsin = "001234568"; },
        "9.16 rsin"},
       {"P9_rsin_of_eight_digits", [](Login& it) { it.rsin = "01234560"; }, "9.16 rsin"}});

} // namespace
