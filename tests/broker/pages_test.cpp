#include "broker/messages/pseudonym.h"
#include "broker/visitor.h"
#include "foundation/text.h"

#include <gtest/gtest.h>

namespace {

using bench::Form;
using bench::header;
using bench::query_value;
using bench::says;
using bench::Visitor;

TEST(ChooserPage, M1_2_says_where_for_what_and_how_sure) {
    Visitor visitor;
    auto const page = visitor.get(visitor.arrive());
    for (auto const* const words :
         {"Kies hoe u wilt inloggen",
          "U wilt inloggen bij <strong lang=\"nl\">Dienst Uitvoering "
          "Onderwijs</strong> voor <strong lang=\"nl\">Mijn DUO",
          "minimaal betrouwbaarheidsniveau 3", " <b>3</b> <b>4</b></p>", "Maak een keuze",
          "Onthoud mijn keuze", ">Verder<", ">Annuleren<", ">English<",
          "Heeft u nog geen inlogmiddel? Ga dan naar de "})
        EXPECT_TRUE(says(page, words)) << words;
    EXPECT_TRUE(says(page, "name=\"onthoud\" value=\"ja\" checked"));
    auto const& body = page.body;
    EXPECT_LT(body.find("Testleverancier Alfa"), body.find("Testleverancier Beta"));
    EXPECT_LT(body.find("Testleverancier Delta"), body.find("Testleverancier Gamma"));
}

TEST(ChooserPage, E8_names_the_portal_too_when_the_request_does) {
    Visitor visitor;
    auto request = bench::sign_in_request();
    bench::set(request, "ProviderName", "Zakelijk <portaal>");
    auto const chooser = header(
        visitor.post("/sso",
                     {{"SAMLRequest", foundation::base64(bench::signed_by_provider(request))}}),
        "Location");
    EXPECT_TRUE(says(visitor.get(chooser), "Mijn DUO (Zakelijk &lt;portaal&gt;)"));
}

TEST(ChooserPage, wants_a_supplier) {
    Visitor visitor;
    auto const page = visitor.post(visitor.arrive(), {{"leverancier", ""}});
    EXPECT_EQ(page.status, 422);
    EXPECT_TRUE(says(page, "<title>Fout: Kies hoe u wilt inloggen"));
    EXPECT_TRUE(says(page, "href=\"#leverancier\""));
    EXPECT_FALSE(says(page, "value=\"ja\" checked"));
}

TEST(Pages, English_stays_once_it_is_chosen) {
    Visitor visitor;
    auto const chooser = visitor.arrive();
    EXPECT_TRUE(says(visitor.get(chooser + "?taal=en"), "Choose how you want to log in"));
    auto const means = header(visitor.post(chooser, {{"leverancier", "Alfa"}}), "Location");
    EXPECT_TRUE(says(visitor.get(means), "Log in at Test supplier Alfa"));
    EXPECT_TRUE(says(visitor.get(means + "?taal=nl"), "Inloggen bij Testleverancier Alfa"));
}

TEST(Pages, every_page_says_that_it_is_a_simulation_and_is_not_kept) {
    Visitor visitor;
    auto const chooser = visitor.arrive();
    auto const id = chooser.substr(chooser.rfind('/'));
    std::vector<http::Response> pages{visitor.get("/"), visitor.get("/nergens"),
                                      visitor.get(chooser), visitor.post("/sso", {}),
                                      visitor.get("/kiezen/onbekend")};
    auto const means = header(visitor.post(chooser, {{"leverancier", "Alfa"}}), "Location");
    pages.push_back(visitor.get(means));
    visitor.post(means, {{"persoon", "9"}});
    pages.push_back(visitor.get("/organisatie" + id));
    for (auto const& page : pages) {
        EXPECT_TRUE(says(page, "Dit is een simulatie van eHerkenning, alleen om te testen."));
        EXPECT_EQ(header(page, "Cache-Control"), "no-cache, no-store");
        EXPECT_EQ(header(page, "X-Frame-Options"), "DENY");
        EXPECT_TRUE(header(page, "Content-Security-Policy").starts_with("default-src 'none'"));
    }
    EXPECT_TRUE(says(visitor.get("/?taal=en"), "This is a simulation of eHerkenning"));
}

Form somebody() {
    return {{"persoon", "anders"},
            {"naam", "Joke Mol"},
            {"kvk", "12345678"},
            {"organisatie", "De Mol"},
            {"niveau", "loa4"}};
}

/// What the service provider gets when this form is filled in.
http::Response signed_in(Visitor& visitor, Form const& form) {
    auto const back = visitor.post(visitor.choose(), form);
    EXPECT_EQ(back.status, 303) << back.body;
    return visitor.resolve(query_value(header(back, "Location"), "SAMLart"));
}

TEST(SomebodyElse, can_be_made_up_with_a_level_and_a_branch) {
    Visitor visitor;
    auto form = somebody();
    form.emplace_back("vestiging", "000012345678");
    auto const answer = signed_in(visitor, form);
    EXPECT_TRUE(says(answer, ">De Mol<"));
    EXPECT_TRUE(says(answer, ">000012345678<"));
    EXPECT_TRUE(says(answer, "urn:etoegang:core:assurance-class:loa4</saml:AuthnContextClassRef>"));
}

TEST(SomebodyElse, with_more_organisations_chooses_one) {
    Visitor visitor;
    auto form = somebody();
    form.emplace_back("andere", "90000002 Gemeente Waterrijk\r\n90000003 De Regenboog\r\n");
    auto const choice = header(visitor.post(visitor.choose(), form), "Location");
    ASSERT_TRUE(choice.starts_with("/organisatie/"));
    EXPECT_TRUE(says(visitor.get(choice), "De Regenboog"));
}

TEST(SomebodyElse, comes_back_with_what_is_wrong_and_with_what_was_typed) {
    Visitor visitor;
    auto const page = visitor.post(visitor.choose(), {{"persoon", "anders"},
                                                      {"pseudoniem", "kort"},
                                                      {"kvk", "1234567"},
                                                      {"organisatie", "\"><script>"},
                                                      {"vestiging", "1"},
                                                      {"andere", "geen nummer"},
                                                      {"niveau", "loa9"}});
    EXPECT_EQ(page.status, 422);
    for (auto const* const field : {"pseudoniem", "kvk", "vestiging", "andere", "niveau"})
        EXPECT_TRUE(says(page, std::string{"href=\"#"} + field + "\"")) << field;
    EXPECT_TRUE(says(page, "value=\"&quot;&gt;&lt;script&gt;\""));
    EXPECT_EQ(visitor.post(visitor.choose(), {{"persoon", "anders"}}).status, 422);
}

} // namespace
