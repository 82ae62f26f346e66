#include "support/stronghold.h"

#include <gtest/gtest.h>

/// security.md A2, E1, S11 to S13 through the door: whatever comes over the back channel, a refusal
/// is what the browser sees, and nobody is in.
namespace {

using attack::Stronghold;
using attack::Visitor;
using hostile::Login;
using hostile::replacing;

class Answers : public testing::Test {
protected:
    Stronghold portal;
    Visitor browser{portal};

    http::Response said(std::string text) {
        auto const trip = browser.depart("?opnieuw=1");
        return browser.come_back(trip, portal.hold({.login = portal.login_for(trip.request_id),
                                                    .said = std::move(text)}));
    }
    void expect_refused(std::string const& name, http::Response const& response) {
        EXPECT_TRUE(attack::refused(response)) << name << ' ' << response.status;
        EXPECT_FALSE(browser.signed_in()) << name;
        EXPECT_EQ(portal.sessions_of(portal.sanne), 0U) << name;
        EXPECT_NE(response.status, 500) << name;
    }
    void expect_let_in() { EXPECT_EQ(browser.sign_in().status, 303) << portal.written(); }
};

struct Bent {
    std::string name;
    std::function<void(Login&)> change;
};

TEST_F(Answers, A2_bent_answers_let_nobody_in) {
    std::vector<Bent> const rows{
        {"unsigned", [](Login& it) { it.answer_signing.present = false; }},
        {"of another key", [](Login& it) { it.answer_signing.key = &world::keys().stranger; }},
        {"of a key out of date", [](Login& it) { it.answer_signing.key = &world::keys().expired; }},
        {"of a key for encryption",
         [](Login& it) { it.answer_signing.key = &world::keys().sealing; }},
        {"to another resolve", [](Login& it) { it.resolve_id = "_another"; }},
        {"response unsigned and assertion too",
         [](Login& it) {
             it.response_signing.present = false;
             it.assertion_signing.present = false;
         }},
        {"assertion unsigned", [](Login& it) { it.assertion_signing.present = false; }},
        {"key confusion", [](Login& it) { it.assertion_signing.hmac_with_certificate = true; }},
        {"of another issuer", [](Login& it) { it.broker_entity_id += "1"; }},
        {"for another service provider", [](Login& it) { it.entity_id += "1"; }},
        {"for another address", [](Login& it) { it.acs_address += "/x"; }},
        {"low level", [](Login& it) { it.level = "urn:etoegang:core:assurance-class:loa2plus"; }},
        {"changed after signing",
         [](Login& it) {
             it.edit_soap = replacing("assurance-class:loa3", "assurance-class:loa4");
         }},
    };
    for (auto const& [name, change] : rows)
        expect_refused(name, browser.sign_in(change));
    expect_let_in();
}

TEST_F(Answers, A2_what_is_no_answer_lets_nobody_in) {
    std::string const soap = "http://schemas.xmlsoap.org/soap/envelope/";
    std::string const envelope = "<s:Envelope xmlns:s=\"" + soap + "\">";
    expect_refused("HTML", said("<html><body>Inloggen</body></html>"));
    expect_refused("blank", said(" "));
    expect_refused("fault", said(envelope + "<s:Body><s:Fault/></s:Body></s:Envelope>"));
    expect_refused("empty body", said(envelope + "<s:Body/></s:Envelope>"));
    expect_refused("a bare response", said(hostile::response(portal.login_for("_x"))));
    expect_refused("8 MB", said(envelope + std::string(8'000'000, 'a') + "</s:Envelope>"));
    auto const trip = browser.depart();
    expect_refused("silence",
                   browser.come_back(trip, portal.hold({.login = portal.login_for(trip.request_id),
                                                        .said = "",
                                                        .silent = true})));
    expect_let_in();
}

/// The valid answer with something around or in it that no broker needs.
TEST_F(Answers, S11_S12_S13_hostile_documents_let_nobody_in) {
    auto const before = [](std::string text) {
        return [text](std::string& all) { all.insert(0, text); };
    };
    auto const behind = [](std::string text) { return [text](std::string& all) { all += text; }; };
    auto const inside = [](std::string text) {
        return replacing("<soap:Body>", text + "<soap:Body>");
    };
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "<a>";
    std::string wide = "<soap:Header";
    for (int i = 0; i < 10'000; ++i)
        wide += " a" + std::to_string(i) + "=\"\"";
    std::string many = "<soap:Header>";
    for (int i = 0; i < 20'000; ++i)
        many += "<a/>";
    std::string const bomb =
        "<!DOCTYPE a [<!ENTITY b \"xxxxxxxxxx\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    std::vector<std::pair<std::string, hostile::Edit>> const rows{
        {"S11 empty doctype", before("<!DOCTYPE a>")},
        {"S11 entities", before(bomb)},
        {"S11 external entity", before("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>")},
        {"S11 external subset", before("<!DOCTYPE a SYSTEM \"http://192.0.2.1/a.dtd\">")},
        {"S12 deep", inside(deep)},
        {"S12 wide", inside(wide + "/>")},
        {"S12 many", inside(many + "</soap:Header>")},
        {"S12 long", inside("<soap:Header>" + std::string(8'000'000, 'a') + "</soap:Header>")},
        {"S13 NUL", behind(std::string(1, '\0'))},
        {"S13 two roots", behind("<a/>")},
        {"S13 text behind", behind("a")},
        {"S13 overlong", inside("<soap:Header>\xc0\xaf</soap:Header>")},
        {"S13 UTF-16", before("<?xml version=\"1.0\" encoding=\"UTF-16\"?>")},
        {"S13 UTF-7", before("<?xml version=\"1.0\" encoding=\"UTF-7\"?>")},
        {"S13 XML 1.1", before("<?xml version=\"1.1\"?>")},
    };
    for (auto const& [name, edit] : rows)
        expect_refused(name, browser.sign_in([&](Login& it) { it.edit_soap = edit; }));
    EXPECT_EQ(browser
                  .sign_in([&](Login& it) {
                      it.edit_soap = before("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
                  })
                  .status,
              303)
        << portal.written();
}

TEST_F(Answers, E1_every_failure_to_decrypt_answers_alike) {
    auto const sealed = [](std::string name, hostile::Edit edit, std::string cipher = "") {
        return Bent{std::move(name), [=](Login& it) {
                        it.acting.edit_sealed = edit;
                        if (cipher.empty())
                            return;
                        it.acting.cipher = cipher;
                        it.acting.cipher_uri = "http://www.w3.org/2009/xmlenc11#aes256-gcm";
                    }};
    };
    auto const flip = [](std::size_t from_the_end) {
        return [=](std::string& bytes) { bytes[bytes.size() - from_the_end] ^= 1; };
    };
    std::vector<Bent> const rows{
        sealed("last byte", flip(1)),
        sealed("padding", flip(17)),
        sealed("first block", [](std::string& bytes) { bytes[16] ^= 1; }),
        sealed("cut off", [](std::string& bytes) { bytes.resize(bytes.size() - 16); }),
        sealed("half a block", [](std::string& bytes) { bytes.resize(bytes.size() - 5); }),
        sealed("nothing", [](std::string& bytes) { bytes.clear(); }),
        sealed("tag", flip(1), "AES-256-GCM"),
        {"another's key", [](Login& it) { it.acting.key = &world::keys().stranger; }},
        {"RSA-1.5", [](Login& it) { it.acting.oaep_digest = ""; }},
        {"no NameID inside",
         [](Login& it) { it.acting.edit_plain = [](std::string& s) { s = "x"; }; }},
    };
    std::set<std::string> seen;
    for (auto const& [name, change] : rows) {
        auto const response = browser.sign_in(change);
        expect_refused(name, response);
        seen.insert(attack::without_incident(response));
    }
    EXPECT_EQ(seen.size(), 1U);
    expect_let_in();
}

} // namespace
