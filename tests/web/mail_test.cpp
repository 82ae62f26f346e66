#include "support/world.h"

#include "foundation/text.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using portal::Account;
using portal::MailClass;
using portal::MailFailure;
using portal::MailKind;

/// What the pages say of mails, and what they let somebody cause (P2.16, P2.17).
class MailPages : public testing::Test {
protected:
    world::World world;
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    Account const sanne = world.add_account(
        "sanne", school, [](Account& account) { account.administrator_roles = {"beheerder-vo"}; });
    Account const nadia = world.add_account(
        "nadia", school, [&](Account& account) { account.letter_made_at = world.now; });
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));

    void press() {
        browser.get("/beheer/gebruikers/nadia");
        browser.post("/beheer/gebruikers/nadia/code");
    }
    std::vector<portal::WaitingMail> codes() {
        auto taken = world.mails();
        std::erase_if(taken,
                      [](auto const& each) { return each.mail.kind != MailKind::activation_code; });
        return taken;
    }
    bool list_says(std::string const& words) {
        browser.get("/beheer/gebruikers?zoek=nadia");
        auto const row = browser.text().find("nadia@lindenhof.example");
        return row != std::string::npos &&
               browser.text().substr(row, browser.text().find("</tr>", row) - row).find(words) !=
                   std::string::npos;
    }
};

TEST_F(MailPages, P2_16_a_code_mail_that_waits_is_not_called_sent) {
    press();
    EXPECT_TRUE(browser.shows("De e-mail wordt nu verstuurd."));
    EXPECT_FALSE(browser.shows("Verstuurd."));
    auto const mail = codes().at(0);
    world.outbox->put_off(mail.id, world.now + 1min, "451");
    browser.get("/beheer/gebruikers/nadia");
    EXPECT_TRUE(browser.shows("1 keer geprobeerd"));
    world.outbox->mark_sent(mail.id, world.now);
    browser.get("/beheer/gebruikers/nadia");
    EXPECT_TRUE(browser.shows("overgedragen aan de mailserver"));
    EXPECT_TRUE(list_says("Code verstuurd"));
}

TEST_F(MailPages, P2_16_a_code_mail_that_is_refused_is_said_with_address_time_and_reason) {
    press();
    world.outbox->give_up(codes().at(0).id, MailFailure::unknown_receiver,
                          "550 <b>raw text of a server</b>", world.now);
    browser.get("/beheer/gebruikers/nadia");
    EXPECT_TRUE(browser.shows("De e-mail aan nadia@lindenhof.example is op 23 november 2026 om "
                              "12.00 uur geweigerd door de mailserver van de ontvanger."));
    EXPECT_TRUE(browser.shows("De mailserver kent dit e-mailadres niet."));
    EXPECT_TRUE(browser.shows("E-mail niet aangekomen"));
    EXPECT_FALSE(browser.shows("De code is geldig tot"));
    EXPECT_FALSE(browser.shows("raw text"));
    EXPECT_TRUE(list_says("E-mail niet aangekomen"));
    EXPECT_FALSE(list_says("Code verstuurd"));
}

TEST_F(MailPages, P2_16_after_a_refusal_the_code_is_sent_again_without_asking) {
    press();
    world.outbox->give_up(codes().at(0).id, MailFailure::mailbox_full, "552", world.now);
    press();
    EXPECT_EQ(codes().size(), 1U);
    EXPECT_FALSE(browser.shows("geweigerd"));
}

TEST_F(MailPages, P2_16_a_confirmation_that_is_refused_is_not_called_done) {
    browser.get("/beheer/gebruikers/registreren");
    browser.post("/beheer/gebruikers/registreren", {{"naam", "Jan de Vries"},
                                                    {"email", "jan@lindenhof.example"},
                                                    {"telefoon", "06-12345678"},
                                                    {"functie", "Administratie"},
                                                    {"taal", "nl"},
                                                    {"middel", "ja"}});
    auto const page = browser.address().substr(0, browser.address().find('?'));
    for (auto const& mail : world.mails())
        world.outbox->give_up(mail.id, MailFailure::unwanted, "554", world.now);
    browser.get(page);
    EXPECT_TRUE(browser.shows("De e-mail aan jan@lindenhof.example is op"));
    EXPECT_TRUE(browser.shows("uitleg over het koppelen"));
    browser.get("/beheer/gebruikers?zoek=jan");
    EXPECT_TRUE(browser.shows("E-mail niet aangekomen"));
}

TEST_F(MailPages, P2_17_while_a_code_is_valid_another_is_sent_only_after_asking) {
    press();
    EXPECT_EQ(codes().size(), 1U);
    world.now += 1min;
    press();
    EXPECT_EQ(browser.status(), 200);
    EXPECT_TRUE(browser.shows("Er is al een code tot 24 november 2026 om 12.00 uur."));
    EXPECT_TRUE(codes().empty());
    browser.post("/beheer/gebruikers/nadia/code");
    EXPECT_TRUE(browser.shows("Wij versturen de activatiecode nu"));
    EXPECT_EQ(codes().size(), 1U);
}

TEST_F(MailPages, P2_17_five_codes_an_hour_for_one_account_and_the_page_says_so) {
    auto const again = [&] {
        browser.post_raw("/beheer/gebruikers/nadia/code", {{"opnieuw", "ja"}});
    };
    for (int i = 0; i < 5; ++i)
        again();
    auto const sent = codes();
    EXPECT_EQ(sent.size(), 5U);
    for (auto const& each : sent)
        world.outbox->mark_sent(each.id, world.now);
    again();
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("het afgelopen uur al 5 keer een code verstuurd"));
    EXPECT_TRUE(codes().empty());
    world.now += 1h;
    auto later = std::move(world::Browser{world}.signed_in_as(sanne.id));
    later.post_raw("/beheer/gebruikers/nadia/code", {{"opnieuw", "ja"}});
    EXPECT_EQ(codes().size(), 1U);
}

TEST_F(MailPages, P2_17_forty_codes_to_forty_addresses_are_five_an_hour) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    for (int i = 0; i < 40; ++i)
        user.post_raw("/mijn-gegevens/e-mailadres",
                      {{"email", "adres" + std::to_string(i) + "@lindenhof.example"}});
    EXPECT_EQ(user.status(), 422);
    EXPECT_TRUE(user.shows("U hebt het afgelopen uur 5 keer een code laten sturen."));
    EXPECT_EQ(world.mails().size(), 5U);
}

TEST_F(MailPages, P2_17_one_address_gets_five_codes_a_day_whoever_asks) {
    auto const victim = std::string{"Slachtoffer@elders.example"};
    for (int i = 0; i < 6; ++i) {
        auto const id = "persoon" + std::to_string(i);
        auto const account = world.add_account(id, school);
        auto user = std::move(world::Browser{world}.signed_in_as(account.id));
        user.post_raw("/mijn-gegevens/e-mailadres",
                      {{"email", i % 2 == 0 ? victim : foundation::lower_ascii(victim)}});
        EXPECT_EQ(user.status(), i < 5 ? 200 : 422) << i;
        EXPECT_EQ(user.shows("Naar dit adres zijn vandaag al 5 codes gestuurd."), i == 5) << i;
    }
    EXPECT_EQ(world.mails().size(), 5U);
}

TEST_F(MailPages, P2_17_thirty_changes_of_a_telephone_number_are_one_mail_to_the_administrator) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    for (int i = 0; i < 30; ++i)
        user.post_raw(
            "/mijn-gegevens/wijzigen",
            {{"telefoon", "06123456" + std::to_string(10 + i)}, {"functie", ""}, {"taal", "nl"}});
    world.now += portal::Policy::gathering;
    auto const mails = world.mails();
    ASSERT_EQ(mails.size(), 1U);
    EXPECT_EQ(mails[0].mail.kind, MailKind::contact_changed);
    EXPECT_EQ(mails[0].mail.address, sanne.person.email);
}

TEST_F(MailPages, P8_12_the_figures_tell_what_waits_in_each_class) {
    press();
    browser.get("/metrics");
    EXPECT_TRUE(browser.shows("mijnduo_mails_waiting{class=\"urgent\"} 1\n"));
    EXPECT_TRUE(browser.shows("mijnduo_mails_waiting{class=\"bulk\"} 0\n"));
    EXPECT_TRUE(browser.shows("mijnduo_mails_unreadable 0\n"));
}

} // namespace
