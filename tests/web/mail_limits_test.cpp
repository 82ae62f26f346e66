#include "support/world.h"

#include "foundation/text.h"
#include "portal/administration/users.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using portal::Account;
using portal::AccountId;
using portal::MailKind;
using portal::administration::Refusal;

/// What somebody may cause, and what the pages say of it (P2.17).
class MailLimits : public testing::Test {
protected:
    world::World world;
    std::size_t sent = 0; ///< mails that `asks` brought
    portal::Organisation const school = world.add_organisation("lindenhof", "90000001");
    Account const sanne = administrator("sanne", school);
    Account const nadia = lettered("nadia", school);
    world::Browser browser = std::move(world::Browser{world}.signed_in_as(sanne.id));

    Account administrator(std::string const& id, portal::Organisation const& organisation) {
        return world.add_account(id, organisation,
                                 [](Account& one) { one.administrator_roles = {"beheerder-vo"}; });
    }
    Account lettered(std::string const& id, portal::Organisation const& organisation,
                     std::string const& address = {}) {
        return world.add_account(id, organisation, [&](Account& one) {
            one.letter_made_at = world.now;
            if (!address.empty())
                one.person.email = address;
        });
    }
    portal::Desk desk() {
        return {*world.archive, world.vault, world.policy, world.catalogue, world.now};
    }
    /// Of a session that has just begun.
    portal::Claim claim(Account const& by) {
        world::Browser{world}.signed_in_as(by.id);
        return world.archive->look(
            [&](portal::Records& records) { return records.sessions_of(by.id).front(); });
    }
    std::expected<AccountId, Refusal> registers(Account const& by, std::string const& address) {
        return portal::administration::register_user(
            desk(), claim(by),
            {.person = {.name = "Piet", .email = address, .phone = "0612345678", .function = {}},
             .has_means = true});
    }
    std::optional<Refusal> sends(Account const& by, AccountId const& to) {
        auto const outcome = portal::administration::send_code(
            desk(), claim(by), to, portal::administration::Resend::sure);
        return outcome ? std::nullopt : std::optional{outcome.error()};
    }
    std::vector<portal::WaitingMail> codes() {
        auto taken = world.mails();
        std::erase_if(taken,
                      [](auto const& each) { return each.mail.kind != MailKind::activation_code; });
        return taken;
    }
    std::string asks(Account const& who, std::string const& address) {
        auto user = std::move(world::Browser{world}.signed_in_as(who.id));
        user.post_raw("/mijn-gegevens/e-mailadres", {{"email", address}});
        sent += world.mails().size();
        return user.status() == 422 ? user.text() : "";
    }
};

TEST_F(MailLimits, P2_17_while_a_code_is_valid_another_is_sent_only_after_asking) {
    auto const press = [&] {
        browser.get("/beheer/gebruikers/nadia");
        browser.post("/beheer/gebruikers/nadia/code");
    };
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

TEST_F(MailLimits, P2_17_five_codes_an_hour_for_one_account_and_the_page_says_so) {
    auto const again = [&] {
        browser.post_raw("/beheer/gebruikers/nadia/code", {{"opnieuw", "ja"}});
    };
    for (int i = 0; i < 5; ++i) {
        again();
        auto const waiting = codes();
        ASSERT_EQ(waiting.size(), 1U) << i;
        world.outbox->mark_sent(waiting[0].id, world.now);
    }
    again();
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("het afgelopen uur al te vaak een code verstuurd"));
    EXPECT_TRUE(codes().empty());
    world.now += 1h;
    auto later = std::move(world::Browser{world}.signed_in_as(sanne.id));
    later.post_raw("/beheer/gebruikers/nadia/code", {{"opnieuw", "ja"}});
    EXPECT_EQ(codes().size(), 1U);
}

TEST_F(MailLimits, P2_17_one_administrator_sends_a_hundred_codes_an_hour_whoever_gets_them) {
    EXPECT_EQ(world.policy.codes_sent_an_hour, 100);
    world.policy.codes_sent_an_hour = 3;
    for (int i = 0; i < 3; ++i)
        EXPECT_FALSE(sends(sanne, lettered("user" + std::to_string(i), school).id));
    browser.get("/beheer/gebruikers/nadia");
    browser.post("/beheer/gebruikers/nadia/code");
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("U hebt het afgelopen uur te veel codes verstuurd."));
    EXPECT_FALSE(sends(administrator("bert", school), nadia.id))
        << "nothing was counted for the account";
    world.now += 1h;
    EXPECT_FALSE(sends(sanne, nadia.id));
}

TEST_F(MailLimits, P2_17_one_administrator_registers_a_hundred_users_an_hour_and_the_page_says_so) {
    for (int i = 0; i < 100; ++i)
        ASSERT_TRUE(registers(sanne, "u" + std::to_string(i) + "@lindenhof.example")) << i;
    browser.get("/beheer/gebruikers/registreren");
    auto const once_more = [&] {
        browser.post("/beheer/gebruikers/registreren", {{"naam", "Jan de Vries"},
                                                        {"email", "jan@lindenhof.example"},
                                                        {"telefoon", "06-12345678"},
                                                        {"functie", "Administratie"},
                                                        {"taal", "nl"},
                                                        {"middel", "ja"}});
    };
    once_more();
    EXPECT_EQ(browser.status(), 422);
    EXPECT_TRUE(browser.shows("U hebt het afgelopen uur te veel gebruikers geregistreerd."));
    EXPECT_FALSE(browser.shows("middel-error")) << "of nothing that was typed";
    EXPECT_TRUE(browser.shows("jan@lindenhof.example")) << "what was typed stays";
    world.now += 1h;
    EXPECT_TRUE(registers(sanne, "jan@lindenhof.example"));
}

TEST_F(MailLimits, P2_17_one_address_gets_twenty_mails_a_day_however_it_is_registered) {
    auto const other = world.add_organisation("eikenhof", "90000002");
    auto const bert = administrator("bert", other);
    int made = 0;
    for (int i = 0; made < 20; ++i) {
        auto const plus = "Slachtoffer+" + std::to_string(i) + "@elders.example";
        auto const& by = i % 2 == 0 ? sanne : bert;
        auto const account = registers(by, plus);
        ASSERT_TRUE(account) << i;
        ++made;
        auto lettered = world.account(*account);
        lettered.letter_made_at = world.now;
        world.archive->change([&](portal::Records& records) { records.save(lettered); });
        for (int code = 0; code < 3 && made < 20; ++code, ++made)
            ASSERT_FALSE(sends(by, *account)) << i;
        auto const reason = std::string{"left"};
        ASSERT_TRUE(portal::administration::end_account(desk(), claim(by), *account, reason));
    }
    EXPECT_EQ(registers(sanne, "slachtoffer@elders.example").error(), Refusal::address_had_many);
    EXPECT_EQ(sends(bert, lettered("x", other, "slachtoffer@elders.example").id),
              Refusal::address_had_many);
    world.now += 24h;
    EXPECT_TRUE(registers(sanne, "slachtoffer@elders.example"));
}

TEST_F(MailLimits, P2_17_a_strip_that_undoes_nothing_mails_nobody) {
    auto const strip = portal::Code::mint(world.randomness);
    world.archive->change([&](portal::Records& records) {
        auto one = records.account_for_change(nadia.id).value();
        one.revocation_digest = world.vault.revocation_digest(strip);
        records.save(one);
    });
    auto const tears = [&] {
        portal::administration::unlink_with_revocation_code(*world.archive, world.vault, strip,
                                                            world.now);
        return world.mails().size();
    };
    EXPECT_EQ(tears(), 0U);
    world.archive->change([&](portal::Records& records) {
        auto one = records.account_for_change(nadia.id).value();
        one.code = portal::SentCode{.digest = "digest", .sent_at = world.now};
        records.save(one);
    });
    EXPECT_EQ(tears(), 2U) << "to the user and the administrator";
}

TEST_F(MailLimits, P2_17_forty_codes_to_forty_addresses_are_five_an_hour) {
    auto user = std::move(world::Browser{world}.signed_in_as(nadia.id));
    std::size_t mails = 0;
    for (int i = 0; i < 40; ++i) {
        user.post_raw("/mijn-gegevens/e-mailadres",
                      {{"email", "adres" + std::to_string(i) + "@lindenhof.example"}});
        mails += world.mails().size();
    }
    EXPECT_EQ(user.status(), 422);
    EXPECT_TRUE(user.shows("U hebt het afgelopen uur te vaak een code laten sturen."));
    EXPECT_EQ(mails, 5U);
}

TEST_F(MailLimits, P2_17_one_address_gets_two_codes_a_day_from_one_account_and_six_in_all) {
    std::vector<std::string> const forms{"Slachtoffer@müller.example",
                                         "slachtoffer@xn--mller-kva.example",
                                         "slachtoffer+x@Müller.example"};
    auto const limit = "Wij sturen vandaag geen code meer naar dit adres.";
    auto const form = [&](int i) { return forms[static_cast<std::size_t>(i) % forms.size()]; };
    EXPECT_EQ(asks(nadia, form(0)), "");
    EXPECT_EQ(asks(nadia, form(1)), "");
    EXPECT_NE(asks(nadia, form(2)).find(limit), std::string::npos);
    for (int i = 0; i < 4; ++i)
        EXPECT_EQ(asks(lettered("persoon" + std::to_string(i), school), form(i)), "") << i;
    auto const late = lettered("laat", school);
    EXPECT_NE(asks(late, form(0)).find(limit), std::string::npos) << "and in the same words";
    EXPECT_EQ(sent, 6U);
}

TEST_F(MailLimits, P2_17_a_request_that_is_refused_is_not_counted) {
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(asks(nadia, "vol@elders.example"), "");
    for (int i = 0; i < 5; ++i)
        EXPECT_NE(asks(nadia, "vol@elders.example"), "");
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(asks(nadia, "vrij" + std::to_string(i) + "@elders.example"), "") << i;
    EXPECT_NE(asks(nadia, "te-veel@elders.example"), "") << "five in the hour";
}

TEST_F(MailLimits, P2_17_the_limits_are_said_in_english_too) {
    world.policy.codes_an_hour = 0;
    world.policy.registrations_an_hour = 0;
    world.archive->change([&](portal::Records& records) {
        auto one = records.account_for_change(sanne.id).value();
        one.person.language = portal::Language::english;
        records.save(one);
    });
    auto english = std::move(world::Browser{world}.signed_in_as(sanne.id));
    english.post_raw("/beheer/gebruikers/nadia/code", {{"opnieuw", "ja"}});
    EXPECT_TRUE(english.shows("A code was sent too often for this user in the past hour."));
    english.get("/beheer/gebruikers/registreren");
    english.post("/beheer/gebruikers/registreren", {{"naam", "Jan de Vries"},
                                                    {"email", "jan@lindenhof.example"},
                                                    {"telefoon", "06-12345678"},
                                                    {"functie", "Administratie"},
                                                    {"taal", "nl"},
                                                    {"middel", "ja"}});
    EXPECT_TRUE(english.shows("You have registered too many users in the past hour."));
}

TEST_F(MailLimits, P2_17_thirty_changes_of_a_telephone_number_are_one_mail_to_the_administrator) {
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

} // namespace
