#include "saml/support/cases.h"

/// S5: signature wrapping. The evil assertion speaks for another organisation; the good one and its
/// signature are the broker's own. Posted in a Response without a signature, which this portal is
/// told to take here, so that nothing but the assertion's signature stands in the way.
namespace {

using hostile::Login;
using hostile::replacing;

struct Pieces {
    std::string good;      ///< signed
    std::string signature; ///< of the good one
    std::string bare;      ///< the good one without it
    std::string evil;      ///< not signed
};

std::string extracted(std::string const& text, std::string const& from, std::string const& to) {
    auto const at = text.find(from);
    return text.substr(at, text.find(to) + to.size() - at);
}

Pieces pieces(std::string evil_id = "_evil") {
    auto login = world::login();
    auto evil = login;
    evil.assertion_id = std::move(evil_id);
    evil.kvk = "87654321";
    evil.assertion_signing.present = false;
    Pieces made{.good = hostile::assertion(login),
                .signature = {},
                .bare = {},
                .evil = hostile::assertion(evil)};
    // Ids of encrypted parts must not clash where both assertions are in one document.
    for (auto const* id : {"_d1", "_d2", "_k1", "_k2"})
        for (auto at = made.evil.find(id); at != std::string::npos; at = made.evil.find(id, at + 4))
            made.evil.replace(at, 2, std::string{"_e"} + id[1]);
    made.signature = extracted(made.good, "<ds:Signature ", "</ds:Signature>");
    made.bare = made.good;
    made.bare.erase(made.bare.find("<ds:Signature "), made.signature.size());
    return made;
}

std::string inserted(std::string text, std::string const& before, std::string const& piece) {
    text.insert(text.find(before), piece);
    return text;
}

std::string behind_issuer(std::string text, std::string const& piece) {
    text.insert(text.find("</saml:Issuer>") + 14, piece);
    return text;
}

world::Received posted_unsigned(std::string const& assertions, std::string const& extensions = {},
                                std::string const& status_detail = {}) {
    auto login = world::login();
    login.response_signing.present = false;
    login.with_assertion = false;
    login.edit_response = [&](std::string& text) {
        text = inserted(text, "<samlp:Status>", extensions);
        text = inserted(text, "</samlp:Status>", status_detail);
        text = inserted(text, "</samlp:Response>", assertions);
    };
    auto settings = world::settings();
    settings.post_binding = true;
    settings.accept_unsigned_posted_response = true;
    return world::broker(std::move(settings))
        ->receive_posted(hostile::base64(hostile::response(login)), world::pending(), world::now());
}

TEST(S5_Wrapping, a_signed_assertion_alone_is_let_in) {
    EXPECT_EQ(world::outcome(posted_unsigned(pieces().good)), "let in");
}

TEST(S5_Wrapping, a_posted_response_must_carry_its_own_signature_unless_configured) {
    auto login = world::login();
    login.response_signing.present = false;
    EXPECT_EQ(world::outcome(world::by_post(login)), "9.8 signature: missing");
}

TEST(S5_Wrapping, a_signature_that_need_not_be_there_must_still_hold) {
    auto login = world::login();
    login.response_signing.key = &world::keys().stranger;
    auto settings = world::settings();
    settings.post_binding = true;
    settings.accept_unsigned_posted_response = true;
    auto const posted = hostile::base64(hostile::response(login));
    EXPECT_EQ(world::outcome(world::broker(std::move(settings))
                                 ->receive_posted(posted, world::pending(), world::now())),
              "9.8 signature: key");
}

TEST(S5_Wrapping, what_is_posted_is_a_response) {
    auto login = world::login();
    login.edit_signed_response = [&](std::string& text) { text = hostile::assertion(login); };
    EXPECT_EQ(world::outcome(world::by_post(login)), "9.8 root");
}

struct Wrapped {
    std::string name;
    std::function<world::Received()> attempt;
    std::string outcome;
    friend void PrintTo(Wrapped const& row, std::ostream* out) { *out << row.name; }
};
class S5_Wrapped : public testing::TestWithParam<Wrapped> {};
TEST_P(S5_Wrapped, ) { EXPECT_EQ(world::outcome(GetParam().attempt()), GetParam().outcome); }

std::string with_signature_around(Pieces const& it, std::string const& inside_object) {
    return behind_issuer(it.evil, inserted(it.signature, "</ds:Signature>",
                                           "<ds:Object>" + inside_object + "</ds:Object>"));
}

INSTANTIATE_TEST_SUITE_P(
    , S5_Wrapped,
    testing::ValuesIn(std::vector<Wrapped>{
        {"evil_first", [] { return posted_unsigned(pieces().evil + pieces().good); },
         "9.9 one assertion"},
        {"evil_second", [] { return posted_unsigned(pieces().good + pieces().evil); },
         "9.9 one assertion"},
        {"evil_alone", [] { return posted_unsigned(pieces().evil); }, "9.10 signature: missing"},
        {"evil_with_the_good_signature",
         [] { return posted_unsigned(behind_issuer(pieces().evil, pieces().signature)); },
         "9.10 signature: reference"},
        {"evil_under_the_good_id",
         [] {
             auto const it = pieces("_assertion");
             return posted_unsigned(behind_issuer(it.evil, it.signature));
         },
         "9.10 signature: digest"},
        {"good_in_extensions",
         [] {
             auto const it = pieces();
             return posted_unsigned(it.evil,
                                    "<samlp:Extensions>" + it.good + "</samlp:Extensions>");
         },
         "9.8 parts"},
        {"good_in_the_status",
         [] {
             auto const it = pieces();
             return posted_unsigned(it.evil, {},
                                    "<samlp:StatusDetail>" + it.good + "</samlp:StatusDetail>");
         },
         "9.10 signature: missing"},
        {"good_in_the_advice_of_evil",
         [] {
             auto const it = pieces();
             return posted_unsigned(inserted(it.evil, "<saml:AttributeStatement>",
                                             "<saml:Advice>" + it.good + "</saml:Advice>"));
         },
         "9.10 signature: missing"},
        {"good_in_the_advice_of_evil_that_shows_its_signature",
         [] {
             auto const it = pieces();
             return posted_unsigned(
                 behind_issuer(inserted(it.evil, "<saml:AttributeStatement>",
                                        "<saml:Advice>" + it.bare + "</saml:Advice>"),
                               it.signature));
         },
         "9.10 signature: reference"},
        {"good_in_an_attribute_value",
         [] {
             auto const it = pieces();
             return posted_unsigned(behind_issuer(inserted(it.evil, "</saml:AttributeStatement>",
                                                           hostile::attribute("x", {it.bare})),
                                                  it.signature));
         },
         "9.10 signature: reference"},
        {"good_in_the_confirmation_data",
         [] {
             auto const it = pieces();
             return posted_unsigned(behind_issuer(
                 inserted(it.evil, "</saml:SubjectConfirmationData>", it.bare), it.signature));
         },
         "9.10 signature: reference"},
        {"good_in_an_object_of_its_signature",
         [] {
             auto const it = pieces();
             return posted_unsigned(with_signature_around(it, it.bare));
         },
         "9.10 signature: shape"},
        {"evil_within_good_before_the_signature",
         [] {
             auto const it = pieces();
             return posted_unsigned(inserted(it.good, "<ds:Signature ", it.evil));
         },
         "9.10 signature: digest"},
        {"both_under_one_id",
         [] {
             auto const it = pieces("_assertion");
             return posted_unsigned(
                 behind_issuer(inserted(it.evil, "<saml:AttributeStatement>",
                                        "<saml:Advice>" + it.bare + "</saml:Advice>"),
                               it.signature));
         },
         "9.6 duplicate id"},
        {"evil_claims_the_id_by_xml_id",
         [] {
             auto const it = pieces();
             auto evil = it.evil;
             replacing(" ID=\"_evil\"", " ID=\"_evil\" xml:id=\"_assertion\"")(evil);
             return posted_unsigned(
                 behind_issuer(inserted(evil, "<saml:AttributeStatement>",
                                        "<saml:Advice>" + it.bare + "</saml:Advice>"),
                               it.signature));
         },
         "9.6 duplicate id"},
        {"evil_claims_the_id_by_Id",
         [] {
             auto const it = pieces();
             auto evil = it.evil;
             replacing(" ID=\"_evil\"", " Id=\"_assertion\"")(evil);
             return posted_unsigned(behind_issuer(evil, it.signature));
         },
         "9.10 signature: reference"},
        {"signature_deep_in_the_tree",
         [] {
             auto const it = pieces();
             return posted_unsigned(inserted(it.bare, "</saml:Subject>", it.signature));
         },
         "9.10 signature: missing"},
        {"forged_encrypted_assertion_beside_the_good_one",
         [] {
             return posted_unsigned(pieces().good +
                                    "<saml:EncryptedAssertion xmlns:saml=\"urn:oasis:names:tc:"
                                    "SAML:2.0:assertion\"></saml:EncryptedAssertion>");
         },
         "9.9 encrypted assertion"},
        {"assertion_of_another_namespace",
         [] {
             auto good = pieces().good;
             replacing("urn:oasis:names:tc:SAML:2.0:assertion", "urn:another")(good);
             return posted_unsigned(good);
         },
         "9.8 parts"},
        {"nested_response",
         [] {
             auto const inner = hostile::response(world::login());
             return posted_unsigned("<samlp:Extensions>" + inner + "</samlp:Extensions>");
         },
         "9.6 duplicate id"},
    }),
    [](testing::TestParamInfo<Wrapped> const& row) { return row.param.name; });

TEST(S5_Wrapping, a_response_around_a_signed_response_is_refused) {
    auto evil = world::login();
    evil.response_id = "_evil";
    evil.response_signing.present = false;
    evil.with_assertion = false;
    auto const good = hostile::response(world::login());
    auto const signature = extracted(good, "<ds:Signature ", "</ds:Signature>");
    evil.edit_response = [&](std::string& text) {
        text = behind_issuer(text, signature);
        text =
            inserted(text, "<samlp:Status>", "<samlp:Extensions>" + good + "</samlp:Extensions>");
    };
    EXPECT_EQ(world::outcome(world::by_post(evil)), "9.8 signature: reference");
}

} // namespace
