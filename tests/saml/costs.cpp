#include "saml/support/cases.h"
#include "saml/support/listener.h"

/// S12 and S11 on the way in: what would cost much is refused for its measure, before anything is
/// verified; what is within measure costs little however it is made (tests/support/frugality.cpp
/// holds each of these to a second and 64 MB). And nothing in a message makes the portal call
/// anybody.
namespace {

using hostile::Edit;
using hostile::Login;
using hostile::replacing;

std::string repeated(std::string const& piece, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += piece;
    return text;
}

std::string numbered(std::string const& before, std::string const& behind, std::size_t times) {
    std::string text;
    for (std::size_t i = 0; i < times; ++i)
        text += before + std::to_string(i) + behind;
    return text;
}

/// In the Advice of an assertion that was signed already, and signed by a stranger besides.
world::Case inside(std::string name, std::string piece, std::string outcome) {
    return {std::move(name),
            [piece = std::move(piece)](Login& it) {
                it.assertion_signing.key = &world::keys().stranger;
                it.response_signing.present = false;
                it.edit_signed_assertion =
                    replacing("<saml:AttributeStatement>",
                              "<saml:Advice>" + piece + "</saml:Advice><saml:AttributeStatement>");
            },
            std::move(outcome)};
}

world::Case in_signed_info(std::string name, Edit edit, std::string outcome) {
    return {std::move(name),
            [edit = std::move(edit)](Login& it) { it.assertion_signing.edit_signed_info = edit; },
            std::move(outcome)};
}

std::string const transform =
    "<ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform>";

/// Namespaces in scope, with long names, and elements that use them: the dearest canonical form
/// there is, of 2 MB.
std::string namespaces_in_use(std::size_t around) {
    std::string opening = "<a";
    for (int i = 0; i < 30; ++i)
        opening += " xmlns:n" + std::to_string(i) + "=\"urn:" + std::string(200, 'x') +
                   std::to_string(i) + '"';
    std::string text = repeated(opening + '>', around);
    for (int i = 0; i < 260; ++i)
        text += "<n" + std::to_string(i % 30) + ":b" + numbered(" n", ":c=\"\"", 30) + "/>";
    return text + repeated("</a>", around);
}

TABLE(S12_measures, world::by_artifact,
      {inside("depth_80000", repeated("<a>", 80'000) + repeated("</a>", 1), "9.6 depth"),
       inside("depth_20000", repeated("<a>", 20'000) + repeated("</a>", 20'000), "9.6 depth"),
       inside("attributes_100000", "<a" + numbered(" a", "=\"\"", 100'000) + "/>", "9.6 size"),
       inside("attributes_20000", "<a" + numbered(" a", "=\"\"", 20'000) + "/>", "9.6 attributes"),
       inside("namespaces_20000", "<a" + numbered(" xmlns:n", "=\"\"", 15'000) + "/>",
              "9.6 attributes"),
       inside("elements_2000", repeated("<a/>", 2'000), "9.6 elements"),
       inside("text_of_8_MB", std::string(8'000'000, 'a'), "9.6 size"),
       inside("text_within_measure", "<a>" + std::string(220'000, 'a') + "</a>",
              "9.10 signature: digest"),
       inside("elements_within_measure", repeated("<a></a>", 1'800), "9.10 signature: digest"),
       inside("depth_within_measure", repeated("<a>", 55) + repeated("</a>", 55),
              "9.10 signature: digest"),
       inside("namespaces_in_use", namespaces_in_use(2), "9.7 signature: digest"),
       inside("namespaces_in_use_in_a_third_element", namespaces_in_use(3), "9.6 namespaces"),
       inside("one_id_for_each_element", numbered("<a ID=\"_", "\"></a>", 1'800),
              "9.10 signature: digest"),
       inside("comments", repeated("<!---->", 2'001), "9.6 comments"),
       inside("comments_within_measure", repeated("<!---->", 2'000), "9.7 signature: digest"),
       inside("references_to_characters", "<a>" + repeated("&#65;", 40'000) + "</a>",
              "9.7 signature: digest"),
       in_signed_info("references_2000",
                      replacing("<ds:Reference",
                                repeated("<ds:Reference/>", 2'000) + "<ds:Reference"),
                      "9.6 elements"),
       in_signed_info("references_1500",
                      replacing("<ds:Reference",
                                repeated("<ds:Reference></ds:Reference>", 1'500) + "<ds:Reference"),
                      "9.10 signature: shape"),
       in_signed_info("transforms_300", replacing(transform, repeated(transform, 300)),
                      "9.10 signature: transforms"),
       {"prefixes_10000",
        [](Login& it) { it.assertion_signing.prefix_list = repeated("a ", 10'000); },
        "9.10 signature: transforms"},
       {"P10_an_identity_of_1_MB",
        [](Login& it) {
            it.acting.edit_sealed = [](std::string& text) { text.resize(1'000'000, 'x'); };
        },
        "9.6 size"},
       {"P10_an_identity_within_measure",
        [](Login& it) {
            it.acting.edit_plain = [](std::string& text) {
                text.insert(text.find("</saml:NameID>"), std::string(150'000, 'A'));
            };
        },
        "9.15 pseudonym"},
       {"P10_a_deep_identity",
        [](Login& it) {
            it.acting.edit_plain = [](std::string& text) { text = repeated("<a>", 20'000); };
        },
        "9.15 decryption"},
       {"five_identities_with_four_keys_each_that_nobody_can_open",
        [](Login& it) {
            it.acting.key = &world::keys().stranger;
            it.acting.edit_element = [](std::string& text) {
                auto const at = text.find("<xenc:EncryptedKey");
                auto key = text.substr(at, text.find("</saml:EncryptedID>") - at);
                replacing(" Id=\"_k1\"", "")(key);
                replacing("<ds:RetrievalMethod Type=\"http://www.w3.org/2001/04/"
                          "xmlenc#EncryptedKey\" URI=\"#_k1\"></ds:RetrievalMethod>",
                          "")(text);
                text.insert(text.find("</saml:EncryptedID>"), repeated(key, 3));
            };
        },
        "9.15 decryption"}});

/// Measure comes first: a message that is too deep and signed by nobody is too deep.
TEST(S12_Measures, come_before_signatures) {
    auto login = world::login();
    login.answer_signing.present = false;
    EXPECT_EQ(world::outcome(world::by_artifact(login)), "9.7 signature: missing");
    login.edit_soap =
        replacing("<soap:Body>", "<soap:Header>" + repeated("<a>", 64) + repeated("</a>", 64) +
                                     "</soap:Header><soap:Body>");
    EXPECT_EQ(world::outcome(world::by_artifact(login)), "9.6 depth");
}

/// Somebody on this machine who only notes whether he is called.
class Bystander {
public:
    std::string address() const {
        return "http://127.0.0.1:" + std::to_string(listener_.port()) + "/";
    }
    bool called() const { return listener_.accept() >= 0; }

private:
    Listener listener_{SOCK_NONBLOCK};
};

TEST(S11_Addresses, of_a_message_are_never_called) {
    Bystander const bystander;
    auto const there = bystander.address();
    std::vector<std::function<void(Login&)>> const attempts{
        [&](Login& it) {
            it.edit_soap = [&](std::string& text) {
                text.insert(0, "<!DOCTYPE x SYSTEM \"" + there + "\">");
            };
        },
        [&](Login& it) {
            it.edit_soap = [&](std::string& text) {
                text.insert(0, "<?xml-stylesheet type=\"text/xsl\" href=\"" + there + "\"?>");
            };
        },
        [&](Login& it) {
            it.edit_soap =
                replacing("<soap:Body>", "<soap:Header><i:include xmlns:i=\"http://www.w3.org/2001/"
                                         "XInclude\" href=\"" +
                                             there + "\"/></soap:Header><soap:Body>");
        },
        [&](Login& it) {
            it.edit_soap =
                replacing("<soap:Envelope",
                          "<soap:Envelope xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                          " xsi:schemaLocation=\"urn:x " +
                              there + "\"");
        },
        [&](Login& it) { it.assertion_signing.edit_signed_info = replacing("#_assertion", there); },
        [&](Login& it) {
            it.assertion_signing.key_info =
                "<ds:RetrievalMethod URI=\"" + there + "\"></ds:RetrievalMethod>";
        },
        [&](Login& it) { it.acting.edit_element = replacing("#_k1", there); },
        [&](Login& it) {
            it.acting.edit_element = replacing("</xenc:CipherData></xenc:EncryptedData>",
                                               "<xenc:CipherReference URI=\"" + there +
                                                   "\"></xenc:CipherReference></xenc:CipherData>"
                                                   "</xenc:EncryptedData>");
        }};
    RecordProperty("cases", static_cast<int>(attempts.size()));
    for (auto const& attempt : attempts) {
        auto login = world::login();
        attempt(login);
        world::by_artifact(login);
        EXPECT_FALSE(bystander.called());
    }
}

} // namespace
