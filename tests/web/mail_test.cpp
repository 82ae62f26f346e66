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
    EXPECT_TRUE(browser.shows("De e-mail staat klaar om te worden verstuurd."));
    EXPECT_FALSE(browser.shows("Code verstuurd"));
    EXPECT_TRUE(list_says("Code wordt verstuurd"));
    auto const mail = codes().at(0);
    world.outbox->put_off(mail.id, world.now + 1min, "451");
    browser.get("/beheer/gebruikers/nadia");
    EXPECT_TRUE(browser.shows("1 keer geprobeerd"));
    EXPECT_TRUE(list_says("Code wordt verstuurd")) << "for hours, if need be";
    browser.get("/beheer/gebruikers/nadia");
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
    auto const work = browser.text().find("Bij deze gebruikers is een e-mail niet aangekomen");
    ASSERT_NE(work, std::string::npos);
    EXPECT_LT(work, browser.text().find("<table"));
}

TEST_F(MailPages, P2_16_staff_see_what_became_of_the_mail_also_while_it_waits) {
    auto const agency = world.add_organisation("dienst", "90000009", true);
    auto const eva = world.add_account("eva", agency, [](Account& account) {
        account.staff_roles = {portal::StaffRole::registrar};
    });
    world.archive->change([&](portal::Records& records) {
        auto one = records.account_for_change(sanne.id).value();
        one.letter_made_at = world.now;
        one.link.reset();
        records.save(one);
    });
    auto staff = std::move(world::Browser{world}.signed_in_as(eva.id));
    staff.get("/dienst/organisaties/lindenhof");
    staff.post("/dienst/organisaties/lindenhof/beheerders/sanne/code");
    EXPECT_TRUE(staff.shows("De e-mail staat klaar om te worden verstuurd."));
    EXPECT_TRUE(staff.shows("Code wordt verstuurd"));
    staff.post("/dienst/organisaties/lindenhof/beheerders/sanne/code");
    EXPECT_TRUE(staff.shows("Er is al een code tot")) << "staff are asked too";
    staff.post("/dienst/organisaties/lindenhof/beheerders/sanne/code");
    world.outbox->mark_sent(codes().back().id, world.now);
    staff.get("/dienst/organisaties/lindenhof");
    EXPECT_TRUE(staff.shows("overgedragen aan de mailserver"));
    world.policy.codes_an_hour = 2;
    staff.post_raw("/dienst/organisaties/lindenhof/beheerders/sanne/code", {{"opnieuw", "ja"}});
    EXPECT_EQ(staff.status(), 422);
    EXPECT_TRUE(staff.shows("het afgelopen uur al te vaak een code verstuurd"));
}

TEST_F(MailPages, P2_16_who_changes_the_own_address_sees_what_became_of_the_code_and_is_asked) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    user.post_raw("/mijn-gegevens/e-mailadres", {{"email", "nieuw@elders.example"}});
    EXPECT_TRUE(user.shows("De e-mail staat klaar om te worden verstuurd."));
    user.post("/mijn-gegevens/e-mailadres/opnieuw");
    EXPECT_TRUE(user.shows("Er is al een code tot"));
    auto const first = world.mails();
    ASSERT_EQ(first.size(), 1U) << "asked first";
    world.outbox->give_up(first[0].id, MailFailure::unknown_receiver, "550", world.now);
    for (auto const& page : {"/mijn-gegevens", "/mijn-gegevens/e-mailadres/code"}) {
        user.get(page);
        EXPECT_TRUE(user.shows("De e-mail aan nieuw@elders.example is op")) << page;
        EXPECT_TRUE(user.shows("De mailserver kent dit e-mailadres niet.")) << page;
    }
    EXPECT_FALSE(user.shows("De code is geldig tot"));
    world.now += 1s;
    user.post("/mijn-gegevens/e-mailadres/opnieuw");
    EXPECT_EQ(world.mails().size(), 1U) << "after a refusal nothing is asked";
    EXPECT_FALSE(user.shows("geweigerd"));
}

TEST_F(MailPages, P2_16_after_a_refusal_the_code_is_sent_again_without_asking) {
    press();
    world.outbox->give_up(codes().at(0).id, MailFailure::mailbox_full, "552", world.now);
    world.now += 1s;
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

TEST_F(MailPages, P8_12_the_figures_tell_what_waits_in_each_class) {
    press();
    browser.ask_privately("/metrics");
    EXPECT_TRUE(browser.shows("mijnduo_mails_waiting{class=\"urgent\"} 1\n"));
    EXPECT_TRUE(browser.shows("mijnduo_mails_waiting{class=\"bulk\"} 0\n"));
    EXPECT_TRUE(browser.shows("mijnduo_mails_unreadable 0\n"));
    world.now += 30s;
    browser.ask_privately("/metrics");
    EXPECT_TRUE(browser.shows("mijnduo_oldest_mail_seconds{class=\"urgent\"} 30\n"));
    EXPECT_TRUE(browser.shows("mijnduo_oldest_mail_seconds{class=\"bulk\"} 0\n"));
}

TEST_F(MailPages, P8_14_the_figures_tell_of_the_last_nightly_job) {
    browser.ask_privately("/metrics");
    EXPECT_FALSE(browser.shows("mijnduo_nightly")) << "there was none yet";
    world.last_night = portal::upkeep::Night{.date = std::chrono::year{2026} / 11 / 23,
                                             .began_at = world.now - 8h,
                                             .ended_at = world.now - 8h + 1500ms,
                                             .lapsed = 2,
                                             .warned = 7};
    browser.ask_privately("/metrics");
    EXPECT_TRUE(browser.shows("mijnduo_nightly_age_seconds 28798\n"));
    EXPECT_TRUE(browser.shows("mijnduo_nightly_duration_seconds 1.500\n"));
    EXPECT_TRUE(browser.shows("mijnduo_nightly_done{what=\"lapsed\"} 2\n"));
    EXPECT_TRUE(browser.shows("mijnduo_nightly_done{what=\"warned\"} 7\n"));
}

} // namespace
